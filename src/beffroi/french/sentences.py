"""Where French sentences begin and end, in official texts as they are found.

Handled: abbreviations (M., Mme, art., n°, p. ex., etc., cf., al.), codes (« L. 123-4 »), initials,
numbers, times, enumerators (« 1. », « a) », « Art. 2. – »), ellipses, quotation marks, list items,
titles, and text whose lines were broken at a fixed width. Two passes: the text is cut into
*blocks* (paragraph, title, list item), then each block at its full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.findings import Span
from beffroi.french.abbreviations import LABELLED, NEVER_LAST, SOMETIMES_LAST, STARTERS
from beffroi.french.blocks import blocks

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_LOWER = "a-zàâäçéèêëîïôöùûüÿœæ"


# A possible end: final marks, closing marks, then spaces or nothing before a capital.
_END = re.compile(
    r"[.!?…]+(?:[ \u00a0\u202f]?[»”\"’)\]]+(?:\s?\.)?)*(?=\s)"
    r"|(?<=[" + _LOWER + r"]{3})\.(?=[" + _UPPER + r"][" + _LOWER + r"’']+\s)"
)
_TOKEN_BEFORE = re.compile(r"([^\s(«“\"\[\u00a0]+)$")
_NEXT_WORD = re.compile(
    r"[\s«“\"(\[–—•-]*([" + _UPPER + _LOWER + r"]+|\d+)?(['’]?)[\s.]*([" + _UPPER + _LOWER + r"]?)"
)
_LETTERED_ITEM = re.compile(r"\s+[a-z][)]\s")
_NEXT_CHAR = re.compile(r"\s*[«“\"(\[’‘]?[\s\u00a0]*(.)", re.DOTALL)
_ENUMERATOR = re.compile(
    r"[ \t\u00a0]*(?:#{1,6}[ \t]+)?(?:[-–—•*][ \t\u00a0]*)?"
    r"(?:(?:[Aa]rticle|ARTICLE|[Aa]rt\.?|Chapitre|CHAPITRE|Titre|TITRE|Section|SECTION|Annexe|ANNEXE)"
    r"[ \u00a0]+)?"
    r"(?:[LRDA]\.?[ \u00a0]?)?(?:\d{1,3}(?:[.-]\d{1,3})*(?:er|ère|e|ème)?|[IVXLC]{1,6}|[A-Z]|[a-z])"
    r"(?:[ \u00a0]?(?:bis|ter|quater))?\.$"
)
_NUMBERED = re.compile(r"n°[ \u00a0]?\d+$")
_DOTTED = re.compile(r"(?:[" + _UPPER + _LOWER + r"]\.-?)+[" + _UPPER + _LOWER + r"]$")


def sentences(text: str) -> list[Span]:
    """The sentences of ``text``, in order, as character offsets.

    Every character that is not a space belongs to exactly one span; spans never overlap and
    neither begin nor end with a space. A title or a list item is a sentence of its own.
    """
    found: list[Span] = []
    for start, end in blocks(text):
        begin = start
        for cut in _cuts(text, start, end):
            _append_trimmed(found, text, begin, cut)
            begin = cut
        _append_trimmed(found, text, begin, end)
    return found


def _append_trimmed(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start=start, end=end))


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, begin, match, end):
            yield match.end()
            begin = match.end()


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    follows = _NEXT_CHAR.match(text, match.end(), end)
    if follows is None:
        return False
    following = follows[1]
    if _LETTERED_ITEM.match(text, match.end(), end):
        return True
    if following.islower() or following in ",;:)]»”" or text[match.end() : end].isspace():
        return False
    if match[0] != ".":
        return _strong_end(text, match, following)
    before = text[begin : match.start()]
    return _full_stop_ends(before, text[match.end() : min(end, match.end() + 80)], following)


def _strong_end(text: str, match: re.Match[str], following: str) -> bool:
    """After ``!``, ``?``, ``…`` or closing marks: an end, unless an aside goes on."""
    if following in "–—-":
        return match[0][0] in "!?…." and not text[match.start() - 1 : match.start()].isdigit()
    return True


def _full_stop_ends(before: str, rest: str, following: str) -> bool:
    if _ENUMERATOR.match(before + ".") or (following in "–—" and _short_label(before)):
        return False
    if _NUMBERED.search(before) and rest.lstrip()[:1].isdigit():  # « décret n° 91. 1415 »
        return False
    token_match = _TOKEN_BEFORE.search(before)
    if token_match is None:
        return False
    token = token_match[1].lstrip("-–’'").rsplit("’", 1)[-1].rsplit("'", 1)[-1]
    low = token.lower()
    if _is_initial(token):
        return _initial_ends(before[: token_match.start(1)], token, rest)
    if low in SOMETIMES_LAST or _DOTTED.fullmatch(token):
        return _opens_sentence(rest)
    return low not in NEVER_LAST


def _short_label(before: str) -> bool:
    return len(before) < 25 and bool(re.search(r"\d|[IVX]+$|^\s*Art", before))


def _is_initial(token: str) -> bool:
    last = token.rsplit("-", 1)[-1].rsplit(".", 1)[-1]
    return len(last) == 1 and last.isupper() and token.upper() == token and not token[0].isdigit()


def _initial_ends(before: str, token: str, rest: str) -> bool:
    """« L. 123-4 », « J. Dupont » go on; « l’annexe A. Les agents » ends."""
    if token.upper() in {"M", "MM"}:
        return False
    previous = before.split()[-1].lower() if before.split() else ""
    previous = previous.rsplit("’", 1)[-1].rsplit("'", 1)[-1]
    return (previous in LABELLED or len(token) > 1) and _opens_sentence(rest)


def _opens_sentence(rest: str) -> bool:
    match = _NEXT_WORD.match(rest)
    if match is None or not match[1]:
        return False
    return match[1].lower() in STARTERS and match[1][0].isupper() and not match[3].isupper()
