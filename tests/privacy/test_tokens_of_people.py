"""Who bears which token: a wife is not her husband, her two surnames are hers."""

from __future__ import annotations

import pytest

from beffroi.privacy import mask

ROWS = [
    (
        "M. Traoré Amadou est venu. Mme Traoré née Diallo aussi. M. Traoré rappelle.",
        "M. [HOMME_1] est venu. Mme [FEMME_2] née [FEMME_2_B] aussi. M. [HOMME_1_B] rappelle.",
    ),
    ("je m appelle sophie martin ep. le goff", "je m appelle [FEMME_1] ep. [FEMME_1_B]"),
    (
        "Mme Anne Petit épouse Roussel. Mme Roussel rappelle.",
        "Mme [FEMME_1] épouse [FEMME_1_B]. Mme [FEMME_1_B] rappelle.",
    ),
    (
        "Mme Martin née Roussel, Mme Roussel née Martin",
        "Mme [FEMME_1] née [FEMME_1_B], Mme [FEMME_1_B] née [FEMME_1]",
    ),
    (
        "elle habite rue pasteur au 17, la rappeler au 0320112233 avant 17h",
        "elle habite [ADRESSE_1], la rappeler au [TELEPHONE_1] avant 17h",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_each_has_their_own_token(text: str, expected: str) -> None:
    assert mask(text).text == expected
