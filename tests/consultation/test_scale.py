"""What changes when there are many answers: parts, samples, bounded lists; never a lost answer."""

from __future__ import annotations

import json

import numpy as np
import pytest

from beffroi.consultation import (
    Answer,
    Given,
    listen,
    meaning,
    place,
    report,
    shown,
    weak_signals,
)
from beffroi.consultation.campaigns import copies
from beffroi.consultation.document import document
from beffroi.consultation.export import as_data, as_json
from beffroi.consultation.meaning import meanings
from beffroi.consultation.page import html
from beffroi.documents import Marking
from consultation.said import EXTRA, SUBJECTS, WordEmbedder

TEXTS = [
    *(f"{text} numéro {i}" for i in range(12) for subject in SUBJECTS.values() for text in subject),
    *EXTRA,
]
ANSWERS = tuple(Answer(row=i, text=text) for i, text in enumerate(TEXTS, start=1))
QUESTION = "Que faut-il changer ?"


@pytest.fixture
def small_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is done by parts is, even with few answers."""
    monkeypatch.setattr(meaning, "READ", 60)
    monkeypatch.setattr(meaning, "AT_ONCE", 25)
    monkeypatch.setattr(place, "AT_ONCE", 25)
    monkeypatch.setattr(place, "TOGETHER", 40)
    monkeypatch.setattr(place, "LEARNED_ON", 50)
    monkeypatch.setattr(report, "MOST_LISTED", 60)
    monkeypatch.setattr(weak_signals, "EXACT", 50)
    monkeypatch.setattr(weak_signals, "BESIDE", 40)


@pytest.mark.usefixtures("small_machine")
@pytest.mark.parametrize("given", [(), (Given(id="a", title="Pistes"), Given(id="b", title="Bus"))])
def test_by_parts_no_answer_is_lost(given: tuple[Given, ...]) -> None:
    result = listen(ANSWERS, question=QUESTION, embedder=WordEmbedder(), given=given)
    assert sum(result.accounting.values()) == len(ANSWERS)
    sorted_rows = {answer.row for answer in result.answers}
    assert sorted_rows | set(result.reasons) == {answer.row for answer in ANSWERS}
    again = listen(ANSWERS, question=QUESTION, embedder=WordEmbedder(), given=given)
    assert as_data(again) == as_data(result)


@pytest.mark.usefixtures("small_machine")
def test_a_page_lists_what_it_cites_and_says_the_rest() -> None:
    result = listen(ANSWERS, question=QUESTION, embedder=WordEmbedder())
    view = report.report(result, ANSWERS)
    listed = {quote.row for quote in view.answers}
    assert len(listed) + view.left_out == len(result.answers)
    assert {row for said in view.synthesis for row in said.cites} <= listed
    assert {quote.row for theme in view.themes for quote in theme.quotes} <= listed
    assert f"Les {view.left_out} autres réponses" in html(view)


def test_the_file_written_answer_by_answer_is_the_same_data() -> None:
    result = listen(ANSWERS, question=QUESTION, embedder=WordEmbedder())
    assert json.loads("".join(as_json(result))) == as_data(result)
    nothing = listen((), question="", embedder=WordEmbedder())
    assert json.loads("".join(as_json(nothing))) == as_data(nothing)


def test_what_was_not_read_is_guessed_from_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "READ", 80)
    found = meanings(TEXTS, WordEmbedder())
    true, guessed = WordEmbedder().embed(TEXTS), found.of(TEXTS)
    assert guessed.shape == true.shape
    known = [i for i, text in enumerate(TEXTS) if text in found.places]
    assert len(known) == 80
    assert np.allclose(guessed[known], true[known])
    unknown = [i for i in range(140) if i not in known]
    assert float(np.mean(np.sum(guessed[unknown] * true[unknown], axis=1))) > 0.6


def test_a_campaign_among_many_is_found_again() -> None:
    letter = (
        "nous demandons le retour du train de nuit entre la vallee et la capitale des cet hiver"
    )
    texts = [*(f"{letter} signe {name}" for name in ("a", "b", "c")), "plus de bus le soir"]
    assert copies(texts) == {1: 0, 2: 0}


def test_a_sign_that_no_font_draws_does_not_stop_the_report() -> None:
    odd = "\uf0fc des pistes cyclables 🤷 jusqu’à la gare 東京"
    answers = [Answer(row=i, text=f"{odd} {i}") for i in range(1, 5)]
    result = listen(answers, question="Que changer ?", embedder=WordEmbedder())
    pdf = document(report.report(result, answers), format="pdf", marking=Marking())
    assert pdf.startswith(b"%PDF")


def test_many_texts_are_masked_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Appelez Mme Odile Lambert au 06 12 34 56 78", "Plus de bus"] * 4
    alone = list(shown.shown_all(texts))
    monkeypatch.setattr(shown, "MANY", 4)
    monkeypatch.setattr(shown, "PART", 3)
    assert list(shown.shown_all(texts)) == alone
    assert "[téléphone masqué]" in alone[0]
