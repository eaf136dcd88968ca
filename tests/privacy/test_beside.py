"""Birth dates and numbers that nothing announces but the person they stand beside."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from beffroi.privacy import Mention, detect
from privacy.tables import marked


def beside(text: str) -> Iterable[Mention]:
    return [m for m in detect(text) if m.kind in {"birth_date", "identifier"}]


ROWS = [
    "Garnier;Hugo;‹03/05/2016›;CM2\nPrudhon;Lison;‹11/09/2017›;CE2",
    "1) ‹03/11/1962› GUILLOU Annie\n2) ‹17/02/1958› CORRE Michel",
    "PHAM Van Duc (‹1948›, Hué)",
    "- Lucas ‹2015›\n- Inès, ‹mai 2018›",
    "enfants : Tom (‹12/01/2017›) et Jules (‹30/09/2019›)",
    "Diarra Fanta, Bamako, ‹3 mars 1987›, aide à domicile",
    "Yvette Collin, ‹1938›, vit chez sa fille",
    "DURAND Paul | ‹0451287 T› | 06 01 02 03 04 | 412,50 €",
    "Bonnet Gisèle;02/11/2026;Bruit",
    "Mme Collin, le 12 mars 2024, a signé ; M. Roche (03/02/2025) aussi",
    "Roland Petit est venu le 12/03/1985 10h",
]


@pytest.mark.parametrize("row", ROWS)
def test_finds_what_is_marked_and_nothing_else(row: str) -> None:
    assert marked(row, beside) == row
