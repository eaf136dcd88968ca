"""Texts cut where points begin and end."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from beffroi_web.clarifier.highlight import Mark, blocks

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


@given(st.text(alphabet="ab \n#-", max_size=40), marks)
def test_the_words_are_all_there(text: str, given_marks: list[Mark]) -> None:
    shown = "".join(s.text for block in blocks(text, given_marks) for s in block.segments)
    assert re.sub(r"[\s#-]", "", shown) == re.sub(r"[\s#-]", "", text)


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
