"""« du 3 au 7 » is not « le 3 et le 7 »."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare

SOURCE = (
    "Du lundi 16 mars 2026 à 7 h 30 au vendredi 27 mars 2026 à 18 h, "
    "la circulation est interdite rue du Four."
)


@pytest.mark.parametrize(
    ("draft", "broken"),
    [
        ("La circulation est interdite rue du Four du lundi 16 mars 2026 à 7 h 30 et du vendredi "
         "27 mars 2026 à 18 h.", True),
        ("La circulation est interdite rue du Four du 16 mars 2026 à 7 h 30 au 27 mars 2026 à "
         "18 h.", False),
        ("À partir du 16 mars 2026 à 7 h 30 et jusqu’au 27 mars 2026 à 18 h, vous ne pouvez pas "
         "circuler rue du Four.", False),
        ("Rue du Four, circulation interdite entre le 16 mars 2026 à 7 h 30 et le 27 mars 2026 à "
         "18 h.", False),
    ],
)  # fmt: skip
def test_a_period_stays_a_period(draft: str, broken: bool) -> None:
    found = [f for f in compare(SOURCE, draft) if f.type == "plage.rompue"]
    assert bool(found) == broken
    assert all(f.severity == "bloquant" and f.source_text and f.draft_text for f in found)
