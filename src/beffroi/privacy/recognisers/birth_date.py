# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Birth dates, as opposed to other dates: a word says it, or an age stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import mention
from beffroi.privacy.recognisers.dates import DATE, MONTHS, YEAR
from beffroi.privacy.types import Mention

#: « né », « née », « né(e) », « Nés », « nee »; not « née Dupont » alone, the date must follow.
_BORN = r"n[ée]{1,2}(?:\(e\)|\(es?\)|\.e|·e|-e|/[ée]e|/e)?s?"
_PLACE = r"[^\n;|.:()\d]{0,40}"
_TRIGGERS = (
    rf"{_BORN}\s*(?:\([^)]{{0,30}}\)\s*)?(?:[àa]\s{_PLACE}(?:\([^)\n]{{0,25}}\))?[,\s]*)?(?:le\s*:?|un|en|vers|autour\sde|env(?:iron|\.)?|:|,|\.)?\s*(?:le\s|en\s|l[’']an\s|vers\s)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?"
    rf"|n[ée]+e?\s+(?![^\n]{{0,40}}\b(?:pas|plus|jamais|rien|depuis|que)\b)[A-ZÀ-Ý][\w\-’' ]{{1,40}}?,?\s+(?:le|en)\s"
    r"|n(?:a[iî]t|aquit|aissait)\s+(?:[àa]\s[^\n\d]{0,30}\s)?(?:le|en)\s+"
    r"|(?:date|jour|ann[ée]e|dat\.?|d(?:te)?)\s*(?:et\s+lieu\s+)?(?:de\s+|d[’'])?(?:naiss(?:ances?|\.)?|n[aisy]{2,7}[ean]{1,3}[cs]{1,2}e)\s*[^\n\d]{0,40}?"
    r"|date\s+et\s+lieu\s*:\s*"
    r"|(?:lieu\s+et\s+date\s+de\s+)?naissance\s*:\s*[^\n\d;|:]{2,40}?(?:\d{1,2}(?:e|er|[èe]me)\b)?[,(\s]\s*(?:le\s+)?(?=\d)"
    r"|naissances?\s*(?:\([^)\n]{0,30}\)\s*)?(?:de\s[^\n\d:]{0,40}?)?(?::|=|-|–|\||;|\t|le|du|,|\.|\()?\s*(?:le\s+)?"
    r"|(?:date\s+de\s+)?mise?\s+au\s+monde\s*(?:le|:)?\s*|date\s+de\s+nais\.?\s*:?\s*"
    r"|[|;,–\-/]\s*[FMH]\s*[|;,–\-/]\s*(?=\d{1,2}[/.\-]\d{1,2}[/.\-](?:(?:19|200)\d|\d\d(?!\d)))"
    r"|sexe\s*:?\s*[FMH]\s*[|;,–\-/]?\s*(?=\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:19|20)\d\d)"
    r"|d\.\s?n\.\s*[:=|]?\s*|(?:birth\s?(?:date|day)|date\s+of\s+birth|dob)[\"’']?\s*[:=|]\s*[\"’']?"
    r"|(?:aura|eu|f[êe]te(?:ra)?|a)\s+(?:ses\s+)?\d{1,3}\s+ans\s+(?:le|en)\s+"
    r"|ddn(?:\s[^\n:\d]{1,20}\d?)?\s*[:=|\-]?\s*|d\.d\.n\.?\s*[:=|]?\s*|dn\s*[:=]\s*|n[ée]e?\s*\(e\)\s*le\s*:?\s*"
    r"|anniv(?:ersaire)?(?:\s+d[e’'][^\n:\d]{1,40}?)?\s*(?:est\s+)?(?::|le|du|,)?\s*(?:le\s+)?"
    r"|(?:a|ai|as)\s+vu\s+le\s+jour\s+(?:[àa]\s[^\n\d]{0,30}\s)?(?:le|en)\s"
    r"|(?:est|sont|suis)\s+du\s+|(?:il|elle)\s+est\s+de\s+(?=19|20)"
    r"|de\s+l[’']ann[ée]e\s+(?=19)|(?:classe|mill[ée]sime)\s+(?=19)"
)
_BIRTH = re.compile(
    rf"(?<!\w)(?:{_TRIGGERS})(?P<d>{DATE}|\d{{6}}(?!\d)|\d{{1,2}}[ .]\d{{1,2}}[ .](?:(?:19|20)\d{{2}}|\d{{2}})(?!\d)|\d{{1,2}}\|\d{{1,2}}\|\d{{2,4}}|{YEAR}(?!\d)|{MONTHS}\s+(?:{YEAR}|['’]?\d\d(?!\d)))",
    re.I,
)
#: « le 12/03/1985 à Lyon (naissance) », « 12/03/1985 (42 ans) », « 42 ans, le 12/03/1985 »
_AFTER = re.compile(
    rf"(?<![\w/])(?P<d>{DATE})(?=[ \t\u00a0]*(?:,[ \t]*)?(?:\(\s*)?(?:(?:est\s|c[’']est\s)?(?:(?:ma|sa|la|votre)\s)?date de naissance|naissance\b(?!s)|n[ée]e?\b|"
    rf"\d{{1,3}}\s*ans\b|soit \d{{1,3}} ans))",
    re.I,
)
_AGED = re.compile(
    rf"(?<!\w)(?:[âa]g[ée]{{1,2}}s?(?:\(e\))?\s+de\s+\d{{1,3}}\s*ans?\s*[(,]?|\d{{1,3}}\s*ans\s*\()\s*(?:n[ée]e?\s+)?(?:le\s|du\s|:)?\s*(?P<d>{DATE})",
    re.I,
)
#: « Née le : jour 07 mois 03 année 1958 »; « Anniv de Monique : 23/06 »; « née en 44 ».
_PARTED = re.compile(
    r"(?<!\w)(?P<d>jour\s*:?\s*\d{1,2}\W{0,4}mois\s*:?\s*\d{1,2}\W{0,4}ann[ée]e\s*:?\s*\d{2,4})",
    re.I,
)
_SHORT = re.compile(
    r"(?<!\w)(?:(?:anniv(?:ersaire)?(?:\s+d[e’'][^\n:]{1,40}?)?\s*(?::|le)|(?<=\best\s)née?\sle|née?s\sle)\s*(?P<d>\d{1,2}[/.]\d{1,2})(?![/.]?\d)"
    r"|n[ée]{1,2}e?s?\s+en\s+(?P<y>\d{2})(?!\d|\s?(?:h|%|€|min)))",
    re.I,
)
#: Copied from boxes: « 1 2 0 5 1 9 5 0 ».
_BOXES = re.compile(
    r"(?<![\w])(?<!\d )(?P<d>[0-3][ |]\d[ |./]{1,3}[01][ |]\d[ |./]{1,3}(?:1[ |]9|2[ |]0)[ |]\d[ |]\d)(?![\w]| \d(?!\d))"
)
#: « est né ce matin Aaron, 19/11/2026 », « le bébé est arrivé ! Tiago, le 2 mai » : a little further.
_FURTHER = re.compile(
    rf"(?<!\w)(?:née?s?|nees?|accouch\w+|mise?s?\sau\smonde|venue?s?\sau\smonde|b[ée]b[ée]\sest\s(?:n[ée]|arriv[ée])|f[êe]te(?:ra)?\sses|soufflera?)"
    rf"(?P<b>(?![\w’'])[^\n.;?]{{1,60}}?)(?<![\w/.\-])(?P<d>{DATE})(?![\w/])",
    re.I,
)
_OTHER_EVENT = re.compile(
    r"d[ée]c[ée]d|mari[ée]|divorc|pacs|s[ée]par|d[ée]clar|acte|rdv|rendez|convo|inscri|demand|certifi|avant|jusqu|depuis|arriv[ée]e?\s(?:en|[àa])|"
    r"entr[ée]|sort|vaccin|cong[ée]|prime|r[ée]uni|s[ée]ance|vu\sle|re[çc]u|domicili|demeur|habit|titre|passeport|permis|carte|\d{4}",
    re.I,
)
#: « mon fils Léo (12/03/2019) », « Jeanne Dupont, 12/03/1985 » are told by people: see people.
_NOT_A_BIRTH = re.compile(
    r"(?:acte|extrait|d[ée]clar\w*|certificat|copie\w*|prime|cong[ée]s?|avant|apr[èe]s)\s+"
    r"(?:int[ée]gral\w*\s+)?(?:d[e’']\s*)?(?:la\s+)?naissance\s*(?:\w+\s+){0,3}(?:du|le|en date du)\s*$",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every birth date of ``text``."""
    for pattern, confidence in ((_BIRTH, 0.95), (_AFTER, 0.8), (_AGED, 0.9), (_BOXES, 0.6)):
        for match in pattern.finditer(text):
            if _NOT_A_BIRTH.search(text, max(0, match.start() - 60), match.start("d")):
                continue
            start, end = match.span("d")
            yield mention(
                text, start, end, kind="birth_date", confidence=confidence, rule="naissance"
            )
    for match in _FURTHER.finditer(text):
        if not _OTHER_EVENT.search(match["b"]):
            yield mention(
                text,
                *match.span("d"),
                kind="birth_date",
                confidence=0.6,
                rule="naissance.plus_loin",
            )
    for match in (*_PARTED.finditer(text), *_SHORT.finditer(text)):
        group = "d" if match["d"] else "y"
        yield mention(
            text, *match.span(group), kind="birth_date", confidence=0.8, rule="naissance.partielle"
        )
