"""Corrections teach: what resembles a moved answer more than its theme is proposed, with why."""

from __future__ import annotations

import pytest

from beffroi.consultation import Answer, Given, Result, listen
from beffroi.consultation.changes import move, move_all
from beffroi.consultation.search import Index, Remembering, index_of
from beffroi.consultation.teach import proposals
from beffroi.consultation.types import MACHINE
from beffroi.errors import UnknownName
from consultation.test_listen import WordEmbedder

TEXTS = [
    *["Plus de bus le soir vers la gare"] * 4,
    "Des bus le dimanche matin",
    *["Le bus scolaire est plein tous les matins"] * 2,
    "Le bus scolaire est plein et bruyant",
    "Le bus scolaire du matin est plein",
    "Des pistes cyclables continues",
]
Analysed = tuple[Result, list[Answer], Index]


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    """Everything about buses under one theme; « Écoles » is there, and empty."""
    answers = [Answer(row=i, text=text) for i, text in enumerate(TEXTS, start=1)]
    memory = Remembering(WordEmbedder())
    given = [Given(id="t1", title="Bus"), Given(id="t2", title="Pistes cyclables")]
    result = listen(answers, question="Que changer ?", embedder=memory, given=given)
    from beffroi.consultation.changes import create

    made = create(result, answers, title="Écoles")
    return made, answers, index_of(made, answers, memory.known)


def test_what_resembles_a_moved_answer_is_proposed_with_its_reason(analysed: Analysed) -> None:
    result, answers, index = analysed
    school = result.themes[-1].id
    corrected = move(result, answers, row=6, theme=school, by="Camille")
    found = proposals(corrected, index, {6: school})
    assert {p.row for p in found} >= {8, 9}
    assert {p.row for p in found}.isdisjoint({1, 2, 3, 4, 6, 10})
    assert all(p.theme == school and p.like == 6 and p.score > 0 for p in found)
    followed = move_all(corrected, answers, moves={p.row: p.theme for p in found}, by="Camille")
    theme = next(t for t in followed.themes if t.id == school)
    assert theme.n_answers >= 3 and sum(theme.positions.values()) == theme.n_answers
    assert proposals(followed, index, {6: school, **{p.row: school for p in found}}) == ()


def test_nothing_moved_teaches_nothing_and_a_person_is_not_overruled(analysed: Analysed) -> None:
    result, answers, index = analysed
    assert proposals(result, index, {}) == ()
    school = result.themes[-1].id
    corrected = move(result, answers, row=6, theme=school, by="Camille")
    assert 9 not in {p.row for p in proposals(corrected, index, {6: school, 9: "t1"})}
    assert all(a.decided_by == MACHINE for a in result.answers)


def test_moving_to_a_theme_that_is_gone_is_refused(analysed: Analysed) -> None:
    result, answers, index = analysed
    assert proposals(result, index, {6: "t99"}) == ()
    with pytest.raises(UnknownName):
        move_all(result, answers, moves={1: "t99"}, by="Camille")
