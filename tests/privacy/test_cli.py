"""The commands « masquer » and « restaurer », as a person or a program calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beffroi.cli import masquer, restaurer
from beffroi.errors import InputError
from beffroi.privacy import mask
from beffroi.privacy.export import dump_table, load_table

TEXT = "Bonjour,\nje suis Jeanne Dupont, 12 rue des Lilas, 35000 Rennes, jeanne@exemple.fr.\n"


def test_masks_standard_input_and_says_how_many_of_each(tmp_path: Path) -> None:
    result = CliRunner().invoke(masquer.command, [], input=TEXT)
    assert result.exit_code == 0
    assert "Dupont" not in result.output
    assert "Lilas" not in result.stdout
    assert "[FEMME_1]" in result.stdout
    assert "1 personne" in result.stderr


def test_a_table_restores_what_was_masked(tmp_path: Path) -> None:
    source, table, out = (tmp_path / name for name in ("a.txt", "table.json", "b.txt"))
    source.write_text(TEXT, encoding="utf-8")
    runner = CliRunner(env={"BEFFROI_PHRASE": "le beffroi sonne"})
    args = [str(source), "--table", str(table), "--sortie", str(out)]
    assert runner.invoke(masquer.command, args).exit_code == 0
    assert "Dupont" not in table.read_text(encoding="utf-8")
    restored = runner.invoke(restaurer.command, [str(out), "--table", str(table)])
    assert restored.stdout == TEXT


def test_an_unknown_token_ends_with_code_1(tmp_path: Path) -> None:
    table = tmp_path / "table.json"
    table.write_text(dump_table(mask(TEXT).table, "phrase"), encoding="utf-8")
    args = ["--table", str(table), "--phrase", "phrase"]
    result = CliRunner().invoke(restaurer.command, args, input="Voir [PERSONNE_9].")
    assert result.exit_code == 1
    assert "[PERSONNE_9]" in result.stderr


def test_jsonl_gives_one_line_for_each(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": "a", "text": TEXT}, {"id": 7, "text": "Rien."}]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = CliRunner().invoke(masquer.command, ["--jsonl", str(source), str(out)])
    assert result.exit_code == 0, result.output
    first, second = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert second == {"id": 7, "text": "Rien.", "masked": "Rien.", "spans": []}
    assert first["id"] == "a"
    assert {s["label"] for s in first["spans"]} == {"PERSON", "ADDRESS", "EMAIL"}
    for span in first["spans"]:
        assert TEXT[span["start"] : span["end"]] == span["text"]
        assert f"[{span['entity']}" in first["masked"]


def test_a_malformed_line_is_told_with_its_number(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "text": "a"}\n[]\n', encoding="utf-8")
    args = ["--jsonl", str(source), str(tmp_path / "out")]
    result = CliRunner().invoke(masquer.command, args)
    assert isinstance(result.exception, InputError)
    assert "ligne 2" in result.exception.message


def test_a_wrong_passphrase_opens_nothing() -> None:
    sealed = dump_table(mask(TEXT).table, "bonne")
    assert load_table(sealed, "bonne") == mask(TEXT).table
    with pytest.raises(InputError, match="phrase de passe"):
        load_table(sealed, "mauvaise")
    with pytest.raises(InputError, match="table de repères"):
        load_table("{}", "bonne")


def test_a_csv_comes_back_masked_then_restored(tmp_path: Path) -> None:
    source, out, table, back = (tmp_path / n for n in ("a.csv", "b.csv", "t.json", "c.csv"))
    source.write_text("nom;motif\nRose;bruit\nPetit;chien\n", encoding="utf-8")
    runner = CliRunner(env={"BEFFROI_PHRASE": "le beffroi sonne"})
    args = [str(source), "--sortie", str(out), "--table", str(table)]
    assert runner.invoke(masquer.command, args).exit_code == 0
    assert "Rose" not in out.read_text(encoding="utf-8-sig")
    args = [str(out), "--sortie", str(back), "--table", str(table)]
    assert runner.invoke(restaurer.command, args).exit_code == 0
    assert back.read_text(encoding="utf-8-sig").split() == source.read_text().split()


def test_a_text_is_anonymised_for_good() -> None:
    text = "Mme Rose Petit, née le 12/03/1985, 12 rue des Lilas, 35000 Rennes"
    result = CliRunner().invoke(masquer.command, ["--irreversible"], input=text)
    assert result.stdout.startswith("Mme [personne], née le ")
    assert result.stdout.rstrip().endswith("ans, Rennes")
