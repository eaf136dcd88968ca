from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beffroi.cli.lisibilite import command
from beffroi.errors import DocumentError, EmptyText, InputError

TEXT = "Nonobstant l’avis du CCAS, le demandeur est tenu de payer 12.000 euros le 01/04/2026."


def test_it_reads_standard_input_and_says_what_to_change() -> None:
    result = CliRunner().invoke(command, ["-"], input=TEXT)
    assert result.exit_code == 0, result.output
    assert "Kandel" in result.output and "Proposition : « Malgré »" in result.output


def test_json_holds_profile_findings_and_rewriting(tmp_path: Path) -> None:
    path = tmp_path / "acte.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(command, [str(path), "--json", "--profil", "falc"])
    row = json.loads(result.output)
    assert row["lisibilite"]["mots"] == 14
    assert row["reecriture"]["texte"].startswith("Malgré l’avis du CCAS, le demandeur doit payer")
    assert {"clarte.grand_nombre", "clarte.sigle_inexplique"} <= {
        remark["type"] for remark in row["remarques"]
    }
    assert "brouillon FALC à faire relire par des personnes concernées" in row["avertissement"]


def test_nothing_to_read_is_said() -> None:
    result = CliRunner().invoke(command, ["-"], input="  ")
    assert isinstance(result.exception, EmptyText)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [str(tmp_path / "rien.txt")])
    assert isinstance(result.exception, (InputError, DocumentError))


@pytest.mark.parametrize("audience", ["enfants", ""])
def test_another_profile_is_refused(audience: str) -> None:
    assert CliRunner().invoke(command, ["-", "--profil", audience], input=TEXT).exit_code == 2
