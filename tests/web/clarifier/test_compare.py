"""The difference of two versions, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi_web.clarifier.compare import ADDED, REMOVED, difference, laid_out, share_changed

texts = st.text(alphabet="ab é’\n.,12", max_size=60)


@given(texts, texts)
def test_nothing_is_lost(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(p.text for p in pieces if p.change != "added") == old
    assert "".join(p.text for p in pieces if p.change != "removed") == new


@given(texts)
def test_the_same_text_has_no_change(text: str) -> None:
    assert all(piece.change == "same" for piece in difference(text, text))


def test_two_words_in_a_row_are_one_change() -> None:
    changes = difference("La rue est fermée lundi.", "La rue reste ouverte lundi.")
    assert [(p.change, p.text) for p in changes] == [
        ("same", "La rue "),
        ("removed", "est fermée"),
        ("added", "reste ouverte"),
        ("same", " lundi."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("un deux trois", "un deux trois", 0.0), ("un deux", "sept huit", 1.0), ("", "x", 0.0)],
)
def test_share_changed(old: str, new: str, share: float) -> None:
    assert share_changed(old, new) == share


def test_a_difference_is_laid_out_as_it_is_read() -> None:
    found = laid_out("## Pourquoi ?\n\n- pain\n- vin", "## Comment ?\n\n- pain\n- **miel**")
    assert [block.kind for block in found] == ["title", "item", "item"]
    title = [(s.text, s.numbers) for s in found[0].segments]
    assert title == [("Pourquoi", (REMOVED,)), ("Comment", (ADDED,)), (" ?", ())]
    last = [(s.text, s.numbers, s.bold) for s in found[2].segments]
    assert ("vin", (REMOVED,), False) in last and ("miel", (ADDED,), True) in last
