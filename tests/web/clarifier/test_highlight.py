"""Texts cut where points begin and end."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from beffroi_web.clarifier.highlight import KEPT, Mark, blocks

marks = st.lists(
    st.builds(
        Mark,
        start=st.integers(0, 40),
        end=st.integers(0, 40),
        number=st.integers(1, 5),
        severity=st.sampled_from(["bloquant", "a_verifier", "information"]),
    ),
    max_size=5,
)


@given(st.text(alphabet="ab1. \n#-|*>", max_size=40), marks)
def test_the_words_are_all_there(text: str, given_marks: list[Mark]) -> None:
    shown = "".join(s.text for block in blocks(text, given_marks) for s in block.segments)
    assert re.sub(r"[\s#|*>-]", "", shown) == re.sub(r"[\s#|*>-]", "", text)


def test_bold_is_bold_and_its_stars_are_not_shown() -> None:
    found = blocks("Le **3 mai** 2026, 2 * 3 * 4.", [])[0].segments
    assert [(s.text, s.bold) for s in found] == [
        ("Le ", False),
        ("3 mai", True),
        (" 2026, 2 * 3 * 4.", False),
    ]
    text = "Le **3 mai** 2026."
    mark = Mark(start=3, end=text.index(" 2026"), number=1, severity="bloquant")
    cut = blocks(text, [mark])[0].segments
    assert [(s.text, s.bold, s.numbers) for s in cut] == [
        ("Le ", False, ()),
        ("3 mai", True, (1,)),
        (" 2026.", False, ()),
    ]


def test_rows_become_a_table_whose_cells_keep_their_points() -> None:
    text = "Tarifs :\n\n| Repas | Prix |\n|---|---|\n| midi | 3,35 € |\n\nFin."
    place = text.index("3,35 €")
    mark = Mark(start=place, end=place + 6, number=1, severity="bloquant")
    found = blocks(text, [mark])
    assert [(b.kind, b.opens, b.closes) for b in found] == [
        ("paragraph", False, False),
        ("row", True, False),
        ("row", False, True),
        ("paragraph", False, False),
    ]
    cells = [["".join(s.text for s in cell) for cell in b.cells] for b in found if b.cells]
    assert cells == [["Repas", "Prix"], ["midi", "3,35 €"]]
    assert found[2].cells[1][0].numbers == (1,)
    assert blocks("a | b\n|seul|", [])[0].kind == "paragraph"


def test_a_kept_fact_is_under_no_point() -> None:
    text = "Le 3 mai à 8 h."
    kept = Mark(start=3, end=8, number=KEPT, severity="information")
    point = Mark(start=3, end=4, number=2, severity="bloquant")
    found = blocks(text, [kept, point])[0].segments
    assert [(s.text, s.kept, s.numbers) for s in found] == [
        ("Le ", False, ()),
        ("3", False, (2,)),
        (" mai", True, ()),
        (" à 8 h.", False, ()),
    ]


def test_overlapping_points_and_the_worst_severity() -> None:
    found = blocks(
        "abcdef",
        [
            Mark(start=1, end=4, number=1, severity="a_verifier"),
            Mark(start=3, end=5, number=2, severity="bloquant"),
        ],
    )[0].segments
    assert [(s.text, s.numbers, s.severity, s.first) for s in found] == [
        ("a", (), "", ()),
        ("bc", (1,), "a_verifier", (1,)),
        ("d", (1, 2), "bloquant", (2,)),
        ("e", (2,), "bloquant", ()),
        ("f", (), "", ()),
    ]


def test_titles_and_items_lose_their_marks() -> None:
    found = blocks("## Quoi ?\nUn bal.\nUn feu.\n\n- pain\n- vin\n\n#12 rue", [])
    assert [(b.kind, b.level, "".join(s.text for s in b.segments)) for b in found] == [
        ("title", 2, "Quoi ?"),
        ("paragraph", 0, "Un bal.\nUn feu."),
        ("item", 0, "pain"),
        ("item", 0, "vin"),
        ("paragraph", 0, "#12 rue"),
    ]
