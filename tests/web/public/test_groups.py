"""Questions that say the same thing are put together, each in exactly one group."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi_web.public.groups import grouped


@given(st.lists(st.lists(st.floats(-1, 1), min_size=4, max_size=4), max_size=30))
def test_every_question_is_in_exactly_one_group(values: list[list[float]]) -> None:
    rows = np.asarray(values, dtype=np.float32).reshape(-1, 4)
    rows[:, 0] += 3.0
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True) if len(rows) else rows
    groups = grouped(rows)
    assert sorted(rank for group in groups for rank in group.members) == list(range(len(rows)))
    sizes = [len(group.members) for group in groups]
    assert sizes == sorted(sizes, reverse=True)


SUBJECTS = [
    [
        "Quels sont les horaires de la déchèterie ?",
        "la decheterie ouvre a quelle heure",
        "À quelle heure ferme la déchetterie le samedi ?",
    ],
    [
        "Comment inscrire mon enfant à la cantine ?",
        "inscription cantine scolaire comment faire",
    ],
    ["Je veux louer la salle des fêtes pour un mariage."],
    ["Où trouver un composteur ?", "ou est ce que je peux avoir un composteur"],
]


def test_with_the_real_encoder() -> None:
    from beffroi.embedding.local import LocalEmbedder

    said = [text for subject in SUBJECTS for text in subject]
    subject_of = [rank for rank, subject in enumerate(SUBJECTS) for _ in subject]
    groups = grouped(LocalEmbedder().embed(said))
    for group in groups:
        assert len({subject_of[rank] for rank in group.members}) == 1, "two subjects in a group"
    assert len(groups) <= len(SUBJECTS) + 1, "a subject is scattered"


@pytest.mark.parametrize("count", [0, 1])
def test_few(count: int) -> None:
    rows = np.ones((count, 4), dtype=np.float32) / 2
    assert [group.members for group in grouped(rows)] == [(0,)] * count
