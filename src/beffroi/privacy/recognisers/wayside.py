# ruff: noqa: E501  (regular expressions read better whole)
"""Where one finds a door: « derrière l’église », « dernière maison avant la grève », « clé sous le pot ».

In villages this is the address, or its end: no number, no street, and everyone finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention
from beffroi.privacy.recognisers.street import LIVES
from beffroi.privacy.types import Mention

_RANK = r"(?:premi[èe]re|derni[èe]re|deuxi[èe]me|seconde|troisi[èe]me|petite|grande|grosse|[123](?:e|[èe]?re|[èe]me))"
_SPOT = (
    r"(?:au[- ]dess(?:us|ous)\s(?:de|du|des)|derri[èe]re\s(?:l[ae]s?|l[’'])|face\s(?:[àa]|au|aux)(?!\w)|en\sface\s(?:de|du|des)|"
    r"[àa]\sc[ôo]t[ée]\s(?:de|du|des)|pr[èe]s\s(?:de|du|des)|au\s(?:bout|fond|bord|pied|coin|sommet|d[ée]but)\s(?:de|du|des|d[’'])|"
    r"au[- ]del[àa]\s(?:de|du)|apr[èe]s\sl(?:[ae]|es|[’'])|avant\sl(?:[ae]|es|[’'])|entre\sl(?:[ae]|es|[’'])|le\slong\s(?:de|du|des)|"
    rf"(?:la\s)?{_RANK}\s(?:maison|ferme|porte|entr[ée]e|barri[èe]re|all[ée]e|cour)|(?:la\s)?maison\s(?:aux|au|du|bleue|blanche|rouge|verte|avec)|"
    r"(?:volets?|portail|porte|barri[èe]re|bo[îi]te\saux\slettres)\s(?:bleus?|verte?s?|blancs?|blanche|rouges?|gris|grise|marrons?|noire?s?|jaunes?))"
)
#: What the one who comes must do at the door: it opens it, so it is as secret as a code.
_DOOR = r"(?:cl[ée]s?\s(?:sous|dans|chez|derri[èe]re|sur)|sonner\s(?!au\s?0)|frapper\s(?:fort|[àa]\sla|au)(?!\w)|entrer\spar|passer\spar|code\s(?=[A-Z\d]*\d))"
_WORDS = r"(?:(?!\d{5})[^\n,;.:!?()|\t\"@–]){0,45}?"
_STOP = r"(?=\s*(?:[,;.:!?()|\t\"\n–]|\s[-–]\s|$|\s(?:et|est|qui|que|depuis|pour|mon|ma|je|il|elle|on|nous)\s))"
#: Only after a comma, or a dash: in a sentence, the place of a thing is no part of an address.
WAY = rf"[ \u00a0]*[,\-–(][ \u00a0]*(?:{_SPOT}|{_DOOR}){_WORDS}{_STOP}"
_NAME = r"[A-ZÀ-Ý][\wà-ÿ’'\-]+(?:[ \u00a0](?:(?:ar|an|al|de|du|des|la|le|les|en|sur|sous|d[’']|l[’'])[ \u00a0]?){0,2}[A-ZÀ-Ý][\wà-ÿ’'\-]+){0,3}"
_BY = re.compile(
    rf"(?<![\w’'\-])(?P<s>(?:(?:au[ \u00a0])?(?:lieu[- ]?dit|ldt|hameau|village|ferme|moulin|mas|villa|chalet|gîte)[ \u00a0](?:(?:de|du|des|la|le|les|l[’'])[ \u00a0]?){{0,2}}[^\W\d_][\w’'\-]+(?:[ \u00a0]{_NAME})?"
    rf"|(?-i:{_NAME})|au[ \u00a0](?:bourg|village)))(?P<w>{WAY}(?:{WAY})?)",
    re.I,
)
#: « , Plouzévan » : what closes the directions.
_CLOSES = re.compile(
    r",[ \u00a0](?P<t>[A-ZÀ-Ý][\wà-ÿ’']+(?:[ \-](?:[A-ZÀ-Ý][\wà-ÿ’']+|sur|en|lès|le|la|les|de|du|des)){0,5})(?=[ \u00a0]*(?:[,.;\n)]|$))"
)
_TIES = re.compile(
    rf"(?:{_RANK}\s(?:maison|ferme|porte|entr[ée]e|barri[èe]re)|(?<!\w)[àa]\s(?:gauche|droite)(?!\w))",
    re.I,
)
_LIVED = re.compile(rf"{LIVES}$", re.I)
_DWELLING = re.compile(
    r"(?:au[ \u00a0])?(?:lieu[- ]?dit|ldt|hameau|village|bourg|ferme|moulin|mas|villa|chalet|gîte)(?!\w)",
    re.I,
)
_POSTCODE_NEXT = re.compile(r",?[ \u00a0\n]{1,2}(?=(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[A-Za-zÀ-ÿ])")
_WAY = re.compile(WAY, re.I)


def way_end(text: str, end: int) -> int:
    """The end of the directions that follow ``end``; ``end`` when there are none."""
    match = _WAY.match(text, end)
    return match.end() if match else end


def places(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what is told by directions, and whether a postcode follows."""
    for match in _BY.finditer(text):
        coded = _POSTCODE_NEXT.match(text, match.end())
        if coded is not None:
            yield match.start(), coded.start(), True
            continue
        closing = _CLOSES.match(text, match.end()) if _DWELLING.match(match["s"]) else None
        lived = _LIVED.search(text, max(0, match.start() - 40), match.start())
        if closing or lived or _TIES.search(match["w"]):
            yield match.start(), closing.end() if closing else match.end(), False


def find(text: str) -> Iterator[Mention]:
    """« lieu-dit Kerbihan, au fond du chemin », « Penn ar Creac’h, dernière maison avant la grève »."""
    for start, end, coded in places(text):
        if not coded:
            yield mention(text, start, end, kind="address", confidence=0.6, rule="adresse.chemin")
