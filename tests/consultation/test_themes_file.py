"""Lists of themes as people write them."""

from __future__ import annotations

from beffroi.consultation.themes_file import as_lines, themes_in


def test_lines_set_back_are_examples_of_the_title_above() -> None:
    found = themes_in("Bus\n    Plus de bus le soir\n\tLe dimanche aussi\n\nVélo\n")
    assert [(t.id, t.title, t.examples) for t in found] == [
        ("t1", "Bus", ("Plus de bus le soir", "Le dimanche aussi")),
        ("t2", "Vélo", ()),
    ]
    assert themes_in(as_lines(found)) == found


def test_a_list_set_back_whole_is_a_list_of_titles() -> None:
    assert [t.title for t in themes_in("  Bus\nVélo")] == ["Bus", "Vélo"]


def test_json_with_examples_reads_as_lines() -> None:
    given = themes_in('{"themes": [{"title": "Bus", "examples": ["Le soir\\naussi"]}]}')
    assert as_lines(given) == "Bus\n    Le soir aussi"
