"""What a model says of a theme is believed only when the source bears it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from beffroi.consultation.parse import Source, has_number, named, sentence_kept, title_kept, worded
from beffroi.errors import InvalidAnswer

SOURCE = Source(
    id="t1",
    words=("pistes", "loi", "gare"),
    passages=(
        "Il faut des pistes cyclables continues jusqu’à la gare",
        "Une piste cyclable protégée, la loi 1905 n’y est pour rien",
        "Respecter la loi 1905 et la limite à 30",
        "Fermer la gare aux voitures",
    ),
)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Pistes cyclables continues", "Pistes cyclables continues"),
        ("pistes cyclables jusqu'à la gare.", "Pistes cyclables jusqu’à la gare"),
        ("Respecter la loi 1905", "Respecter la loi 1905"),  # two passages say it
        ("Limite à 30 à l’heure", ""),  # one passage only
        ("Pistes", ""),
        ("Divers sujets cyclables", ""),
        ("Avis des habitants", ""),
        ("Construction d’un tramway moderne", ""),  # nobody spoke of it
        ("Nos pistes cyclables", ""),
        ("**Pistes cyclables**", ""),
        ("Pistes cyclables de la gare et de la loi et encore de la gare protégée", ""),
        ("La plupart veulent des pistes", ""),
        ("Fermer la gare aux voitures", "Fermer la gare aux voitures"),
        ("Supprimer la piste cyclable", ""),  # others there want it
        ("Voitures interdites", ""),  # none of the theme's first words
    ],
)
def test_a_title_is_made_of_the_source(title: str, kept: str) -> None:
    assert title_kept(title, SOURCE) == kept


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "Les habitants demandent des pistes cyclables protégées jusqu’à la gare",
            "Les habitants demandent des pistes cyclables protégées jusqu’à la gare.",
        ),
        ("Les 45 habitants demandent des pistes cyclables continues.", ""),
        ("Deux habitants demandent des pistes cyclables continues.", ""),
        ("La majorité demande des pistes cyclables continues.", ""),
        ("Nous demandons des pistes cyclables continues.", ""),
        ("Les habitants demandent un tramway moderne et un hôpital neuf.", ""),
        ("Les habitants demandent des pistes. Ils ont raison pour la gare.", ""),
        (
            "Les habitants demandent des « pistes cyclables continues » partout.",
            "Les habitants demandent des «\N{NO-BREAK SPACE}pistes cyclables continues"
            "\N{NO-BREAK SPACE}» partout.",
        ),
        ("Les habitants demandent des « pistes cyclables modernes » continues.", ""),
        ("Paul Durand, 06 12 34 56 78, demande une piste cyclable.", ""),
        ("Pistes cyclables.", ""),
        ("Les habitants ont promis des pistes cyclables continues.", ""),  # who says it?
        ("Les habitants demandent de fermer la piste protégée aux voitures.", ""),  # two passages
        (
            "D’autres demandent de fermer la gare aux voitures, et une piste protégée.",
            "D’autres demandent de fermer la gare aux voitures, et une piste protégée.",
        ),
    ],
)
def test_a_sentence_counts_nothing_and_quotes_exactly(sentence: str, kept: str) -> None:
    assert sentence_kept(sentence, SOURCE) == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un bus et une rue", False),
        ("trois bus", True),
        ("68 %", True),
        ("une dizaine de bus", True),
    ],
)
def test_numbers_are_seen_in_digits_and_in_words(text: str, found: bool) -> None:
    assert has_number(text) is found


def test_an_invented_key_is_ignored() -> None:
    answer = {
        "g1": {"titre": "Pistes cyclables continues", "description": ""},
        "g9": {"titre": "Pistes cyclables continues", "description": ""},
        "g2": "rien",
    }
    asked = {f"g{i}": replace(SOURCE, id=f"t{i}") for i in (1, 2, 3)}
    found = named(json.dumps(answer), keys_of=asked)
    assert {name: said.title for name, said in found.items()} == {
        "t1": "Pistes cyclables continues"
    }


def test_a_minority_that_was_not_shown_says_nothing() -> None:
    answer = json.dumps(
        {
            "majorite": "Les habitants demandent des pistes cyclables continues.",
            "minorite": "D’autres refusent la piste cyclable protégée de la gare.",
        }
    )
    assert worded(answer, SOURCE, None).minority == ""
    assert worded(answer, SOURCE, SOURCE).minority.startswith("D’autres refusent")


@pytest.mark.parametrize("answer", ["", "[]", "{", '"titre"'])
def test_an_answer_of_another_shape_is_invalid(answer: str) -> None:
    with pytest.raises(InvalidAnswer):
        named(answer, keys_of={})
