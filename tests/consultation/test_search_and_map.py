"""Search by words and by meaning, and the map of ideas: exact passages, the same each time."""

from __future__ import annotations

import numpy as np
import pytest

from beffroi.consultation import Answer, Result, charts, listen
from beffroi.consultation.changes import merge
from beffroi.consultation.map import (
    DOTS,
    Layout,
    idea_map,
    lay_out,
    map_said,
    neighbours,
)
from beffroi.consultation.search import (
    Index,
    Remembering,
    by_meaning,
    by_words,
    from_bytes,
    index_of,
    to_bytes,
)
from consultation.test_listen import SUBJECTS, WordEmbedder

Analysed = tuple[Result, list[Answer], Index]


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    texts = [f"{text}, rue {i}" for i in range(8) for said in SUBJECTS.values() for text in said]
    answers = [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]
    memory = Remembering(WordEmbedder())
    result = listen(answers, question="Que changer ?", embedder=memory)
    return result, answers, index_of(result, answers, memory.known)


def test_every_idea_is_in_the_index_with_its_place(analysed: Analysed) -> None:
    result, _, index = analysed
    ideas = {(i.row, i.start, i.end) for a in result.answers for i in a.ideas}
    assert {tuple(place) for place in index.places.tolist()} == ideas
    assert index.ideas == len(ideas) == len(index.vectors)
    again, more = from_bytes(to_bytes(index, spots=np.ones((2, 2), np.float32)))
    assert (again.places == index.places).all() and (again.vectors == index.vectors).all()
    assert again.ideas == index.ideas and more["spots"].shape == (2, 2)


def test_meaning_finds_the_near_first_and_nothing_for_nothing(analysed: Analysed) -> None:
    _, answers, index = analysed
    texts = {answer.row: answer.text for answer in answers}
    found = by_meaning(index, "un vélo sur une piste cyclable", WordEmbedder())
    passages = [texts[f.row][f.start : f.end] for f in found]
    assert "piste" in passages[0] and "cyclable" in passages[0]
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)
    assert by_meaning(index, "  ", WordEmbedder()) == ()


def test_words_are_found_whatever_their_ending_but_not_what_is_hidden() -> None:
    texts = {
        1: "Des pistes cyclables continues",
        2: "Appelez le 06 12 34 56 78 pour la piste",
        3: "Le marché",
    }
    assert by_words(texts, "piste cyclable") == (1,)
    assert by_words(texts, "Pistes") == (1, 2)
    assert by_words(texts, "06 12 34 56 78") == ()
    assert by_words(texts, "le") == (2, 3)
    assert by_words(texts, "!") == ()


def test_the_map_is_the_same_twice_and_follows_todays_themes(analysed: Analysed) -> None:
    result, answers, index = analysed
    layout = lay_out(result, index)
    assert (layout.spots == lay_out(result, index).spots).all()
    assert layout.spots.min() >= 0 and layout.spots.max() <= 100
    drawn = idea_map(result, answers, index, layout)
    assert sum(dot.count for dot in drawn.dots) == index.ideas == drawn.placed
    assert (
        sum(area.ideas for area in drawn.areas)
        + sum(dot.count for dot in drawn.dots if not dot.theme)
        == drawn.placed
    )
    assert set(neighbours(drawn)) == {area.id for area in drawn.areas}
    first, second = [t.id for t in result.themes if t.parent is None][:2]
    merged = merge(result, answers, theme=second, into=first, by="Camille")
    after = idea_map(merged, answers, index, layout)
    assert second not in {area.id for area in after.areas}
    assert [(d.x, d.y) for d in after.dots] == [(d.x, d.y) for d in drawn.dots]


def test_many_ideas_are_gathered_and_it_is_said() -> None:
    n = DOTS + 200
    answers = [Answer(row=i, text=f"idée {i}") for i in range(1, n + 1)]
    generator = np.random.default_rng(0)
    vectors = generator.normal(size=(n, 20)).astype(np.float16)
    places = np.array([[i, 0, 4] for i in range(1, n + 1)])
    index = Index(places=places, vectors=vectors, ideas=n + 10)
    result = listen([], question="?", embedder=WordEmbedder())
    spots = generator.uniform(0, 100, size=(DOTS, 2)).astype(np.float32)
    layout = Layout(spots=spots, dots=np.arange(n) % DOTS)
    drawn = idea_map(result, answers, index, layout)
    assert drawn.grouped and sum(dot.count for dot in drawn.dots) == n
    said = map_said(drawn)
    assert "plusieurs idées" in said and "une partie" in said and "sans thème" in said


def test_the_drawing_hides_and_escapes(analysed: Analysed) -> None:
    result, answers, index = analysed
    layout = lay_out(result, index)
    spelled = [Answer(row=a.row, text=a.text.replace("rue", "<b>é")) for a in answers]
    drawn = charts.drawn_map(idea_map(result, spelled, index, layout), link=lambda n: f"?r={n}")
    assert "<b>" not in drawn and drawn.count('tabindex="0"') == 1
    assert drawn.count("<a href=") == index.ideas


def test_nothing_to_draw_is_no_error() -> None:
    result = listen([], question="?", embedder=WordEmbedder())
    index = index_of(result, [], {})
    layout = lay_out(result, index)
    drawn = idea_map(result, [], index, layout)
    assert drawn.dots == () and drawn.areas == () and neighbours(drawn) == {}
    assert by_meaning(index, "bus", WordEmbedder()) == ()
