"""Passages: exact substrings, within one section, of a size for a small model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.documents import read_text
from beffroi.knowledge import segment
from beffroi.knowledge.segment import MOST, TAIL

SHEET = """La cantine accueille les élèves.
## Inscription
## Où s’inscrire
À la mairie.
## À noter
L’inscription est annuelle.
Elle se fait en juin.
## Tarifs
Le repas coûte :
- 3 € pour un enfant de la commune
- 4 € pour les autres
"""


def paths(text: str) -> list[tuple[str, ...]]:
    return [passage.heading_path for passage in segment("x", text)]


def test_titles_stand_in_the_heading_path_never_in_a_passage() -> None:
    found = segment("cantine", SHEET)
    assert [p.heading_path for p in found] == [
        (),
        ("Inscription", "Où s’inscrire"),
        ("Inscription", "Où s’inscrire"),
        ("Inscription", "Tarifs"),
    ]
    assert not any("#" in p.text for p in found)
    assert [p.number for p in found] == [1, 2, 3, 4]


def test_a_list_stays_with_the_sentence_that_announces_it() -> None:
    assert segment("cantine", SHEET)[-1].text == (
        "Le repas coûte :\n- 3 € pour un enfant de la commune\n- 4 € pour les autres"
    )


def test_levels_of_titles_are_kept() -> None:
    assert paths("# A\n## B\ntexte\n## C\ntexte\n# D\ntexte") == [("A", "B"), ("A", "C"), ("D",)]


@pytest.mark.parametrize("words", [40, 150, 600])
def test_a_long_section_is_cut_into_parts_of_like_size(words: int) -> None:
    sentence = "Le maire décide cela chaque année."
    found = segment("x", "\n".join([sentence] * (words // 6)))
    sizes = [len(p.text.split()) for p in found]
    assert max(sizes) <= MOST + TAIL
    assert min(sizes) >= min(40, words) - 6


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = segment("x", "Le conseil vote le budget en mars. " * 60)
    assert len(found) > 2
    assert all(p.text.endswith(".") for p in found)


def test_a_lead_in_goes_with_what_follows() -> None:
    long = " ".join(["mot"] * 110) + "."
    text = f"{long}\nIl faut :\n" + "\n".join(f"- {'papier ' * 10}{n}" for n in range(8))
    found = segment("x", text)
    assert not found[0].text.endswith("Il faut :")
    assert found[1].text.startswith("Il faut :")


def test_a_document_of_a_reader_keeps_its_headings() -> None:
    document = read_text("# Piscine\n\nElle ouvre à 9 h.\n\nElle ferme à 19 h.")
    found = segment("piscine", document)
    assert all(p.span.of(document.text) == p.text for p in found)
    assert "Elle ouvre à 9 h." in found[-1].text


@given(st.text(alphabet="ab .:\n-#1é", max_size=300))
def test_every_word_outside_titles_is_in_exactly_one_passage(text: str) -> None:
    found = segment("x", text)
    assert all(p.span.of(text) == p.text for p in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    covered = sum(len("".join(p.text.split())) for p in found)
    titles = sum(
        len("".join(line.split()))
        for line in text.splitlines()
        if line.strip().startswith("#") and _is_title(line.strip())
    )
    assert covered + titles == len("".join(text.split()))


def _is_title(line: str) -> bool:
    marks = len(line) - len(line.lstrip("#"))
    return marks <= 6 and line[marks : marks + 1] in (" ", "\t") and bool(line[marks:].strip())
