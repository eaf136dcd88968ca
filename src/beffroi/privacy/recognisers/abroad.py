# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Addresses abroad: a street, a foreign postcode or town, and the country or its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention
from beffroi.privacy.types import Mention

_COUNTRY = (
    r"(?:suisse|belgique|luxembourg|allemagne|autriche|italie|espagne|portugal|royaume[- ]uni|angleterre|[ée]cosse|irlande|pays[- ]bas|"
    r"monaco|andorre|pologne|roumanie|bulgarie|gr[èe]ce|danemark|su[èe]de|norv[èe]ge|finlande|hongrie|tch[ée]quie|croatie|serbie|ukraine|"
    r"turquie|maroc|alg[ée]rie|tunisie|s[ée]n[ée]gal|mali|c[ôo]te d[’']ivoire|cameroun|madagascar|comores|canada|qu[ée]bec|[ée]tats[- ]unis|"
    r"usa|liban|isra[ëe]l|vietnam|chine|japon|br[ée]sil|schweiz|deutschland|italia|espa[ñn]a|belgi[ëe]|nederland|uk|gb)"
)
_TOWN = r"[^\W\d_][\w’'.\-]*(?:[ \u00a0][^\W\d_][\w’'.\-]*){0,4}?"
_CODE = r"(?:[A-Z]{1,2}[\d][A-Z\d]?[ \u00a0]\d[A-Z]{2}|(?:[A-Z]{1,3}-)?\d{4,6}(?:[ \u00a0][A-Z]{2}(?!\w))?)"
#: « , 1218 Le Grand-Saconnex, Suisse », « – Bruxelles (Belgique) », « , London SW1A 2AA, Royaume-Uni ».
_NAMED = re.compile(
    rf"[ \u00a0]*[,\-–\n]?[ \u00a0]*(?:{_CODE}[ \u00a0])?{_TOWN}(?:,?[ \u00a0]{_CODE})?[ \u00a0]*[,\-–(\n][ \u00a0]*{_COUNTRY}(?!\w)\)?",
    re.I,
)
#: « , CH-1218 Le Grand-Saconnex », « D-77694 Kehl »: the letters of the country are enough.
_LETTERED = re.compile(
    r"[ \u00a0]*[,\-–\n]?[ \u00a0]*(?:CH|B|BE|L|LU|D|DE|I|IT|E|ES|A|AT|NL|P|PT|MC|AD|GB)-\d{4,5}[ \u00a0][A-ZÀ-Ý][\wà-ÿ’'\-]+(?:[ \u00a0\-][A-ZÀ-Ý][\wà-ÿ’'\-]+){0,3}"
)
#: « Hauptstraße 12 », « Calle Mayor 4 »: abroad the number follows the street.
_NUMBER_AFTER = re.compile(
    r"(?<![\w\-])[A-ZÀ-Ý][\wà-ÿß’'.\-]+(?:[ \u00a0][\wà-ÿß’'.\-]+){0,4}?[ \u00a0](?:n[°º][ \u00a0]?)?\d{1,4}[ \u00a0]?[a-zA-Z]?(?=[ \u00a0]*[,\-–\n])"
)
#: « 12, Bahnhofstrasse », « 10 Downing Street »: a number first, and no French type of street.
_NUMBER_FIRST = re.compile(
    r"(?<![\w/.,\-€])\d{1,4}[ \u00a0]?[a-zA-Z]?,?[ \u00a0][A-ZÀ-Ý][\wà-ÿß’'.\-]+(?:[ \u00a0][\wà-ÿß’'.\-]+){0,3}(?=[ \u00a0]*[,\-–\n])"
)
#: « , 3º B », « , apt 4 »: the door, before the town.
_DOOR = re.compile(
    r"[ \u00a0]*,[ \u00a0]*(?:[a-z]{2,5}\.?[ \u00a0])?\d{1,4}[ºª°]?[ \u00a0]?[A-Z]?(?=[ \u00a0]*,)"
)


def abroad_end(text: str, end: int) -> int:
    """The end of the foreign postcode, town and country that follow ``end``; else ``end``."""
    match = _NAMED.match(text, end) or _LETTERED.match(text, end)
    return match.end() if match else end


def find(text: str) -> Iterator[Mention]:
    """Addresses of ``text`` that only a foreign town or country tells."""
    for match in (*_NUMBER_AFTER.finditer(text), *_NUMBER_FIRST.finditer(text)):
        door = _DOOR.match(text, match.end())
        street = door.end() if door else match.end()
        end = abroad_end(text, street)
        if end > street:
            yield mention(
                text, match.start(), end, kind="address", confidence=0.7, rule="adresse.etranger"
            )
