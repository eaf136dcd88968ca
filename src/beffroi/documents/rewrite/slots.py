"""One text spread over several pieces (runs of a paragraph), replaced and spread again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

Replace = Callable[[str], str]

#: Words beyond which the comparison, quadratic, would take seconds.
_LONG = 3_000
_TOKEN = re.compile(r"\w+|\W")


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One piece. A ``fixed`` one (tabulation, line break) is kept or goes, and takes no text."""

    text: str
    fixed: bool = False


def spread(slots: Sequence[Slot], new: str) -> list[str]:
    """``new`` cut into as many pieces as ``slots``, so that what did not change stays in place.

    The pieces put end to end are ``new`` exactly, but for a fixed slot that has to hold its own
    text: what replaces a stretch goes to the first slot of it that may hold text. At least one
    slot is not fixed.
    """
    if len(slots) == 1:
        return [new]
    old = "".join(slot.text for slot in slots)
    ends = list(accumulate(len(slot.text) for slot in slots))
    pieces = ["" for _ in slots]
    for kind, start, end, low, high in _changes(old, new):
        if kind == "equal":
            _copy(pieces, ends, old, start, end)
        elif high > low:
            place = _home(slots, ends, start, end)
            pieces[place] += new[low:high]
    return pieces


def _changes(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """Stretches of characters that are equal, replaced, deleted or inserted, word by word."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    before = [0, *accumulate(map(len, first))]
    after = [0, *accumulate(map(len, second))]
    if len(first) > _LONG:
        return _middle(old, new)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return [
        (kind, before[i], before[j], after[k], after[m])
        for kind, i, j, k, m in matcher.get_opcodes()
    ]


def _middle(old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """What two long texts share at their start and end; the rest is one stretch."""
    start = _alike(old, new)
    tail = _alike(old[start:][::-1], new[start:][::-1])
    end, high = len(old) - tail, len(new) - tail
    return [
        ("equal", 0, start, 0, start),
        ("replace", start, end, start, high),
        ("equal", end, len(old), high, len(new)),
    ]


def _alike(first: str, second: str) -> int:
    """How many characters the two begin with in common."""
    pairs = enumerate(zip(first, second, strict=False))
    shortest = min(len(first), len(second))
    return next((place for place, (one, other) in pairs if one != other), shortest)


def _copy(pieces: list[str], ends: Sequence[int], old: str, start: int, end: int) -> None:
    begin = 0
    for place, stop in enumerate(ends):
        low, high = max(start, begin), min(end, stop)
        if low < high:
            pieces[place] += old[low:high]
        begin = stop


def _home(slots: Sequence[Slot], ends: Sequence[int], start: int, end: int) -> int:
    """The slot for what replaces ``start``..``end``: the first one touched that holds text."""
    begins = [0, *ends[:-1]]
    spans = list(zip(begins, ends, slots, strict=True))
    inside = [
        place
        for place, (begin, stop, slot) in enumerate(spans)
        if not slot.fixed and begin < max(end, start + 1) and stop > start
    ]
    if inside:
        return inside[0]
    # Between or after slots that cannot hold it: the nearest before, else the nearest after.
    able = [place for place, slot in enumerate(slots) if not slot.fixed]
    earlier = [place for place in able if begins[place] <= start]
    return earlier[-1] if earlier else able[0]
