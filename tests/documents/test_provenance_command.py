from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from beffroi.cli.provenance import command
from beffroi.documents import Marking, write

from .test_write import SIGNED


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output.replace("\u00a0", " ")


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "note.odt"
    file.write_bytes(write("Bonjour.", format="odt", marking=SIGNED))
    said = run(str(file))
    assert "Modèle de langage : Qwen2.5-1.5B-Instruct" in said
    assert "Relu et validé par : Zoé <Martin>" in said
    assert "Relu le : 1er mars 2026" in said
    assert "Retouches d’une personne : une partie du texte" in said
    found = json.loads(run(str(file), "--json"))["provenance"]
    assert (found["modele"], found["modeleVersion"]) == ("langage-clair", "3")


def test_without_a_model_and_without_a_marking(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(write("Bonjour.", format="txt", marking=Marking()))
    assert "Modèle de langage : aucun" in run(str(file))
    file.write_text("Bonjour.")
    assert "ne dit rien" in run(str(file))
    assert json.loads(run(str(file), "--json"))["provenance"] is None
