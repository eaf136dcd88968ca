from __future__ import annotations

import pytest

from beffroi.privacy.recognisers import network
from privacy.tables import marked

ROWS = [
    "‹192.168.1.12›",
    "‹2001:db8::1›",
    "‹00:1A:2B:3C:4D:5E›",
    "version 1.2.3",
    "article 1.2.3.4.5",
    "12:30:45",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, network.find) == row
