from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from beffroi.clarity.falc import Proofreading, as_text, lines, sheet
from beffroi.errors import EmptyText, InputError

DRAFT = (
    "# La rue est fermée\n\nLa rue Verte est fermée. Vous ne pouvez pas passer.\n\nAppelez-nous."
)
ACT = "Arrêté n° 12. Article 1er. La circulation est interdite rue Verte."


def test_one_sentence_a_line_and_room_for_a_picture() -> None:
    made = lines(DRAFT)
    assert [line.text for line in made] == [
        "La rue est fermée",
        "La rue Verte est fermée.",
        "Vous ne pouvez pas passer.",
        "Appelez-nous.",
    ]
    assert [line.title for line in made] == [True, False, False, False]
    assert [line.picture for line in made] == [False, True, False, True]


def test_the_sheet_is_always_a_draft_and_carries_the_whole_act() -> None:
    text = as_text(sheet(DRAFT, act=ACT))
    assert "brouillon FALC à faire relire par des personnes concernées" in text
    assert "Pas encore relu" in text and text.endswith(ACT)
    assert "est FALC" not in text


def test_the_record_says_who_read_it() -> None:
    record = Proofreading(
        readers=("Amel", "Yann"),
        companion="ESAT des Tilleuls",
        on=date(2026, 3, 2),
        understood="Tout, sauf « circulation ».",
        changed="« circulation » est devenu « passer en voiture ».",
        version=2,
    )
    made = sheet(DRAFT, act=ACT, proofreadings=[record, replace(record, on=date(2026, 3, 9))])
    text = as_text(made)
    assert "Relu par : Amel, Yann" in text and "Le : 02/03/2026" in text and "09/03" in text
    assert "compris : Tout, sauf" in text and "Version relue : 2" in text
    assert "Pas encore relu" not in text and made.name.startswith("brouillon")


def test_what_is_still_difficult_is_listed() -> None:
    found = {f.type for f in sheet("Vous ne pourriez pas venir.", act=ACT).findings}
    assert {"clarte.negation", "clarte.conditionnel"} <= found


def test_refusals() -> None:
    with pytest.raises(EmptyText):
        sheet(" ", act=ACT)
    with pytest.raises(EmptyText):
        sheet(DRAFT, act="")
    nobody = Proofreading(
        readers=(), companion="", on=date(2026, 3, 2), understood="Tout.", changed="Rien."
    )
    with pytest.raises(InputError):
        sheet(DRAFT, act=ACT, proofreadings=[nobody])
