"""Which passages show a theme best: near its heart, readable, and different from each other.

Maximal marginal relevance (Carbonell and Goldstein, 1998) over the points of the theme.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from beffroi.consultation.segment import count_words
from beffroi.consultation.vectors import Matrix

#: Weight of resemblance to the theme against difference from what is already chosen.
RELEVANCE = 0.6
READ = 400


def choose(points: Matrix, centre: Matrix, texts: Sequence[str], *, most: int = 5) -> list[int]:
    """Indices of at most ``most`` texts. ``points`` (n, d) and ``centre`` (d,) have norm 1."""
    near = points @ centre + np.array([_readable(text) for text in texts], dtype=np.float32)
    order = [int(i) for i in np.argsort(-near, kind="stable")[:READ]]
    chosen: list[int] = []
    while order and len(chosen) < most:
        best = max(order, key=lambda i: (_worth(i, chosen, near, points), -i))
        chosen.append(best)
        order.remove(best)
    return chosen


def _worth(i: int, chosen: list[int], near: Matrix, points: Matrix) -> float:
    alike = float((points[chosen] @ points[i]).max()) if chosen else 0.0
    return RELEVANCE * float(near[i]) - (1 - RELEVANCE) * alike


def _readable(text: str) -> float:
    """A passage of 8 to 40 words says something and can be read at a glance."""
    words = count_words(text)
    if words < 4:
        return -0.35
    return 0.0 if 8 <= words <= 40 else -0.12
