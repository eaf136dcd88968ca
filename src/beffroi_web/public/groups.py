"""Questions that say the same thing, put together. Pure: rows of an encoder in, groups out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beffroi.embedding.rows import Rows

#: Least likeness (cosine) of two questions of one group, with the embedded encoder: paraphrases of
#: one question stand above, other questions on the same subject below (docs/decisions/0134).
ALIKE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """``members`` are ranks in what was given; the first says best what they all ask."""

    members: tuple[int, ...]


def grouped(rows: Rows, *, alike: float = ALIKE) -> list[Group]:
    """Every row in exactly one group; the largest group first, then the order given.

    Each question joins the group whose centre is nearest, if it is near enough.
    """
    import numpy as np

    sums: list[Rows] = []
    members: list[list[int]] = []
    for rank, row in enumerate(rows):
        near = [float(row @ total / np.linalg.norm(total)) for total in sums]
        best = int(np.argmax(near)) if near else -1
        if near and near[best] >= alike:
            sums[best] = sums[best] + row
            members[best].append(rank)
        else:
            sums.append(row.copy())
            members.append([rank])
    groups = [
        Group(members=_most_central_first(rows, ranks, total))
        for ranks, total in zip(members, sums, strict=True)
    ]
    assert sum(len(group.members) for group in groups) == len(rows)
    return sorted(groups, key=lambda group: -len(group.members))


def _most_central_first(rows: Rows, ranks: Sequence[int], total: Rows) -> tuple[int, ...]:
    centre = max(ranks, key=lambda rank: float(rows[rank] @ total))
    return (centre, *(rank for rank in ranks if rank != centre))
