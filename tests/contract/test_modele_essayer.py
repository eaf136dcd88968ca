"""``beffroi modele essayer`` with a real, tiny model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beffroi.cli.modele import command
from beffroi.llm.catalogue import file_of, find

NAME = "smollm2-135m-instruct"


@pytest.mark.model
def test_it_answers_and_says_speed_memory_and_energy(
    tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path))
    target = file_of(find(NAME), tmp_path)
    target.parent.mkdir()
    target.symlink_to(tiny_model)
    result = CliRunner().invoke(command, ["essayer", NAME, "--question", "Hello?", "--json"])
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert report["reponse"].strip()
    assert report["modele"] == NAME
    assert "Wh (" in report["Énergie"]
    assert not report["Énergie"].startswith("0\N{NO-BREAK SPACE}")
    assert "jetons par seconde" in report["Vitesse"]
