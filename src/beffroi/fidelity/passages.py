"""A text cut into sentences, with their places. A wrapped line is not a new sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from beffroi.findings import Span
from beffroi.french.flat import flat

_ABBREVIATIONS = frozenset(
    [
        *(
            "m",
            "mm",
            "mme",
            "mmes",
            "mlle",
            "dr",
            "me",
            "art",
            "al",
            "cf",
            "etc",
            "ex",
            "tel",
            "tél",
        ),
        *("p", "n", "no", "av", "bd", "st", "ste", "janv", "févr", "avr", "juil", "sept", "oct"),
        *("nov", "déc", "env", "min", "max", "resp", "réf", "obj", "sgt", "cne", "hab"),
    ]
)
_END = re.compile(r"[.!?…]+[\"»)\]]*(?=\s+|$)")
_NEXT = re.compile(r"\s*(?:[\"«(\[-]\s*)?[A-ZÀ-ÖØ-ÝŒ0-9•▪–—→✔*#\"«]")
_BULLET = re.compile(r"\s*(?:[-•▪–—*→✔#|]|\d{1,2}[.)°]\s|[a-z]\)\s|[A-ZÀ-ÖØ-Ý\"«(])")
_LONE_ITEM = re.compile(r"- [a-zà-ÿœ][^\n]*(?:\n(?! *-)|$)")
_LAST_WORD = re.compile(r"(\w+)\.$")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences of ``text``, in order, blank ends removed; none is empty."""
    plain = flat(text, lines=True)
    cuts = sorted({0, len(text), *_sentence_ends(plain), *_line_ends(plain)})
    spans = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    return [span for span in spans if span.end > span.start]


def _sentence_ends(plain: str) -> list[int]:
    ends = []
    for match in _END.finditer(plain):
        word = _LAST_WORD.search(plain[max(0, match.start() - 12) : match.start() + 1])
        if word and match[0] == "." and _is_abbreviation(word[1]):
            continue
        if _NEXT.match(plain, match.end()):
            ends.append(match.end())
    return ends


def _is_abbreviation(word: str) -> bool:
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word.isupper())


def _line_ends(plain: str) -> list[int]:
    """A line feed ends a passage before a blank line, a bullet, or a capital after a mark."""
    ends = []
    for match in re.finditer(r"\n", plain):
        before, after = plain[: match.start()].rstrip(" ")[-1:], plain[match.end() :]
        if before == ":" and _LONE_ITEM.match(after):
            continue  # « … dans ce cas :\n- si vous… » is one sentence
        if after[:1] == "\n" or before in ".:;!?\n" or _BULLET.match(after[:6]):
            ends.append(match.end())
    return ends


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
