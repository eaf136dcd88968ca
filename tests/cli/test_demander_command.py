"""``beffroi demander`` and ``beffroi assistant``: formats that programs rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beffroi.cli import beffroi
from beffroi.embedding.local import LocalEmbedder
from beffroi.knowledge import EmbeddedIndex, Source, incoming

POOL = "La piscine est ouverte le mercredi de 14 h à 19 h.\n\nL’entrée de la piscine coûte 3 euros."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path))
    index = EmbeddedIndex(tmp_path / "index", embedder=LocalEmbedder())
    index.put([incoming(Source(id="P1", title="Piscine municipale", text=POOL))])
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(beffroi, ["demander", *arguments])


def test_a_question_is_answered_with_exact_citations(home: Path) -> None:
    done = run("Combien coûte l’entrée de la piscine ?", "--sans-modele", "--json")
    assert done.exit_code == 0, done.output
    row = json.loads(done.stdout)
    assert set(row) == {"id", "status", "answer", "citations"}
    assert row["status"] == "repondu"
    assert "3 euros" in row["answer"]
    for cited in row["citations"]:
        assert set(cited) == {"document", "document_id", "start", "end", "text"}
        assert POOL[cited["start"] : cited["end"]] == cited["text"]
        assert (cited["document"], cited["document_id"]) == ("Piscine municipale", "P1")


def test_without_a_model_it_says_so_and_answers(home: Path) -> None:
    done = run("Combien coûte l’entrée de la piscine ?")
    assert done.exit_code == 0
    assert "Aucun modèle de langage installé" in done.stderr
    assert "3 euros" in done.stdout


def test_every_line_is_accounted_for(home: Path) -> None:
    asked = home / "questions.jsonl"
    lines = [
        json.dumps({"id": "a", "question": "Combien coûte l’entrée de la piscine ?"}),
        "pas du JSON",
        json.dumps({"id": "c", "question": 12}),
        json.dumps({"id": "d", "question": "   "}),
        "",
        json.dumps({"id": 5, "question": "au secours il y a le feu"}),
        json.dumps({"id": "f", "question": "Pour qui dois-je voter ?"}),
        json.dumps({"id": "g", "question": "Quelle est la masse de la planète Jupiter ?"}),
    ]
    asked.write_text("\n".join(lines), encoding="utf-8")
    done = run("--jsonl", str(asked), str(home / "sortie.jsonl"), "--sans-modele")
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in (home / "sortie.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", 2, 3, "d", 5, "f", "g"]
    assert [row.get("status") or row["erreur"]["code"] for row in rows] == [
        "repondu",
        "entree.questions_incorrectes",
        "entree.questions_incorrectes",
        "entree.vide",
        "urgence",
        "hors_limites",
        "pas_trouve",
    ]
    assert rows[4]["citations"] == []
    assert "7 questions traitées, dont 3 en erreur" in done.stderr


def test_a_call_that_is_wrong_is_refused(home: Path) -> None:
    assert run("--jsonl", "x.jsonl").exit_code == 2
    assert run("une", "question").exit_code == 2
    assert run("Où est la piscine ?", "--assistant", "inconnu", "--sans-modele").exit_code != 0


def test_an_assistant_answers_in_its_limits(home: Path) -> None:
    done = run(
        "Combien je touche sur ma fiche de paie ?",
        "--assistant",
        "ressources-humaines",
        "--sans-modele",
        "--json",
    )
    assert json.loads(done.stdout)["status"] == "hors_limites"


def test_assistants_are_begun_tried_listed_and_exported(tmp_path: Path) -> None:
    runner = CliRunner()
    folder = tmp_path / "mediatheque"
    assert runner.invoke(beffroi, ["assistant", "creer", str(folder)]).exit_code == 0
    tried = runner.invoke(beffroi, ["assistant", "essayer", str(folder), "--sans-modele", "--json"])
    assert tried.exit_code == 0, tried.output
    assert all(row["reussi"] for row in json.loads(tried.stdout))
    again = runner.invoke(beffroi, ["assistant", "creer", str(folder)])
    assert "existe déjà" in str(again.exception)
    assert "accueil" in runner.invoke(beffroi, ["assistant"]).output
    out = tmp_path / "accueil.zip"
    assert runner.invoke(beffroi, ["assistant", "exporter", "accueil", str(out)]).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"
    (folder / "essais" / "9-faux.toml").write_text(
        'titre = "Faux"\nquestion = "Les horaires de la mairie ?"\n[attendu]\nstatut = "urgence"\n',
        encoding="utf-8",
    )
    failed = runner.invoke(beffroi, ["assistant", "essayer", str(folder), "--sans-modele"])
    assert failed.exit_code == 1
    assert "échoué" in failed.output
