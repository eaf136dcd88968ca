"""The commands, with the model of the settings outside the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beffroi.cli import beffroi
from beffroi.consultation import wording
from beffroi.embedding.local import LocalEmbedder
from beffroi.knowledge import EmbeddedIndex, Source, incoming
from web.ways_out.capturing import CLEAR, PERSONAL, Capturing

QUESTION = "Combien coûte l’entrée de la piscine pour Mme Jeanne Quéméneur, 06 12 34 56 78 ?"
POOL = (
    "L’entrée de la piscine coûte 3 euros ; demandez Mme Jeanne Quéméneur au 06 12 34 56 78 ou à "
    "jeanne.q@exemple.fr."
)


def run(*words: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(beffroi, list(words), input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_clarifier(settings_outside: Capturing) -> None:
    result = run("clarifier", "-", stdin=CLEAR)
    assert "Quéméneur" in result.stdout


def test_clarifier_many(settings_outside: Capturing, tmp_path: Path) -> None:
    source, target = tmp_path / "e.jsonl", tmp_path / "s.jsonl"
    source.write_text(json.dumps({"id": 1, "texte": CLEAR}), encoding="utf-8")
    run("clarifier", "--jsonl", str(source), str(target))
    assert "Quéméneur" in target.read_text(encoding="utf-8")


@pytest.fixture
def index(tmp_path: Path) -> None:
    found = EmbeddedIndex(tmp_path / "index", embedder=LocalEmbedder())
    found.put([incoming(Source(id="P1", title="Piscine de Mme Jeanne Quéméneur", text=POOL))])


def test_demander(settings_outside: Capturing, index: None) -> None:
    assert "Quéméneur" in run("demander", QUESTION).stdout


def test_demander_many(settings_outside: Capturing, index: None, tmp_path: Path) -> None:
    source, target = tmp_path / "e.jsonl", tmp_path / "s.jsonl"
    source.write_text(json.dumps({"id": 1, "question": QUESTION}), encoding="utf-8")
    run("demander", "--jsonl", str(source), str(target))
    assert "Quéméneur" in target.read_text(encoding="utf-8")


def test_ecouter(
    settings_outside: Capturing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Passages are cut short for the model: half a number is a number too."""
    monkeypatch.setattr(wording, "shown", lambda text: text)  # nothing hidden beforehand
    pads = ["du bus du soir " * n for n in range(1, 12)]
    rows = ["Réponse", *(f"Il faut plus {pad}pour {CLEAR}" for pad in pads)]
    source = tmp_path / "reponses.csv"
    source.write_text("\n".join(f'"{row}"' for row in rows), encoding="utf-8")
    run("ecouter", str(source), "--sortie", str(tmp_path / "sortie"), "--colonne", "Réponse")


def test_modele_essayer(settings_outside: Capturing) -> None:
    answer = run("modele", "essayer", "--question", f"Répétez : {CLEAR}").stdout
    assert "Jeanne Quéméneur" in answer


def test_what_is_personal_is_in_the_texts() -> None:
    assert all(word in CLEAR for word in PERSONAL)
