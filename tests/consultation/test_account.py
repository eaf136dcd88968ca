"""Every row of the file is accounted for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.consultation.account import count, sort_rows
from beffroi.consultation.types import Answer

LETTER = (
    "Nous demandons l’arrêt immédiat du projet de contournement, qui détruira douze hectares de "
    "terres agricoles et n’apportera rien au centre-ville."
)


def answers(*texts: str) -> list[Answer]:
    return [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", "sans_reponse"),
        ("   \n", "sans_reponse"),
        ("NSP", "sans_reponse"),
        ("R.A.S.", "sans_reponse"),
        ("rien à dire", "sans_reponse"),
        ("Je ne sais pas.", "sans_reponse"),
        ("Aucun avis", "sans_reponse"),
        ("…", "sans_reponse"),
        ("🤷", "sans_reponse"),
        ("azertyuiop", "illisible"),
        ("aaaaaaaaaaaa", "illisible"),
        ("wrtpqsdfg kjhgfdsqw", "illisible"),
        ("The buses should be more frequent and they are not on time", "autre_langue"),
        ("Los autobuses no pasan por el barrio y las calles son muy oscuras", "autre_langue"),
        ("Rien ne va dans ce quartier", "analysee"),
        ("Plus de bus", "analysee"),
        ("Stop", "analysee"),
        ("Le parking du marché et le shopping du week-end", "analysee"),
    ],
)
def test_status_of_one_answer(text: str, status: str) -> None:
    (row,) = sort_rows(answers(text))
    assert row.status == status
    assert bool(row.reason) == (status != "analysee")


def test_campaign_texts_point_to_the_first() -> None:
    nearly = LETTER.replace("immédiat", "immediat").replace("douze", "12")
    rows = sort_rows(answers("Plus de bus", LETTER, LETTER.upper(), nearly, "Plus de bus"))
    assert [row.copy_of for row in rows] == [None, None, 2, 2, None]
    assert count(rows)["copie"] == 2


def test_a_short_answer_said_twice_is_two_opinions() -> None:
    assert count(sort_rows(answers(*["Plus de bus le soir"] * 40)))["analysee"] == 40


@given(st.lists(st.text(max_size=60), max_size=20))
def test_the_counts_sum_to_the_rows(texts: list[str]) -> None:
    rows = sort_rows(answers(*texts))
    assert sum(count(rows).values()) == len(texts)
    assert [row.answer.row for row in rows] == list(range(1, len(texts) + 1))
