"""``beffroi modele``, without any model being there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beffroi.cli.modele import command
from beffroi.errors import InstallError, ModelUnavailable, UnknownName
from beffroi.llm.catalogue import catalogue, default, file_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("MODEL", "MODEL_URL", "MODEL_MIRROR"):
        monkeypatch.delenv(f"BEFFROI_{name}", raising=False)
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path))
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def pretend_default(home: Path) -> Path:
    path = file_of(default(), home)
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(default().bytes)
    return path


def test_lister_shows_each_model_and_that_none_is_there(home: Path) -> None:
    result = call("lister")
    assert result.output.startswith("Aucun modèle.")
    for entry in catalogue():
        assert entry.name in result.output
        assert entry.licence in result.output
    assert result.output.count("non installé") == len(catalogue())


def test_lister_json_is_for_programs(home: Path) -> None:
    pretend_default(home)
    rows = json.loads(call("lister", "--json").output)
    assert [row["nom"] for row in rows] == [entry.name for entry in catalogue()]
    assert [row["nom"] for row in rows if row["installe"]] == [default().name]


def test_installer_without_a_name_is_content_with_what_is_there(home: Path) -> None:
    pretend_default(home)
    result = call("installer")
    assert (result.exit_code, "Déjà installé" in result.output) == (0, True)


def test_installer_says_why_it_cannot(home: Path) -> None:
    result = call("installer", default().name, "--depuis", str(home / "rien.gguf"))
    assert isinstance(result.exception, InstallError)
    assert "rien.gguf" in result.exception.sentence
    assert isinstance(call("installer", "inconnu").exception, UnknownName)


def test_essayer_without_a_model_says_how_to_have_one(home: Path) -> None:
    result = call("essayer")
    assert isinstance(result.exception, ModelUnavailable)
    assert "modele installer" in result.exception.sentence


def test_retirer_asks_first(home: Path) -> None:
    path = pretend_default(home)
    refused = CliRunner().invoke(command, ["retirer", default().name], input="n\n")
    assert refused.exit_code == 1
    assert path.exists()
    assert "1,1" in call("retirer", default().name, "--oui").output
    assert not path.exists()
    assert "n’était pas installé" in call("retirer", default().name, "--oui").output
