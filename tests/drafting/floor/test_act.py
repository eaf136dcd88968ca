"""Every sentence of an act is in one line, with the right part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.drafting.floor.act import read_act
from drafting.acts import COUNCIL, TRAFFIC


@pytest.mark.parametrize(
    ("start", "kind", "article"),
    [
        ("ARRÊTÉ N° 2026-041", "titre", ""),
        ("Le Maire de la commune", "autorite", ""),
        ("Vu le code général", "visa", ""),
        ("Considérant que", "motif", ""),
        ("ARRÊTE", "formule", ""),
        ("Du mardi 7 avril", "regle", "1er"),
        ("Une déviation", "regle", "2"),
        ("Tout véhicule", "regle", "3"),
        ("Monsieur le directeur", "execution", "6"),
        ("Fait à Saint-Aubin", "signature", "6"),
        ("Jeanne MARTIN", "signature", "6"),
    ],
)
def test_parts_of_an_arrete(start: str, kind: str, article: str) -> None:
    act = read_act(TRAFFIC)
    line = next(line for line in act.lines if act.of(line).startswith(start))
    assert (line.kind, line.article) == (kind, article)
    assert act.is_act


def test_a_deliberation_is_known_by_its_vote() -> None:
    act = read_act(COUNCIL)
    assert act.is_deliberation
    assert next(act.of(line) for line in act.all("signature")).startswith("Pour extrait")


@given(st.text(max_size=400))
def test_any_text_gives_ordered_lines_that_do_not_overlap(text: str) -> None:
    lines = read_act(text).lines
    ends = 0
    for line in lines:
        assert ends <= line.span.start < line.span.end <= len(text)
        ends = line.span.end


@pytest.mark.parametrize("text", [TRAFFIC, COUNCIL])
def test_no_word_is_lost(text: str) -> None:
    act = read_act(text)
    kept = set()
    for line in act.lines:
        kept.update(range(line.span.start, line.span.end))
    lost = "".join(c if i not in kept else " " for i, c in enumerate(text))
    rest = [word for word in lost.split() if word not in {"Article", ":"}]
    assert all(word.rstrip(":") in {"1er", "2", "3", "4", "5", "6"} for word in rest)


LETTERHEADS = (
    "DÉPARTEMENT DE LA LOUE\nCOMMUNE DE VALMONT-SUR-LOUE",
    "République française\nLiberté – Égalité – Fraternité\n\nDépartement du Jura\nMairie de Dole",
    "Arrondissement de Dole\nVille de Dole",
)


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_the_letterhead_is_not_the_title(letterhead: str) -> None:
    act = read_act(
        f"{letterhead}\n\nARRÊTÉ N° 2026-041\n\nVu le code,\n\nArticle 1er\nC’est fermé."
    )
    assert [act.of(line) for line in act.all("titre")] == ["ARRÊTÉ N° 2026-041"]


def test_a_town_alone_or_in_a_sentence_is_no_letterhead() -> None:
    assert read_act("Commune de Valmont").all("autorite") == []
    assert read_act("La ville de Lyon est belle.").all("autorite") == []


def test_items_typed_in_one_line_are_lines() -> None:
    act = read_act("Vu le code,\n\nLe conseil décide : - De fixer le tarif ; - De le dire.")
    rules = act.all("regle")
    assert [act.of(line) for line in rules] == [
        "Le conseil décide :",
        "De fixer le tarif ;",
        "De le dire.",
    ]
    assert [line.item for line in rules] == [False, True, True]


def test_the_cells_of_a_table_and_short_items_are_no_titles() -> None:
    act = read_act(
        "Salariés par établissement\n| Moins de 50\n| 1\nIl faut :\n- un plan\n- un devis."
    )
    kinds = [(line.kind, line.item, act.of(line)) for line in act.lines]
    assert kinds == [
        ("titre", False, "Salariés par établissement"),
        ("regle", True, "Moins de 50"),
        ("regle", True, "1"),
        ("regle", False, "Il faut :"),
        ("regle", True, "un plan"),
        ("regle", True, "un devis."),
    ]
