"""The page that opens offline: every figure leads to exactly the answers that it counts."""

from __future__ import annotations

import html as markup
import json
import re
from dataclasses import replace

import pytest

from beffroi.consultation import Answer, Given, Result, listen
from beffroi.consultation.crossings import every
from beffroi.consultation.map import idea_map, lay_out
from beffroi.consultation.page import html
from beffroi.consultation.report import POSITION_NAMES, report
from beffroi.consultation.search import Remembering, alike, index_of
from consultation.said import EXTRA, LETTER, SUBJECTS, WordEmbedder

TEXTS = [f"{text} {i}" for i in range(8) for said in SUBJECTS.values() for text in said]
ANSWERS = tuple(
    Answer(row=i, text=text, profile={"Quartier": ("Nord", "Centre")[i % 2]})
    for i, text in enumerate([*TEXTS, *EXTRA, LETTER], start=1)
)
Made = tuple[Result, str]


@pytest.fixture(
    scope="module", params=[(), (Given(id="a", title="Bus"), Given(id="b", title="Vélo"))]
)
def made(request: pytest.FixtureRequest) -> Made:
    memory = Remembering(WordEmbedder())
    result = listen(ANSWERS, question="Que changer ?", embedder=memory, given=request.param)
    index = index_of(result, ANSWERS, memory.known)
    view = report(result, ANSWERS)
    page = html(
        view,
        crossings=every(result, ANSWERS, names=POSITION_NAMES),
        mapped=idea_map(result, ANSWERS, index, lay_out(result, index)),
        near=alike(index, [answer.row for answer in view.answers]),
    )
    return result, page


def kinds_of(page: str) -> dict[str, list[str]]:
    """Answer → which figures count it."""
    found = re.findall(r'<li id="r(\d+)" data-k="([^"]*)"', page)
    return {row: markup.unescape(kinds).split() for row, kinds in found}


def test_every_figure_leads_to_as_many_answers_as_it_says(made: Made) -> None:
    result, page = made
    figures = json.loads(re.search(r'id="figures">(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    kinds = kinds_of(page)
    assert len(kinds) == len(result.answers)
    asked = set(re.findall(r'href="#voir/([^"]+)"', page))
    assert asked and asked <= set(figures)
    for kind, (_, count) in figures.items():
        assert sum(kind in found for found in kinds.values()) == count, kind
    for theme in result.themes:
        assert figures[theme.id][1] == theme.n_answers


def test_every_link_leads_somewhere_in_the_page_and_none_outside(made: Made) -> None:
    _, page = made
    places = set(re.findall(r' id="([^"]+)"', page))
    inside = {place for place in re.findall(r'href="#([^"]+)"', page) if "/" not in place}
    assert inside <= places
    assert not re.findall(r'(?:href|src)="(?!#)', page) and "http" not in page
    near = {row for rows in re.findall(r'data-p="([^"]*)"', page) for row in rows.split()}
    assert near and {f"r{row}" for row in near} <= places


def test_rows_set_aside_are_all_told_with_their_reason(made: Made) -> None:
    result, page = made
    told = sum(int(n) for n in re.findall(r"<summary>[^<]*?\. (\d+) lignes?</summary>", page))
    assert told == result.rows - len(result.answers)


def test_no_answer_is_joined_to_a_profile(made: Made) -> None:
    _, page = made
    listed = page[page.index('<ol id="liste"') : page.index("</ol>", page.index('<ol id="liste"'))]
    assert "Nord" not in listed and "Centre" not in listed


def test_an_answer_cannot_write_in_the_page() -> None:
    odd = '</script><script>alert(1)</script> "vélo" & bus'
    answers = [Answer(row=i, text=f"{odd} {i}") for i in range(1, 5)]
    result = listen(answers, question=odd, embedder=WordEmbedder())
    themes = tuple(replace(theme, title=odd) for theme in result.themes)
    page = html(report(replace(result, themes=themes), answers))
    assert page.count("<script") == 2 and "alert(1)</script>" not in page
