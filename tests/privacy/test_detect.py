from __future__ import annotations

from beffroi.privacy import detect
from beffroi.privacy.detect import BLOCK


def test_a_text_without_any_word_still_has_its_numbers() -> None:
    assert [m.kind for m in detect("06 12 34 56 78")] == ["phone"]
    assert [m.text for m in detect("Bonjour,\n06 12 34 56 78")] == ["06 12 34 56 78"]
    assert detect("") == ()


def test_a_long_text_is_cut_in_blocks_that_share_the_people_found() -> None:
    filler = "La séance est ouverte à neuf heures.\n\n" * (BLOCK // 20)
    text = f"Mme Jeanne Quéméneur, 06 12 34 56 78\n\n{filler}quemeneur rappellera au 0299000000"
    found = [(m.kind, m.text) for m in detect(text)]
    assert found == [
        ("person", "Jeanne Quéméneur"),
        ("phone", "06 12 34 56 78"),
        ("person", "quemeneur"),
        ("phone", "0299000000"),
    ]
    assert all(text[m.start : m.end] == m.text for m in detect(text))
