"""What the two texts say in the same words: set aside, so that only the rest is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from beffroi.fidelity.courtesy import is_courtesy
from beffroi.fidelity.passages import sentences
from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat

_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
_DASH = re.compile(r"(?<=\d)[-/](?=\d)")
_NOISE = re.compile(r"[^a-z0-9@%€°²³&+<>\x01\x02]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Apart:
    """``source`` and ``draft`` with the common sentences made blank (same length); ``common``
    holds these sentences, one a line. ``facing`` are the sentences that remain, paired where
    as many stand on both sides between two common ones."""

    source: str
    draft: str
    common: str
    facing: tuple[tuple[Span, Span], ...]


def essence(text: str) -> str:
    """Letters and figures only: two layouts of one text have the same essence."""
    plain = bare_same_length(flat(text))
    return _NOISE.sub("", _DASH.sub("\x02", _POINT.sub("\x01", plain)))


def set_apart(source: str, draft: str) -> Apart:
    """Blank the sentences that both texts hold, in order first, then wherever they moved."""
    left, right = _keyed(source), _keyed(draft)
    matcher = SequenceMatcher(None, [k for k, _ in left], [k for k, _ in right], autojunk=False)
    kept_left, kept_right, facing = set[int](), set[int](), list[tuple[int, int]]()
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            kept_left |= set(range(i1, i2))
            kept_right |= set(range(j1, j2))
        elif tag == "replace" and i2 - i1 == j2 - j1:
            facing += zip(range(i1, i2), range(j1, j2), strict=True)
    moved_left, moved_right = _moved(left, right, kept_left, kept_right)
    taken = sorted(kept_left | moved_left)
    polite, polite_too = _courtesies(source, left), _courtesies(draft, right)
    gone, gone_too = {*taken, *polite}, {*kept_right, *moved_right, *polite_too}
    return Apart(
        source=_blanked(source, [left[i][1] for i in sorted(gone)]),
        draft=_blanked(draft, [right[j][1] for j in sorted(gone_too)]),
        common="\n".join(left[i][1].of(source) for i in taken),
        facing=tuple(
            (left[i][1], right[j][1]) for i, j in facing if i not in gone and j not in gone_too
        ),
    )


def _courtesies(text: str, keyed: list[tuple[str, Span]]) -> set[int]:
    """Sentences that only greet or take leave, unless the whole text does."""
    found = {i for i, (_, span) in enumerate(keyed) if is_courtesy(span.of(text))}
    return found if len(found) < len(keyed) else set()


def _keyed(text: str) -> list[tuple[str, Span]]:
    return [(essence(span.of(text)), span) for span in sentences(text)]


def _moved(
    left: list[tuple[str, Span]], right: list[tuple[str, Span]], one: set[int], two: set[int]
) -> tuple[set[int], set[int]]:
    """Sentences that are the same in both texts, but not in the same order."""
    free: dict[str, list[int]] = {}
    for index, (key, _) in enumerate(right):
        if index not in two and key:
            free.setdefault(key, []).append(index)
    pairs = {
        (index, free[key].pop(0))
        for index, (key, _) in enumerate(left)
        if index not in one and free.get(key)
    }
    return {i for i, _ in pairs}, {j for _, j in pairs}


def _blanked(text: str, spans: list[Span]) -> str:
    pieces, end = [], 0
    for span in spans:
        pieces += [text[end : span.start], " " * (span.end - span.start)]
        end = span.end
    return "".join([*pieces, text[end:]])
