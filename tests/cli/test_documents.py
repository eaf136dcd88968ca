"""``beffroi documents``, without a database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beffroi.cli.documents import command


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path / "instance"))
    (tmp_path / "f.jsonl").write_text(
        '{"id": "cantine", "titre": "Cantine", "texte": "Le repas coûte 3 €."}\n'
        '{"id": "piscine", "titre": "Piscine", "texte": "L’entrée coûte 4 €."}\n'
        '{"id": "", "titre": "Rien", "texte": "x"}\n',
        encoding="utf-8",
    )
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_add_list_refresh_remove(home: Path) -> None:
    added = run("ajouter", str(home / "f.jsonl"), "--collection", "fiches")
    assert added.exit_code == 0, added.output
    assert "3 documents, 2 ajoutés" in added.output and "1 refusé" in added.output
    assert (home / "instance" / "index" / "index.sqlite").is_file()
    rows = json.loads(run("lister", "--json").stdout)
    assert [(r["id"], r["collection"]) for r in rows] == [
        ("cantine", "fiches"),
        ("piscine", "fiches"),
    ]
    again = json.loads(run("rafraichir", "--json").stdout)
    assert again["lieux"][0]["comptes"] == {"inchange": 2, "refuse": 1}
    assert run("retirer", "cantine").output == "retiré\tcantine\n"
    assert "cantine" not in run("lister").output


def test_what_is_wrong_is_said_in_french(home: Path) -> None:
    assert "n’existe pas" in str(run("ajouter", str(home / "rien")).exception)
    assert "Aucun document" in str(run("retirer", "rien").exception)


def test_the_processes_of_the_encoder_are_ended(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from beffroi.knowledge.index import EmbeddedIndex

    ended: list[bool] = []
    monkeypatch.setattr(EmbeddedIndex, "close", lambda self: ended.append(True))
    run("lister")
    assert ended == [True]
