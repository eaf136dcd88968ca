"""New answers join: names kept, new subjects announced, every row accounted for."""

from __future__ import annotations

import pytest

from beffroi.consultation import Answer, Result, listen
from beffroi.consultation.changes import rename
from beffroi.consultation.join import join
from consultation.test_listen import EXTRA, SUBJECTS, WordEmbedder

CABLE = [
    "Construire un téléphérique vers le plateau",
    "Le téléphérique relierait le plateau",
    "Un téléphérique urbain pour le plateau",
    "Oui au téléphérique du plateau",
    "Téléphérique entre le plateau et la vallée",
    "Un téléphérique vers le plateau, vite",
]
LETTER = (
    "Nous demandons plus de bus le soir et le dimanche, des pistes cyclables continues et "
    "des arbres partout sur la place"
)
Validated = tuple[Result, list[Answer]]


@pytest.fixture(scope="module")
def validated() -> Validated:
    """A result whose first theme was named by a person."""
    texts = [f"{text} {i}" for i in range(6) for said in SUBJECTS.values() for text in said]
    answers = [Answer(row=i, text=t) for i, t in enumerate([*texts, *EXTRA, LETTER], start=1)]
    result = listen(answers, question="Que faudrait-il changer ?", embedder=WordEmbedder())
    return rename(result, answers, theme="t1", title="Un nom validé"), answers


def new(texts: list[str]) -> list[Answer]:
    return [Answer(row=i, text=text) for i, text in enumerate(texts, start=1)]


def test_the_sums_hold_and_old_answers_do_not_move(validated: Validated) -> None:
    result, answers = validated
    joined = join(result, answers, new(["Plus de bus le soir", *EXTRA]), embedder=WordEmbedder())
    found = joined.result
    assert found.rows == result.rows + 1 + len(EXTRA) == len(joined.answers)
    assert sum(found.accounting.values()) == found.rows
    assert found.answers[: len(result.answers)] == result.answers
    assert {t.id: t.title for t in result.themes}.items() <= {
        t.id: t.title for t in found.themes
    }.items()
    rows = [answer.row for answer in joined.answers]
    assert len(set(rows)) == len(rows)
    told = {a.row for a in found.answers} | set(found.reasons)
    assert told == set(rows)


def test_an_answer_goes_under_the_theme_that_it_resembles(validated: Validated) -> None:
    result, answers = validated
    text = "des pistes cyclables continues et un vélo protégé"
    joined = join(result, answers, new([text]), embedder=WordEmbedder())
    bikes = next(a for a in result.answers if "cyclables" in answers[a.row - 1].text)
    assert joined.new == ()
    assert set(joined.result.answers[-1].themes) & set(bikes.themes)
    assert "aucun nouveau thème" in joined.result.notices[-1]


def test_a_subject_that_nobody_had_raised_is_a_new_theme_announced(validated: Validated) -> None:
    result, answers = validated
    joined = join(result, answers, new([*CABLE, "des arbres partout"]), embedder=WordEmbedder())
    (name,) = joined.new
    theme = next(t for t in joined.result.themes if t.id == name)
    assert theme.n_answers == len(CABLE) and "éléphérique" in theme.title
    assert "1\u00a0nouveau thème" in joined.result.notices[-1]
    assert theme.title in joined.result.notices[-1]
    assert sum(theme.positions.values()) == theme.n_answers


def test_copies_follow_the_old_text_and_those_set_aside_stay_aside(validated: Validated) -> None:
    result, answers = validated
    again = join(result, answers, new([LETTER, LETTER]), embedder=WordEmbedder()).result
    first = next(a.row for a in answers if a.text == LETTER)
    assert [a.copy_of for a in again.answers[-2:]] == [first, first]
    assert again.accounting["copie"] == result.accounting["copie"] + 2


def test_the_same_file_joins_the_same_way_and_can_be_followed_by_another(
    validated: Validated,
) -> None:
    result, answers = validated
    one = join(result, answers, new(CABLE), embedder=WordEmbedder())
    assert join(result, answers, new(CABLE), embedder=WordEmbedder()) == one
    two = join(
        one.result, one.answers, new(["Le téléphérique du plateau"]), embedder=WordEmbedder()
    )
    assert two.result.answers[-1].themes == one.new
    assert two.result.rows == result.rows + len(CABLE) + 1 and len(two.result.notices) == 2


def test_answers_that_say_nothing_are_counted_too(validated: Validated) -> None:
    result, answers = validated
    joined = join(result, answers, new(["", "nsp"]), embedder=WordEmbedder())
    assert joined.result.accounting["sans_reponse"] == result.accounting["sans_reponse"] + 2
