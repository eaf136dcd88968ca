from __future__ import annotations

from beffroi.privacy import Lists, detect, detect_all
from beffroi.privacy.detect import BLOCK


def test_a_text_without_any_word_still_has_its_numbers() -> None:
    assert [m.kind for m in detect("06 12 34 56 78")] == ["phone"]
    assert [m.text for m in detect("Bonjour,\n06 12 34 56 78")] == ["06 12 34 56 78"]
    assert detect("") == ()


def test_what_is_left_of_a_mention_has_no_stop_before_it() -> None:
    found = detect("Numéro d’allocataire CAF : 4512789 K. Léo est diabétique, dit Léo Martin.")
    assert [m.text for m in found] == ["4512789 K", "Léo", "Léo Martin"]


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


def test_who_is_found_in_one_text_of_a_request_is_found_in_all() -> None:
    """A word of a theme, a field of a form: nothing announces the name there."""
    letter, words = detect_all(["Mme Jeanne Quéméneur se plaint du bruit.", "bruit quemeneur nuit"])
    assert [m.text for m in letter] == ["Jeanne Quéméneur"]
    assert [m.text for m in words] == ["quemeneur"]


def test_a_list_holds_for_all_the_texts_of_a_request() -> None:
    lists = Lists(never=("quemeneur",))
    found = detect_all(["Mme Jeanne Quéméneur se plaint.", "bruit quemeneur"], lists=lists)
    assert found[1] == ()
