from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import card
from privacy.tables import marked

ROWS = [
    "carte ‹4970 1012 3456 7890›",
    "‹4970101234567890›",
    "‹3782 822463 10005›",
    "CB n° ‹4970-1012-3456-7890›",
    "Réf. 2026 0412",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, card.find) == row
