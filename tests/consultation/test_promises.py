"""Two promises: a quotation is an exact part of an answer; a number is the one in the table."""

from __future__ import annotations

import csv
import html as markup
import io
import random
import re

import pytest

from beffroi.consultation import Answer, Result, changes, listen
from beffroi.consultation.example import EXAMPLE_QUESTION, example
from beffroi.consultation.open_data import open_data
from beffroi.consultation.page import html
from beffroi.consultation.report import report
from beffroi.consultation.synthesis import inside
from beffroi.consultation.table import read_csv
from beffroi.consultation.tables import csv_table
from beffroi.consultation.types import Theme
from consultation.said import WordEmbedder

MASKED = re.compile(r"\[[^\]]* masqué\]")
COUNTED = re.compile(r"«\s(.+?)\s»\s: ([\d\s]+)\sréponses? \((.+)\)\.$")


@pytest.fixture(scope="module")
def answers() -> tuple[Answer, ...]:
    rows = read_csv(example().decode("utf-8-sig")).rows
    return tuple(Answer(row=i, text=row[-1]) for i, row in enumerate(rows, start=1))


@pytest.fixture(scope="module")
def result(answers: tuple[Answer, ...]) -> Result:
    return listen(answers, question=EXAMPLE_QUESTION, embedder=WordEmbedder())


def flat(text: str) -> str:
    return " ".join(markup.unescape(text).split())


def is_exact(passage: str, whole: str) -> bool:
    """Every part of ``passage`` between masks is in ``whole``, in order."""
    at = 0
    for part in MASKED.split(flat(passage)):
        at = flat(whole).find(part.strip(), at)
        if at < 0:
            return False
    return True


def corrected(result: Result, answers: tuple[Answer, ...]) -> Result:
    """The result after decisions of a person, drawn at random."""
    drawn = random.Random(4)
    for _ in range(6):
        names = [theme.id for theme in result.themes]
        row = drawn.choice(result.answers).row
        result = changes.move(result, answers, row=row, theme=drawn.choice(names), by="Odile")
    first, second = drawn.sample([t.id for t in result.themes if t.parent is None], 2)
    return changes.merge(result, answers, theme=first, into=second, by="Odile")


def check_numbers(result: Result) -> None:
    titles = {theme.title: theme for theme in result.themes if theme.parent is None}
    said = 0
    for sentence in result.synthesis:
        found = COUNTED.match(sentence.text.replace("\N{NO-BREAK SPACE}", " "))
        if found:
            check_theme(
                titles[found[1].replace(" ", "\N{NO-BREAK SPACE}")]
                if found[1] not in titles
                else titles[found[1]],
                found[2],
                found[3],
            )
            said += 1
    assert said == len(titles)


def check_theme(theme: Theme, count: str, positions: str) -> None:
    assert int(re.sub(r"\s", "", count)) == theme.n_answers
    numbers = [int(number) for number in re.findall(r"\d+", positions)]
    assert sorted(numbers) == sorted(n for n in theme.positions.values() if n)
    assert sum(numbers) == theme.n_answers


@pytest.mark.parametrize("decided", [False, True])
def test_numbers_of_the_synthesis_are_those_of_the_table(
    answers: tuple[Answer, ...], result: Result, decided: bool
) -> None:
    found = corrected(result, answers) if decided else result
    check_numbers(found)
    for theme in found.themes:
        under = [
            a
            for a in found.answers
            if a.ideas
            and any(i.theme == theme.id or i.theme.startswith(f"{theme.id}.") for i in a.ideas)
        ]
        copies = [a for a in found.answers if a.copy_of in {u.row for u in under}]
        if not decided:
            assert theme.n_answers == len(under) + len(copies)
        against = sum(inside(theme, a) == "contre" for a in under)
        assert against <= theme.positions["contre"]


def test_every_passage_shown_is_exact(answers: tuple[Answer, ...], result: Result) -> None:
    texts = {answer.row: answer.text for answer in answers}
    page = html(report(result, answers))
    quoted = re.findall(r"<blockquote><p>«&nbsp;(.*?)&nbsp;» <a[^>]*>Réponse (\d+)</a>", page, re.S)
    assert len(quoted) > 20
    assert all(is_exact(passage, texts[int(row)]) for passage, row in quoted)


@pytest.mark.parametrize("table", ["csv_table", "open_data"])
def test_every_cell_of_the_tables_is_exact(
    answers: tuple[Answer, ...], result: Result, table: str
) -> None:
    texts = {str(answer.row): answer.text for answer in answers}
    data = (
        csv_table(report(result, answers)) if table == "csv_table" else open_data(result, answers)
    )
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) > 20
    row_name, text_name = ("Réponse", "Verbatim") if table == "csv_table" else ("reponse", "texte")
    assert all(is_exact(row[text_name], texts[row[row_name]]) for row in rows)
