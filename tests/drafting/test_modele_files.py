"""Modèle folders: read strictly, written back the same, faults said in French."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from beffroi.drafting import from_files, from_folder, from_zip, shipped_modeles, to_files, to_zip
from beffroi.errors import BadModele

HEAD = """+++
nom = "essai"
titre = "Essai"
version = 1
but = "Tester."

[[champs]]
nom = "texte"
titre = "Texte"
genre = "document"
obligatoire = true

[sans_modele]
gabarit = "$texte"
+++
Réécrivez : $texte
"""


def test_the_shipped_modeles_round_trip() -> None:
    for modele in shipped_modeles().values():
        assert from_files(to_files(modele)) == modele
        assert from_zip(to_zip(modele)) == modele


def test_a_folder_reads_as_its_files(tmp_path: Path) -> None:
    (tmp_path / "modele.md").write_text(HEAD, encoding="utf-8")
    assert from_folder(tmp_path) == from_files({"modele.md": HEAD})


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('nom = "essai"', 'nom = "Mon Essai"', "ne convient pas"),
        ("version = 1", "version = 0", "plus grand que zéro"),
        ("version = 1", 'version = "un"', "nombre entier"),
        ('but = "Tester."', "", "« but » manque"),
        ('but = "Tester."', 'but = "Tester."\ncouleur = "bleu"', "ne connaît pas « couleur »"),
        ('genre = "document"', 'genre = "fichier"', "« genre » vaut « fichier »"),
        ('genre = "document"', 'genre = "choix"', "un choix a une liste"),
        ("$texte\n", "$texte $autre\n", "« $autre »"),
        ("Réécrivez : $texte", "Cela coûte 3 $ par an", "signe « $ »"),
        ("Réécrivez : $texte", "", "manque l’instruction"),
        ('gabarit = "$texte"', "", "« gabarit »"),
        ("+++\nnom", "nom", "en-tête"),
        ('titre = "Essai"', "titre = Essai", "ne se lit pas"),
    ],
)
def test_each_fault_is_said(old: str, new: str, says: str) -> None:
    assert old in HEAD
    with pytest.raises(BadModele) as caught:
        from_files({"modele.md": HEAD.replace(old, new, 1)})
    assert says in caught.value.sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("exemples/1.md", "Bonjour", "« ## Texte »"),
        ("exemples/1.md", '+++\npour = {ton = "x"}\n+++\n## Texte\na\n## Résultat\nb', "inconnu"),
        ("essais/1.toml", 'titre = "x"\n[valeurs]\nautre = "y"', "remplit « autre »"),
        ("essais/1.toml", 'titre = "x"\n[attendu]\ncontien = []', "ne connaît pas « contien »"),
        ("notes.txt", "Bonjour", "« notes.txt »"),
    ],
)
def test_faults_of_the_other_files(path: str, text: str, says: str) -> None:
    with pytest.raises(BadModele) as caught:
        from_files({"modele.md": HEAD, path: text})
    assert says in caught.value.sentence.replace("\u00a0", " ")


def test_a_zip_with_one_folder_is_the_same() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("essai/modele.md", HEAD)
    assert from_zip(buffer.getvalue()).name == "essai"


def test_a_zip_bomb_and_a_broken_zip_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("modele.md", "a" * 3_000_000)
    for content in (buffer.getvalue(), b"PK\x03\x04 rien"):
        with pytest.raises(BadModele):
            from_zip(content)
