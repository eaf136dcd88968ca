"""One rule for mentions that overlap: nothing that any recogniser saw is left in clear.

The longest mention wins; at equal length, the surest; then the one that begins first. What a
loser covers beyond the winner is kept as a mention of its own when it holds a letter or a digit.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import replace

from beffroi.privacy.types import Mention


def resolve(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions without overlap, in order of the text."""
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, -m.confidence, m.start)):
        for piece in _beyond(mention, kept, starts):
            at = bisect.bisect(starts, piece.start)
            kept.insert(at, piece)
            starts.insert(at, piece.start)
    return tuple(kept)


def _beyond(mention: Mention, kept: list[Mention], starts: list[int]) -> list[Mention]:
    """The parts of ``mention`` that no kept mention covers."""
    position, pieces = mention.start, []
    at = max(0, bisect.bisect(starts, mention.start) - 1)
    for other in kept[at:]:
        if other.start >= mention.end:
            break
        if other.end > position:
            pieces.append((position, min(other.start, mention.end)))
            position = max(position, other.end)
    pieces.append((position, mention.end))
    return [piece for start, end in pieces if (piece := _part(mention, start, end)) is not None]


def _part(mention: Mention, start: int, end: int) -> Mention | None:
    if (start, end) == (mention.start, mention.end):
        return mention
    text = mention.text[start - mention.start : max(start, end) - mention.start]
    left = len(text) - len(text.lstrip(" \t\n,;:.-"))
    text = text[left:].rstrip(" \t\n,;:-")
    if not any(c.isalnum() for c in text):
        return None
    return replace(mention, start=start + left, end=start + left + len(text), text=text)
