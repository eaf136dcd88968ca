# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Administrative identifiers: the word that announces one, then what looks like a number.

Each row of :data:`_TRIGGERS` is a family of words met in forms and letters. What follows must
hold a digit: « matricule : à préciser » announces nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import PUBLIC, brand_before, mention
from beffroi.privacy.types import Mention

_TRIGGERS = (
    r"allocataire|caf|c\.a\.f\.?|msa|cpam",
    r"fisca(?:l|le|ux)|spi|t[ée]l[ée]d[ée]clarant|num[ée]ro\s+d[’']imp[oô]t|avis\s+d[’']imp[oô](?:t|sition)",
    r"cni|carte\s+(?:nationale\s+)?d[’']\s?identit[ée]|pi[èe]ce\s+d[’']\s?identit[ée]|identit[ée]",
    r"passeport|permis\s+de\s+conduire|permis|neph|pr[ée]fectoral",
    r"titre\s+de\s+s[ée]jour|carte\s+de\s+s[ée]jour|carte\s+de\s+r[ée]sident|r[ée]c[ée]piss[ée]|agdref|"
    r"num[ée]ro\s+(?:d[’'])?[ée]tranger|visa|ofpra|ada|asile",
    r"mdph|mdpa|cmi|carte\s+mobilit[ée](?:\s+inclusion)?|aah|aeeh|pch|apa",
    r"demandeur\s+d[’']\s?emploi|p[oô]le\s+emploi|france\s+travail|identifiant\s+(?:pe|ft)|de",
    r"matricule|agent|nur|num+[ée]ro\s+unique(?:\s+(?:r[ée]gional|d[ée]partemental|d[’']enregistrement))?|"
    r"demande\s+de\s+logement(?:\s+social)?|sne|logement\s+social",
    r"[ée]lecteur|[ée]lectora(?:l|le|ux)|ine|ine-?rnie|bea|[ée]l[èe]ve|[ée]tudiant|scolaire|cantine|famille",
    r"s[ée]cu(?:rit[ée])?(?:\s+sociale)?|adh[ée]rent|usager|b[ée]n[ée]ficiaire|abonn[ée]e?|lecteur|licence|"
    r"client|contrat|mutuelle|rne|tiers|(?:pr[ée]-?)?inscription|assur[ée]e?|police|sinistre|foyer|dossier|pension|retraite|cnav|agirc|rsa|"
    r"identifiant(?:\s+(?:france\s?connect|internet|de\s+connexion))?|rpps|adeli|finess|ipp|nip|nda|id(?=\s?:)|ip(?=\s?:\s?\d{6})|patiente?|s[ée]jour|hospitalisation|finesse|pli|lss|livret(?:\s+de\s+famille)?|"
    r"carte\s+(?:de\s+)?(?:bus|transport|biblioth[èe]que|m[ée]diath[èe]que|jeune|senior|famille|europ[ée]enne|"
    r"d[’']invalidit[ée]|vitale|grise|d[’'][ée]lecteur|[ée]lectorale|d[’']adh[ée]rent)|puce|tatouage|badge",
)
_WORD = "(?:" + "|".join(_TRIGGERS) + ")"
_MARK = r"(?:n\s?[°ºo]s?\.?|n°|num+(?:[ée]ro)?s?\.?|n[ou]m\.|r[ée]f(?:[ée]rences?)?\.?|matricule|code|identifiant|id)"
#: At least one digit; groups parted by a space, dot, dash or slash; letters in capitals or glued.
_VALUE = (
    r"(?P<v>(?=[A-Za-z\-]{0,6}[ \-/.]?\d)[A-Za-z]{0,4}[ \-/.]?\d[A-Za-z0-9]*"
    r"(?:[ \u00a0\-./_]{1,2}(?:(?-i:[A-Z]{1,3})(?![a-zà-ÿA-Z])|[b-xz](?![\w’'.])|[A-Za-z]{0,3}\d[A-Za-z0-9]*(?!\w)))*)"
)
_LINK = (
    r"\s*(?:\((?!n[ée°º])[^)\n\d]{1,25}\)\s*)?(?:[.…_]{3,}\s*)?(?:\(\s*(?:dossier|demande|num[ée]ro|n°)?\s*)?(?:c[’']est(?:\s+l[ea])?|est\s+(?:le|la|l[’'])?|sous\s+le|porte\s+le|:|=|\||,|-|–|;|\t)?\s*"
    rf"(?:(?:mon|son|le|la|de|du|des)\s+)?(?:{_MARK}\s*)?(?:est\s*|:|=|\||le|est\s+le)?\s*"
)
#: « numéro d’allocataire CAF : 1234567 A », « n° allocataire 1234567 », « CAF n°1234567 »
_NAMED = re.compile(
    rf"(?<![\w\-]){_MARK}\s*(?:d[eu’']\s?(?:l[a’']\s?)?|des\s+)?(?:ma\s|mon\s|sa\s|son\s|carte\s|dossier\s|identifi(?:ant|cation)\s)?\s*"
    rf"{_WORD}(?:\s+(?:de\s+la\s+|de\s+|d[’']|du\s+|[àa]\s+(?:la\s+)?|aupr[èe]s\s+de\s+(?:la\s+)?)?{_WORD}){{0,2}}(?!\w){_LINK}{_VALUE}",
    re.I,
)
_BARE = re.compile(
    rf"(?<![\w\-]){_WORD}(?:\s+(?:de\s+(?:la\s+)?|d[’']|du\s+|[àa]\s+(?:la\s+)?|aupr[èe]s\s+de\s+(?:la\s+)?)?{_WORD}){{0,2}}"
    rf"(?!\w){_LINK}{_VALUE}",
    re.I,
)
#: Words so common that they announce a number only with « n° », « numéro », « : » beside.
_WEAK = re.compile(
    r"^(?:de|agent|famille|foyer|dossier|contrat|client|police|visa|permis|apa|pch|aah|rsa|asile|pension|"
    r"retraite|sinistre|patiente?|badge|puce|cantine|scolaire|[ée]l[èe]ve|[ée]tudiant|usager|licence|lecteur|"
    r"identit[ée]|identifiant|s[ée]jour|hospitalisation|logement social|demande de logement|pr[ée]fectoral|"
    r"fiscale?s?|fiscaux|[ée]lectora\w+|mutuelle|assur[ée]e?|abonn[ée]e?|b[ée]n[ée]ficiaire|adh[ée]rent|pli|"
    r"livret|livret de famille|inscription|pr[ée]-?inscription|tiers|rne|caf|c\.a\.f\.?|msa|cpam|mdph|ada|cmi|nda)$",
    re.I,
)
_NUMBERED = re.compile(rf"(?:{_MARK}|:|=|\||\t|\(\s?(?:dossier|demande))\s*(?:est\s*)?$", re.I)
#: Forms that are personal without a trigger: identity card of 2021, passport, foreigner’s number.
_SELF_TELLING = re.compile(
    r"(?<![\w\-])(?:\d{2}[A-Z]{2}\d{5}|(?=[A-Z0-9]*\d[A-Z0-9]*\d)[CDFGHJKLMNPRTVWXYZ]\d[A-Z0-9]{7}(?=[^\w]|$)"
    r"|99\d{8}(?!\d))(?![\w\-])"
)
#: Digits from which even a common word announces an identifier: « dossier MDPH 75-124578 ».
_TELLING = 6
#: Words that announce one only with « n° », whatever its length.
_TOO_COMMON = frozenset(("de", "inscription", "préinscription", "tiers"))
#: Nine digits or more that no sum of money, no company and no date explains.
_DIGITS = re.compile(
    r"(?<![\w.,/\-+])(?P<v>\d{9,15}|(?<=\|\s)\d{8}(?=\s*(?:\||$)))(?![\w]|[.,/\-]\d|\s?(?:€|euros?|%|m²|m2|km|kg))",
    re.M,
)
#: « 19 c v quatre cinq six »: the rest of a number that is told aloud.
_ALOUD = re.compile(
    r"(?:[ \-](?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    r"quarante|cinquante|soixante|cents?|\d{1,4}|[b-xz](?![\w’']))(?!\w))+",
    re.I,
)
#: « badge, le 0451-B »: the article says which one.
_WHICH = re.compile(
    r"^(?:de\s)?(?:badge|puce|licence|livret|matricule)\s?,\s(?:le|la|c[’']est\s(?:le|la))\s*$",
    re.I,
)
_DATE = re.compile(
    r"^\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}$|^\d{1,2}\s?[hH€%]|^(?:19|20)\d{2}$|^\d{1,2}$"
)


def find(text: str) -> Iterator[Mention]:
    """Every administrative identifier of ``text``."""
    for match in _NAMED.finditer(text):
        yield from _identifier(text, match, 0.93)
    for match in _BARE.finditer(text):
        word = text[match.start() : match.start("v")]
        numbered = (
            _NUMBERED.search(word.rstrip() + " ") or _NUMBERED.search(word) or _WHICH.match(word)
        )
        head = re.match(_WORD, word, re.I)
        told = head is not None and head[0].lower() not in _TOO_COMMON
        long = told and sum(c.isdigit() for c in match["v"]) >= _TELLING
        if numbered or (head and (long or not _WEAK.match(head[0]))):
            yield from _identifier(text, match, 0.9 if numbered else 0.75)
    yield from _unannounced(text)
    for match in _SELF_TELLING.finditer(text):
        if not PUBLIC.search(text[max(0, match.start() - 25) : match.start()]):
            yield mention(
                text, *match.span(), kind="identifier", confidence=0.6, rule="identifiant.forme"
            )


def _unannounced(text: str) -> Iterator[Mention]:
    """« Patient 105257992 », « | 9010572683 | »: a long number is likely someone’s."""
    for match in _DIGITS.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rsplit("\n", 1)[-1]
        if not PUBLIC.search(before):
            yield mention(
                text,
                *match.span("v"),
                kind="identifier",
                confidence=0.55,
                rule="identifiant.chiffres",
            )


def _identifier(text: str, match: re.Match[str], confidence: float) -> Iterator[Mention]:
    start, end = match.span("v")
    start += brand_before(text[start:end])
    aloud = _ALOUD.match(text, end)
    if aloud and re.search(r"[a-zé]{3}", aloud[0], re.I):
        end = aloud.end()
    value = text[start:end].rstrip(" .-/_")
    if PUBLIC.search(text[match.start() : start]) or _DATE.match(value):
        return
    if sum(c.isdigit() for c in value) < (4 if value.isdigit() else 2) or len(value) < 4:
        return
    yield mention(
        text,
        start,
        start + len(value),
        kind="identifier",
        confidence=confidence,
        rule="identifiant",
    )
