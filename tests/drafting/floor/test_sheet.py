"""The sheet by questions answers with exact passages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.drafting.floor.questions import TITLES, Question
from beffroi.drafting.floor.sheet import MAX_PASSAGES, build_sheet
from drafting.acts import COUNCIL, TRAFFIC


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("quoi", "la circulation de tous les véhicules est interdite"),
        ("ou", "Rue du Four, entre la rue de la Poste et la place de l’Église."),
        ("quand", "Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h."),
        ("exception", "ni aux véhicules des riverains ni aux véhicules de secours"),
        ("faire", "Une déviation est mise en place par l’avenue de la Gare."),
        ("risque", "pourra être mis en fourrière"),
        ("aide", "02 41 00 12 34"),
        ("aide", "tribunal administratif de Nantes dans un délai de deux mois"),
        ("pourquoi", "Les travaux de réfection des trottoirs"),
    ],
)
def test_each_question_of_an_arrete(question: Question, words: str) -> None:
    assert words in "\n".join(build_sheet(TRAFFIC).answers[question])


def test_what_is_left_out_is_told() -> None:
    sheet = build_sheet(TRAFFIC)
    assert "L. 2212-1" not in sheet.text
    assert "(2 et 1 phrases)" in sheet.notices[0]
    assert sheet.text.endswith("Fait à Saint-Aubin, le 20 mars 2026, Le Maire, Jeanne MARTIN.")


def test_the_decision_of_a_council_answers_what() -> None:
    assert any("184 500 €" in words for words in build_sheet(COUNCIL).answers["quoi"])


def test_too_many_passages_are_counted() -> None:
    text = "\n".join(f"Vous devez fournir la pièce numéro {n}." for n in range(1, 31))
    sheet = build_sheet(text)
    assert sheet.hidden == 29 - MAX_PASSAGES
    assert f"Et {sheet.hidden} autres passages" in sheet.text


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@given(st.lists(st.sampled_from([*TRAFFIC.split("\n"), *COUNCIL.split("\n")]), max_size=12))
def test_every_answer_is_in_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    sheet = build_sheet(text)
    assert set(sheet.answers) <= set(TITLES)
    for passages in sheet.answers.values():
        for passage in passages:
            if not passage.startswith("Et "):
                assert all(_bare(part) in _bare(text) for part in passage.split("\n"))


def test_the_elected_are_the_decision() -> None:
    sheet = build_sheet(
        "La ville est représentée au conseil de la maison de retraite.\n"
        "A été élue : - Anne ROUX\nLe Conseil adopte. Pour extrait conforme, "
        "Le Maire Publiée le : 3 mai"
    )
    assert sheet.answers["quoi"] == ("A été élue :\n- Anne ROUX", "Le Conseil adopte.")
    assert sheet.signature.endswith("Le Maire, Publiée le : 3 mai.")


def test_what_takes_up_the_sentence_before_stays_with_it() -> None:
    sheet = build_sheet(
        "La carte est délivrée à la mairie. Elle est gratuite. Rôle :\nElle sert de titre. "
        "Elle est refusée sous peine d’amende."
    )
    assert sheet.answers["quoi"] == (
        "La carte est délivrée à la mairie. Elle est gratuite.",
        "Rôle : Elle sert de titre.",
    )
    assert "amende" in sheet.answers["risque"][0]


def test_a_passage_said_again_longer_is_said_once() -> None:
    sheet = build_sheet(
        "Le tarif est de 12 €.\n\nLe vote est secret.\n\nLe tarif est de 12 € par mois."
    )
    assert sheet.answers["quoi"] == ("Le vote est secret.", "Le tarif est de 12 € par mois.")


def test_lines_with_figures_are_never_dropped_as_headings() -> None:
    sheet = build_sheet("Vu le code,\nDÉCIDE\nIl y a deux collèges.\nCollège A 4 4 titulaires")
    assert any("Collège A 4 4" in words for words in sheet.answers["quoi"])


def test_the_date_of_a_decree_says_no_when() -> None:
    sheet = build_sheet("Selon le décret n° 91. 1415 du 31 décembre 1991, la rue est fermée.")
    assert "quand" not in sheet.answers


def test_who_is_not_concerned_is_named() -> None:
    sheet = build_sheet("La rue est fermée, sauf pour les véhicules de secours.")
    assert sheet.text.endswith("\n\nLes véhicules de secours.")


def test_an_impersonal_duty_answers_its_own_question() -> None:
    sheet = build_sheet("La carte est prête.\nIl appartient au demandeur de fournir un bail.")
    assert sheet.answers["quoi"] == ("La carte est prête.",)
