"""An answer cut into ideas: exact substrings of it, in order, that never overlap.

An inhabitant who writes « Plus de bus le soir, et surtout des trottoirs sans voitures » gives two
ideas. Cuts are made at sentences, list items, strong punctuation, and at connectors that announce
another wish. A fragment too short to stand alone joins its neighbour.
"""

from __future__ import annotations

import re
from itertools import pairwise

from beffroi.findings import Span
from beffroi.french import sentences

#: Words that a fragment needs to be an idea of its own.
MIN_WORDS = 3
#: A clause shorter than this is not cut at a comma or connector.
MIN_CLAUSE_WORDS = 4
_WORD = re.compile(r"[\wàâäçéèêëîïôöùûüÿœæ’'-]+")

_STRONG = re.compile(r"\s*(?:;|\n+|\s[-–—•*]\s|\s/\s|\s\+\s|(?<=\w)\s?[-–—]{2,}\s?)\s*")
_CONNECTOR = re.compile(
    r"[,\s]+(?=(?:et|mais|ou)\s+(?:aussi|surtout|également|egalement|enfin|puis|que l|qu['’]|il f|"
    r"pourquoi|pas de|plus de|moins de|arr[êe]te|supprim|cr[ée]e|mettre|faire|am[ée]lior|"
    r"r[ée]du|d[ée]velop|interdi|augment|baiss|favoris|renforc|encourag|limit|donn|avoir)|"
    r"(?:par contre|en revanche|cependant|toutefois|n[ée]anmoins|d['’]autre part|de plus|en outre|"
    r"par ailleurs|ensuite|deuxi[èe]mement|troisi[èe]mement|d['’]un autre c[ôo]t[ée])\b)",
    re.IGNORECASE,
)
_LIST_COMMA = re.compile(r",\s+(?=\w)")


def ideas(text: str) -> list[Span]:
    """The ideas of ``text`` as spans. A text with a word gives at least one idea."""
    cuts: list[Span] = []
    for sentence in sentences(text):
        cuts += _clauses(text, sentence)
    return _joined(text, [cut for cut in cuts if _WORD.search(cut.of(text))])


def count_words(text: str) -> int:
    """Words of ``text``, elisions counted with their noun."""
    return len(_WORD.findall(text))


def _clauses(text: str, sentence: Span) -> list[Span]:
    parts = _split(text, sentence, _STRONG, least=1)
    parts = [piece for part in parts for piece in _split(text, part, _CONNECTOR, MIN_CLAUSE_WORDS)]
    return [piece for part in parts for piece in _enumerated(text, part)]


def _split(text: str, span: Span, mark: re.Pattern[str], least: int) -> list[Span]:
    """``span`` cut at each ``mark`` that leaves at least ``least`` words on both sides."""
    found, begin = [], span.start
    for match in mark.finditer(text, span.start, span.end):
        before, after = text[begin : match.start()], text[match.end() : span.end]
        if count_words(before) >= least and count_words(after) >= least:
            found.append(Span(start=begin, end=match.start()))
            begin = match.end()
    return [*found, Span(start=begin, end=span.end)]


def _enumerated(text: str, span: Span) -> list[Span]:
    """« baisser les impôts, supprimer les niches, aider les PME »: three wishes or more."""
    pieces = _split(text, span, _LIST_COMMA, least=2)
    wishes = [piece for piece in pieces if count_words(piece.of(text)) >= 2]
    return pieces if len(pieces) >= 3 and len(wishes) == len(pieces) else [span]


def _joined(text: str, cuts: list[Span]) -> list[Span]:
    """Short fragments joined to the one before (or after, for the first)."""
    kept: list[Span] = []
    for cut in cuts:
        if kept and count_words(cut.of(text)) < MIN_WORDS:
            kept[-1] = Span(start=kept[-1].start, end=cut.end)
        else:
            kept.append(cut)
    if len(kept) > 1 and count_words(kept[0].of(text)) < MIN_WORDS:
        kept[:2] = [Span(start=kept[0].start, end=kept[1].end)]
    assert all(a.end <= b.start for a, b in pairwise(kept))
    return kept
