"""Files of answers, whatever their separator and encoding; no row is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.consultation.survey import answers_of, open_columns, tool_of
from beffroi.consultation.table import read_csv, read_table
from beffroi.errors import DamagedDocument, EmptyText, UnknownName, UnsupportedFormat

ROWS = [
    ["Horodateur", "Quartier", "Que faut-il améliorer dans la ville ?"],
    ["2026-03-01", "Nord", "Des pistes cyclables continues, jusqu’à la gare"],
    ["2026-03-01", "Sud", ""],
    ["2026-03-02", "Nord", "Le bruit ; la nuit\nsurtout l’été"],
    ["2026-03-02", "Sud", "Plus d’arbres sur la place du marché"],
]


def as_csv(separator: str) -> str:
    quoted = [[f'"{c}"' if set(c) & set(';,\n|\t"') else c for c in row] for row in ROWS]
    return "\r\n".join(separator.join(row) for row in quoted) + "\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_separator_and_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "reponses.csv"
    path.write_bytes(as_csv(separator).encode(encoding))
    table = read_table(path)
    assert [list(table.columns), *map(list, table.rows)] == [
        [cell.replace("\r\n", "\n") for cell in row] for row in ROWS
    ]


def test_open_question_is_found_and_closed_ones_become_the_profile() -> None:
    table = read_csv(as_csv(";"))
    assert tool_of(table) == "Google Forms"
    assert open_columns(table) == ("Que faut-il améliorer dans la ville ?",)
    answers = answers_of(table, "que faut-il améliorer dans la ville ?")
    assert [a.row for a in answers] == [1, 2, 3, 4]
    assert answers[0].profile == {"Quartier": "Nord"}


def test_rows_shorter_or_longer_than_the_heading_are_kept() -> None:
    table = read_csv("a;b\n1\n2;3;4\n")
    assert table.columns == ("a", "b", "colonne 3")
    assert table.rows == (("1", "", ""), ("2", "3", "4"))


def test_two_columns_of_one_name_stay_apart() -> None:
    assert read_csv("avis;avis\noui;non\n").columns == ("avis", "avis (2)")


def test_an_unknown_column_names_those_there_are() -> None:
    with pytest.raises(UnknownName, match="Colonnes : « a »"):
        read_csv("a;b\n1;2\n").column("c")


def test_json_objects_and_notes(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps([{"avis": "oui"}, {"avis": None}]), "utf-8")
    (tmp_path / "n.txt").write_text("- premier avis\n- second avis\n", "utf-8")
    assert read_table(tmp_path / "r.json").rows == (("oui",), ("",))
    assert read_table(tmp_path / "n.txt").rows == (("premier avis",), ("second avis",))


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("vide.csv", b"", EmptyText),
        ("casse.json", b"[{", DamagedDocument),
        ("faux.xlsx", b"\x00\x01 pas un classeur", DamagedDocument),
        ("image.png", b"\x89PNG", UnsupportedFormat),
    ],
)
def test_bad_files_say_what_to_do(
    tmp_path: Path, name: str, data: bytes, error: type[Exception]
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error):
        read_table(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('avis\nun\n""\n', ["un", ""]),
        ("avis\nun\n\ndeux\n\n\n", ["un", "", "deux"]),
        ("avis;ville\nun;A\n\n;\ndeux;B\n;\n", ["un", "", "deux", ""]),
    ],
)
def test_an_empty_answer_is_a_row_wherever_it_is(text: str, rows: list[str]) -> None:
    assert [row[0] for row in read_csv(text).rows] == rows
