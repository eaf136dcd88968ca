"""What a synthesis says of a minority, and whom it quotes: no more than what was counted."""

from __future__ import annotations

import re

import pytest

from beffroi.consultation.synthesis import Material, about
from beffroi.consultation.types import Idea, Position, Sorted, Theme

TEXTS = {
    1: "Supprimer le parking de la place du marché pour les familles",
    2: "Garder 40 places de parking près du marché couvert et de la gare",
    3: "Appelez Mme Odile Lambert pour parler du parking du marché",
    4: "un parking (payant le soir, gratuit pour les habitants du bourg",
    5: "Un parking gratuit pour les habitants du bourg et des hameaux",
}


def made(order: list[int], against: int) -> tuple[Theme, Material]:
    stances: dict[int, Position] = {
        row: "contre" if place < against else "pour" for place, row in enumerate(order)
    }
    ideas = {
        row: Idea(row=row, start=0, end=len(TEXTS[row]), theme="t1", position=stances[row])
        for row in order
    }
    positions: dict[Position, int] = {
        "pour": len(order) - against, "contre": against, "nuance": 0, "sans": 0
    }  # fmt: skip
    theme = Theme(
        id="t1", title="Parking", description="", parent=None, n_answers=len(order),
        n_people=len(order), positions=positions, verbatims=tuple(ideas.values()),
    )  # fmt: skip
    answers = [
        Sorted(row=row, themes=("t1",), position=stances[row], ideas=(ideas[row],)) for row in order
    ]
    material = Material(
        rows=len(order), accounting={"analysee": len(order)}, themes=[theme], answers=answers,
        texts=TEXTS, proposal=False,
    )  # fmt: skip
    return theme, material


@pytest.mark.parametrize(
    ("against", "said"),
    [
        (1, "Une seule réponse y refuse quelque chose ou en demande moins."),
        (2, "Une minorité de 2 réponses y refuse quelque chose ou en demande moins."),
        (4, "Une seule réponse y demande ou soutient quelque chose."),
    ],
)
def test_a_minority_is_said_as_it_was_counted(against: int, said: str) -> None:
    theme, material = made([1, 2, 3, 4, 5], against)
    (minority,) = [s for s in about(theme, material) if "/" in s.about]
    assert minority.text.replace("\N{NO-BREAK SPACE}", " ") == said
    assert len(minority.cites) == min(against, 5 - against)


def test_the_passage_quoted_is_exact_and_holds_no_figure_name_nor_open_bracket() -> None:
    theme, material = made([2, 3, 4, 5], 0)
    (quote,) = [s for s in about(theme, material) if s.text.startswith("Par exemple")]
    assert quote.cites == (5,)
    assert re.findall(r"«\s(.*?)\s»", quote.text) == [TEXTS[5]]
