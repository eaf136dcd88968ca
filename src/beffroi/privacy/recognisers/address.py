# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Whole postal addresses, over one to three lines.

An address has a number in its street, or a residence, a lieu-dit or a postcode that someone lives
at. « rue Victor-Hugo » alone, a square, a school or a hall is not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import names
from beffroi.privacy.recognisers.abroad import abroad_end
from beffroi.privacy.recognisers.context import mention
from beffroi.privacy.recognisers.dates import MONTHS
from beffroi.privacy.recognisers.street import END, LIVES, STREET_TYPE, SURE_TYPE, street_end
from beffroi.privacy.recognisers.wayside import WAY, places
from beffroi.privacy.types import Mention

#: « sept allée des Roses »: the street is named in the singular.
_TEN = "(?:vingt|trente|quarante|cinquante|soixante|quatre[- ]vingts?|cent)"
_WORDED = rf"(?:{_TEN}(?:[- ](?:et[- ])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize))?(?:\s(?:bis|ter|quater))?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)"
_NUMBER = (
    r"(?:n\s?[°ºo]\s?|num[ée]ro\s)?\d{1,4}(?:[-/&]\d{1,4}|\s(?:et(?:\sdu|\sau)?|[àa]|&)\s\d{1,4})?"
    r"(?:\s?(?:bis|ter|quater|quinquies)(?!\w)|\s?[A-Fa-f](?=[\s,])(?!\s[àaé]\s))?"
)
#: Not the minutes of « à 3 h 40, rue X », nor the number of « parcelle BK 58, chemin X ».
_NO_NUMBER = re.compile(r"(?:\d\s?h\s?|(?:parcelles?|section|cadastr\w*)\s[^,;.\n]{0,20})$", re.I)
_ANCHOR = re.compile(
    rf"(?<![\w/.,\-€])(?<!\d{{3}}[ \u00a0])(?P<n>{_NUMBER}|{_WORDED}\s)[\s\u00a0]?,?[\s\u00a0]?(?:de\s+(?:la\s+|l[’'])?|du\s+|,\s*)?(?P<type>{STREET_TYPE})(?!\w)",
    re.I,
)
_COMPLEMENT = (
    r"(?:(?:appartement|appart|appt|apt|app|bat(?:iment)?|b[âa]t(?:iment)?|esc(?:alier)?|[ée]tage|porte|pte|lot|hall|"
    r"entr[ée]e|tour|bloc|studio|emplacement|villa|logement|log|chambre|ch|bo[îi]te|bp|cs|tsa|code|interphone|digicode)\.?\s?(?:n\s?[°ºo]\s?|postale\s)?"
    r"(?:\d{1,5}[A-Za-z]?|[A-Z](?:\s?\d{1,3})?|[a-z]\s?\d{1,3}|[a-z](?![\w’']))(?![\w])"
    r"|(?:\d{1,2}(?:er|[èe]?me|e|nd|nde)|rdc|rez[- ]de[- ]chauss[ée]e|premier|deuxi[èe]me|troisi[èe]me|dernier)"
    r"(?:\s?(?:[ée]tage|[ée]t\.?))?(?:\s(?:droite|gauche|face|dte|gche|porte\s(?:droite|gauche|[A-Z0-9]{1,3})))?(?![\w])"
    r"|(?:r[ée]sidence|r[ée]s\.?|immeuble|imm\.?|tour|b[âa]timent|foyer|camping|lieu[- ]?dit|ldt|hameau|villa|quartier|lotissement|lot\.|domaine|clos|"
    r"foyer|ehpad|le\sclos|cit[ée]|ensemble)\s(?:(?:du|des|de|la|le|les|l[’']|d[’'])\s?){0,3}[\w\-’']+"
    r"(?:\s(?:(?:du|des|de|la|le|les|d[’']|l[’'])\s?){0,2}[A-ZÀ-Ý][\w\-’']+){0,3}"
    r"|chez\s(?:M\.|Mme|Mlle|Monsieur|Madame)?\s?[A-ZÀ-Ý][\w\-’']+(?:\s[A-ZÀ-Ý][\w\-’']+)?)"
)
_SEPARATOR = r"[ \t\u00a0]*(?:[,;/\-–—(|·•]|\n)?[ \t\u00a0]*\n?[ \t\u00a0]*"
_AFTER = re.compile(rf"{_SEPARATOR}(?:{_COMPLEMENT}|n\s?[°º]\s?\d{{1,4}}(?![\d/\-]))|{WAY}", re.I)
#: « c/o Maison des associations, », « aux bons soins de Mme Roux, ».
_CARE = r"(?:c/[o0]|aux\sbons\ssoins\sd[eu’'])\s[^,;\n|\t]{2,50},\s"
_BEFORE = re.compile(
    rf"(?:(?<!\w)|(?={_CARE}))(?:{_CARE})?(?:{_COMPLEMENT}(?:{_SEPARATOR}{_COMPLEMENT})*{_SEPARATOR})?$",
    re.I,
)
_TOWN_WORD = r"(?:[^\W\d_]+(?:[’'\-][^\W\d_]+)*)"
_POSTCODE = re.compile(
    rf"{_SEPARATOR}(?:(?:code\spostal|cp|[àa]|ville|commune)\s?:?\s?)?(?:F-?)?(?P<cp>(?:0[1-9]|[1-8]\d|9[0-8])[ \u00a0.]?\d{{3}})(?!\d)"
    rf"(?:[ \t\u00a0]*[,\-–]?[ \t\u00a0]*\n?(?P<town>{_TOWN_WORD}(?:[ \u00a0]{_TOWN_WORD}){{0,5}}))?",
    re.I,
)
_CEDEX = re.compile(r"\s+cedex(?:\s+\d{1,2})?", re.I)
_TOWN_ONLY = re.compile(
    rf"[ \t]*(?:,|\n|\s[àa]\s|\s[-–]\s|\s(?=[A-ZÀ-Ý])|\()[ \t]*(?P<town>{_TOWN_WORD}(?:[ \u00a0]{_TOWN_WORD}){{0,5}})",
    re.I,
)
_TOWN_FIRST = re.compile(
    rf"[ \t]*(?:,|\n|\s[àa]\s|\s[-–]\s|\s)[ \t]*(?P<town>{_TOWN_WORD}(?:[ \u00a0]{_TOWN_WORD}){{0,3}})"
    r"\s?[,(\-]?\s?(?P<cp>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})\)?(?!\d)",
    re.I,
)
_LIVES_AT = re.compile(
    rf"{LIVES}\s*(?P<a>(?:lieu[- ]?dit\s|ldt\s|le\s|la\s|les\s|l[’']|hameau\s|r[ée]sidence\s|rés\.?\s|quartier\s|"
    rf"immeuble\s|{STREET_TYPE}\s)[^\n.;:]{{2,60}})",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every postal address of ``text``."""
    for match in _ANCHOR.finditer(text):
        end = street_end(text, match)
        if _NO_NUMBER.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if end is not None:
            yield from _whole(text, match.start("n"), end, 0.93)
    yield from _without_street(text)


def _whole(text: str, start: int, end: int, confidence: float) -> Iterator[Mention]:
    end = _with_rest(text, end)
    before = _BEFORE.search(text, max(0, start - 90), start)
    if before:
        start = before.start()
    yield mention(text, start, end, kind="address", confidence=confidence, rule="adresse")


def _with_rest(text: str, end: int) -> int:
    """The end of the complements, postcode and commune that follow ``end``."""
    for _ in range(4):
        after = _AFTER.match(text, end)
        if after is None:
            break
        end = after.end()
    return _past(text, end)


#: What else stands between a street and its postcode: « , la Garenne, 56400 Auray ».
_REST = re.compile(
    r"(?P<r>[ ,\-–(]{1,3}[^\n.;:!?|\t\"\d@]{2,45}[ ,\-–\n]{1,3})(?=(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[A-Za-zÀ-ÿ])"
)


def _past(text: str, end: int) -> int:
    """The end of the commune that follows, past what is neither complement nor sentence."""
    foreign = abroad_end(text, end)
    if foreign > end:
        return foreign
    town = town_end(text, end)
    rest = _REST.match(text, end)
    if rest is None or _PHRASE.search(rest["r"]) or rest.end() < town:
        return town
    return max(town, town_end(text, rest.end()))


def town_end(text: str, end: int) -> int:
    """The end of the postcode and commune that follow ``end``; ``end`` when there are none."""
    match = _POSTCODE.match(text, end)
    if match:
        return _town(text, match, anything=True)
    first = _TOWN_FIRST.match(text, end)
    if first and fold(first["town"]) in names().communes:
        return first.end()
    only = _TOWN_ONLY.match(text, end)
    return _town(text, only, anything=False) if only else end


def _town(text: str, match: re.Match[str], *, anything: bool) -> int:
    """The longest run of words that is a commune; else, after a postcode, capitals or one word."""
    fallback = match.end("cp") if anything else match.start()
    if match["town"] is None:
        return fallback
    words = list(re.finditer(r"[^\s\u00a0]+", match["town"]))
    base = match.start("town")
    for count in range(len(words), 0, -1):
        part = match["town"][: words[count - 1].end()]
        if _is_commune(part, anything=anything):
            return _cedex(text, base + len(part))
    if not anything:
        return fallback
    taken = [word for word in words if word[0][0].isupper()] or words[:1]
    return _cedex(text, base + taken[-1].end()) if taken[-1] in words[: len(taken)] else fallback


def _is_commune(part: str, *, anything: bool) -> bool:
    folded = re.sub(r"^st(e?) | st(e?) ", lambda m: m[0].replace("st", "saint"), fold(part))
    people = names().communes.get(folded, names().communes.get(fold(part), -1))
    if people < 0 and not re.fullmatch(r"(?:paris|lyon|marseille)(?: \d+ ?e\w*)?", folded):
        return False
    return anything or people > 2_000 or not names().is_ordinary(folded)


def _cedex(text: str, end: int) -> int:
    match = _CEDEX.match(text, end)
    return match.end() if match else end


#: « 4 Hent Ar Mor 29660 Carantec »: a number, some capitals, a postcode and a commune.
_NUMBER_NAME = re.compile(
    r"(?<![\w/.,\-€])(?P<s>\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:(?:le|la|les|l[’']|de|du|des|ar)\s?)?[A-ZÀ-Ý][\w’'\-]+"
    r"(?:\s[\w’'\-]*[^\W\d_][\w’'\-]*){0,4})(?=,?[ \n]{1,2}(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[A-Za-zÀ-ÿ])"
)
#: « résidence du lac bâtiment C porte 12 »: two complements in a row are someone’s door.
_STACK = re.compile(
    rf"(?<!\w)(?:r[ée]s(?:idence|\.)|hlm|cit[ée]|immeuble|imm\.|foyer|camping|ehpad|ehpa|h[ôo]tel|pension)\s(?:(?:du|des|de|la|le|les|l[’']|d[’'])\s?){{0,3}}[\w\-’']+(?:\s[A-ZÀ-Ý][\w\-’']+){{0,2}}"
    rf"(?:{_SEPARATOR}{_COMPLEMENT}){{1,4}}",
    re.I,
)
#: « Le Mas Viel, 12330 Marcillac-Vallon »: a name with its article, a postcode, a commune.
_ARTICLE_NAME = re.compile(
    r"(?:^|[\"\t;|:,\n(][ \t]*)(?P<s>(?:Les?|La|LES?|LA|L[’'])\s?[A-ZÀ-Ý][\w’'\-]+(?:\s[\w’'\-]*[^\W\d_][\w’'\-]*){0,4})"
    r"(?=(?:,\s?|\s[-–]\s|\s?\n\s?| )(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[A-Za-zÀ-ÿ])",
    re.M,
)
#: « bd Carnot n° 58 »: the number after the street.
_NUMBER_LAST = re.compile(
    rf"(?<![\w’'])(?:{SURE_TYPE})\s[^\n,;.:()\d]{{3,40}}?,?\s(?:n\s?[°ºo]|num[ée]ro|au(?:\sn\s?[°ºo])?)\s?\d{{1,4}}"
    rf"(?:\s?(?:bis|ter))?(?!\d|\s?(?:h|%|€|/|-|{MONTHS}))",
    re.I,
)
#: « habite Kergoat, 29190 Lothey », « RN 12, lieu-dit La Croix, 35133 … », « PK 14, route de … ».
_LIVES_TO_TOWN = re.compile(
    rf"(?:{LIVES}|(?<![\w])dom(?:icile|\.)?\s?:?\s?)(?P<s>[^\n.;:!?|\t\"@]{{2,60}}?)(?=,?[ \n]{{1,2}}(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}\s[A-Za-zÀ-ÿ])",
    re.I,
)
_ROAD = re.compile(
    r"(?<![\w])(?P<s>(?:(?-i:(?:RT|N|D|CD|VC|CR))|rn|rd|pk)\s?\d{1,4}[,\s][^\n.;:!?|\t\"@]{2,60}?)"
    r"(?=,?[ \n]{1,2}(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[A-Za-zÀ-ÿ])",
    re.I,
)
#: « le bourg, 46300 gourdon » as it is typed without a capital: the commune must be known.
_LOW_NAME = re.compile(
    r"(?:^|[,;:(\n][ \t]*)(?P<s>(?:les?|la|l[’'])\s?[^\W\d_][\w’'\-]+(?:\s[^\W\d_][\w’'\-]*){0,3})"
    r"(?=(?:,\s?|\s?\n\s?)(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s[a-zà-ÿ])",
    re.M | re.I,
)
#: What may open an address that has no number but ends with a postcode and a commune.
_OPENS = re.compile(
    rf"(?<![\w’'])(?:{SURE_TYPE}|lieu[- ]?dit|ldt|r[ée]sidence|r[ée]s\.|mas|hlm|hameau|domaine|quartier|villa|ferme|moulin|"
    r"ch[âa]teau|manoir|p[ée]niche|aire\sd(?:[’']accueil|es\sgens)|casa|chalet|bastide|g[îi]te|ty|borde|au\s(?:bourg|village)|mobil-?home|lotissement|cit[ée]|immeuble|camping|clos|bourg)(?!\w)",
    re.I,
)
#: What an address does not hold: the end of a sentence, of a cell, a verb, a function word.
_PHRASE = re.compile(
    r"\d{5}\s|[.;:!?(|\t\"]\s|\s(?:et|est|a|ont|qui|que|depuis|pour|dans|devant|avec|sont|doit|demeurant|"
    r"habite|d[ée]clare|publi[cq]u?e?s?)\s",
    re.I,
)
_TO_TOWN = re.compile(r"(?<![\w.,/\-])(?:0[1-9]|[1-8]\d|9[0-8])\d{3}(?=\s[A-Za-zÀ-ÿ])")
_PLACE_LINE = re.compile(
    rf"(?P<c>{_COMPLEMENT}(?:{_SEPARATOR}{_COMPLEMENT})*){_SEPARATOR}(?=(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}\s?[A-Za-zÀ-ÿ])",
    re.I,
)


def _up_to_a_town(text: str) -> Iterator[Mention]:
    """« mas des Oliviers, chemin de la Garrigue, 30250 Sommières »: no number, but a postcode."""
    for match in _TO_TOWN.finditer(text):
        floor = max(0, match.start() - 90)
        before = text[floor : match.start()]
        cut = max((found.end() - 1 for found in _PHRASE.finditer(before)), default=0)
        opening = _OPENS.search(before, cut)
        if opening is None or before.count("\n", opening.start()) > 2:
            continue
        start = _first(text, floor + opening.start(), floor + cut)
        end = town_end(text, match.start())
        if end > match.end():
            yield mention(text, start, end, kind="address", confidence=0.65, rule="adresse.commune")


def _first(text: str, start: int, floor: int) -> int:
    """Where the complements before ``start`` begin: « emplacement 7, aire des gens du voyage »."""
    before = _BEFORE.search(text, floor, start)
    return before.start() if before else start


def _without_street(text: str) -> Iterator[Mention]:
    """A lieu-dit, a residence, a street without number: only where someone lives."""
    for match in _LIVES_AT.finditer(text):
        start = match.start("a")
        stop = END.search(text, start, match.end("a"))
        end = stop.start() if stop else match.end("a")
        tail = text[start:end].rstrip(" ,-")
        if re.search(r"[A-ZÀ-Ý]", tail[1:]) or re.match(
            rf"(?:{STREET_TYPE}|lieu|r[ée]s)", tail, re.I
        ):
            yield from _whole(text, start, start + len(tail), 0.75)
    for pattern in (_NUMBER_NAME, _ARTICLE_NAME, _LOW_NAME, _LIVES_TO_TOWN, _ROAD):
        for match in pattern.finditer(text):
            begin, named = match.span("s")
            if pattern is _LIVES_TO_TOWN and _PHRASE.search(match["s"]):
                continue
            whole = town_end(text, named)
            if whole > named:
                yield mention(
                    text, begin, whole, kind="address", confidence=0.7, rule="adresse.lieu"
                )
    for begin, named, coded in places(text):
        whole = town_end(text, named) if coded else named
        if whole > named:
            yield mention(text, begin, whole, kind="address", confidence=0.7, rule="adresse.lieu")
    for match in _NUMBER_LAST.finditer(text):
        yield from _whole(text, *match.span(), 0.7)
    yield from _up_to_a_town(text)
    for match in _STACK.finditer(text):
        if any(c.isdigit() for c in match[0]):
            yield mention(text, *match.span(), kind="address", confidence=0.6, rule="adresse.lieu")
    for match in _PLACE_LINE.finditer(text):
        end = town_end(text, match.end("c"))
        if end > match.end("c"):
            yield mention(
                text, match.start("c"), end, kind="address", confidence=0.8, rule="adresse.lieu"
            )
