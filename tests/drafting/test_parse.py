"""What models say around their answer is taken away; the answer is not."""

from __future__ import annotations

import pytest

from beffroi.drafting.parse import clean_answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Le parc est fermé.", "Le parc est fermé."),
        ("Voici la phrase réécrite :\n\nLe parc est fermé.", "Le parc est fermé."),
        ("Bien sûr ! Voici une version plus claire :\nLe parc est fermé.", "Le parc est fermé."),
        ("```\nLe parc est fermé.\n```", "Le parc est fermé."),
        ("```markdown\nLe parc est fermé.\n```", "Le parc est fermé."),
        ("« Le parc est fermé. »", "Le parc est fermé."),
        ('"Le parc est fermé."', "Le parc est fermé."),
        ("**Le parc** est fermé.", "Le parc est fermé."),
        ("Résultat : Le parc est fermé.", "Le parc est fermé."),
        ("<texte>\nLe parc est fermé.\n</texte>", "Le parc est fermé."),
        ("Le parc est fermé.\n\nNote : j’ai simplifié.", "Le parc est fermé."),
        ("Le parc est fermé.\n\nJ’espère que cela vous aide.", "Le parc est fermé."),
        # not to be taken away
        ("Voici les pièces à fournir : une carte.", "Voici les pièces à fournir : une carte."),
        (
            "Le « plan » est fermé et le « parc » aussi.",
            "Le « plan » est fermé et le « parc » aussi.",
        ),
        ("Ouvert : de 9 h à 12 h.", "Ouvert : de 9 h à 12 h."),
    ],
)
def test_answers(answer: str, expected: str) -> None:
    assert clean_answer(answer) == expected
