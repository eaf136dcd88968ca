"""The whole way, without a model: nothing lost, nothing invented, the same twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.consultation import Answer, Given, Result, listen
from beffroi.consultation.export import as_data
from beffroi.consultation.files import write_all
from beffroi.consultation.page import html
from beffroi.consultation.report import report
from beffroi.consultation.tables import csv_table
from consultation.said import EXTRA, SUBJECTS, WordEmbedder


@pytest.fixture(scope="module")
def answers() -> tuple[Answer, ...]:
    said = [
        f"{text} {'svp' * (i % 2)}".strip()
        for i in range(10)
        for s in SUBJECTS.values()
        for text in s
    ]
    return tuple(Answer(row=i, text=text) for i, text in enumerate([*said, *EXTRA], start=1))


@pytest.fixture(scope="module")
def result(answers: tuple[Answer, ...]) -> Result:
    return listen(answers, question="Que faut-il changer ?", embedder=WordEmbedder())


def test_every_row_is_accounted_for(answers: tuple[Answer, ...], result: Result) -> None:
    assert result.rows == len(answers) == sum(result.accounting.values())
    sorted_rows = {answer.row for answer in result.answers}
    assert len(sorted_rows) == result.accounting["analysee"] + result.accounting["copie"]
    assert sorted_rows | set(result.reasons) == set(range(1, len(answers) + 1))


def test_every_analysed_answer_has_a_theme(result: Result) -> None:
    known = {theme.id for theme in result.themes}
    assert all(answer.themes for answer in result.answers)
    assert {name for answer in result.answers for name in answer.themes} <= known


def test_passages_are_exact(answers: tuple[Answer, ...], result: Result) -> None:
    texts = {answer.row: answer.text for answer in answers}
    for answer in result.answers:
        for idea in answer.ideas:
            assert 0 <= idea.start < idea.end <= len(texts[answer.row])
    for signal in result.weak_signals:
        assert texts[signal.row][signal.start : signal.end].strip()


def test_theme_counts_agree_with_the_answers(result: Result) -> None:
    for theme in result.themes:
        under = [
            a
            for a in result.answers
            if theme.id in a.themes or any(t.startswith(f"{theme.id}.") for t in a.themes)
        ]
        assert theme.n_answers == len(under) == sum(theme.positions.values())
        assert theme.n_people <= theme.n_answers


def test_the_same_file_gives_the_same_result(answers: tuple[Answer, ...], result: Result) -> None:
    again = listen(answers, question="Que faut-il changer ?", embedder=WordEmbedder())
    assert as_data(again) == as_data(result)


def test_a_child_in_danger_is_read_first(answers: tuple[Answer, ...], result: Result) -> None:
    first = result.weak_signals[0]
    assert "failli se faire renverser" in answers[first.row - 1].text
    assert first.urgency == 3
    assert "danger signalé" in first.reasons


def test_synthesis_cites_answers_that_exist_and_says_its_limits(result: Result) -> None:
    rows = {answer.row for answer in result.answers}
    assert {row for sentence in result.synthesis for row in sentence.cites} <= rows
    assert "ne représentent pas toute la population" in result.synthesis[-1].text
    assert result.synthesis[0].text.startswith(str(result.rows))


def test_given_themes_are_kept_as_they_are(answers: tuple[Answer, ...]) -> None:
    given = [Given(id="a", title="Pistes cyclables"), Given(id="b", title="Arbres et ombre")]
    result = listen(answers, question="", embedder=WordEmbedder(), given=given)
    assert [(t.id, t.title) for t in result.themes] == [
        ("a", "Pistes cyclables"),
        ("b", "Arbres et ombre"),
    ]
    first = {a.row: a.themes for a in result.answers}
    assert first[1] == ("a",)
    assert any("non classé" in a.flags for a in result.answers)


def test_reports_hide_personal_data_and_need_no_network(
    answers: tuple[Answer, ...], result: Result, tmp_path: Path
) -> None:
    page = html(report(result, answers))
    assert "06 12 34 56 78" not in page
    assert "[téléphone masqué]" in page
    assert "http" not in page
    written = write_all(result, answers, tmp_path / "sortie")
    assert {path.name for path in written} >= {"resultat.json", "rapport.html", "verbatims.xlsx"}
    data = json.loads((tmp_path / "sortie/resultat.json").read_text("utf-8"))
    assert sum(data["accounting"].values()) == data["rows"]


def test_a_formula_in_an_answer_is_not_run_by_a_spreadsheet() -> None:
    answers = [Answer(row=i, text="=2+5 est une formule du tableau") for i in range(1, 4)]
    result = listen(answers, question="", embedder=WordEmbedder())
    assert "\r\n=" not in csv_table(report(result, answers)).decode("utf-8-sig").replace(
        ";=", "\r\n="
    )


@pytest.mark.parametrize("texts", [[], [""], ["Plus de bus"], ["nsp", "Plus de bus le soir"]])
def test_very_few_answers(texts: list[str]) -> None:
    answers = [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]
    result = listen(answers, question="", embedder=WordEmbedder())
    assert sum(result.accounting.values()) == len(texts)
