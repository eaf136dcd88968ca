"""Assistant folders: read strictly, written back equal."""

from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.assistants.files import from_files, from_folder, from_zip, to_files, to_zip
from beffroi.errors import BadAssistant

HEAD = """+++
nom = "accueil"
titre = "Accueil"
version = 2
but = "Orienter."
public = "habitants"
ton = "Simple."
proprietaire = "Direction de l’accueil"
a_revoir_le = "2026-12-31"
collections = ["documents"]
modeles = ["reponse-courrier"]

[[interdits]]
sujet = "paie"
mots = ["salaire"]
reponse = "Voyez le service de la paie."

[contact]
service = "l’accueil"
telephone = "01 99 00 12 00"
+++
Vous répondez.
"""
FILES = {
    "assistant.md": HEAD,
    "exemples/1-prix.md": "## Question\n\nCombien ?\n\n## Réponse\n\n3 euros.\n",
    "essais/1-prix.toml": 'titre = "Prix"\nquestion = "Combien pour $personne ?"\n'
    'avant = ["La piscine ?"]\n[attendu]\nstatut = "repondu"\ncontient = ["3 euros"]\n'
    'cite = ["piscine"]\nlisibilite_min = 40\nmeme_reponse_pour = ["Anne", "Ali"]\n',
    "documents/piscine.md": '+++\ntitre = "Piscine"\ndate = "2026-01-02"\n'
    'synonymes = ["bassin"]\n+++\nL’entrée coûte 3 euros.\n',
}


def test_a_folder_reads_and_writes_back_equal(tmp_path: Path) -> None:
    found = from_files(FILES)
    assert found.reference == "accueil@2"
    assert found.documents[0].id == "piscine"
    assert found.trials[0].expected.same_for == ("Anne", "Ali")
    assert from_files(to_files(found)) == found
    assert from_zip(to_zip(found)) == found
    for path, text in to_files(found).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert from_folder(tmp_path) == found


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("assistant.md", 'nom = "accueil"', 'nom = "Mon Accueil"', "ne convient pas"),
        ("assistant.md", "version = 2", "version = 0", "plus grand que zéro"),
        ("assistant.md", "ton =", "tons =", "tons"),
        ("assistant.md", "2026-12-31", "31/12/2026", "a_revoir_le"),
        ("assistant.md", 'mots = ["salaire"]', "mots = []", "aucun mot"),
        ("assistant.md", "Vous répondez.", "", "instruction"),
        ("assistant.md", '"habitants"', '"tous"', "Choisissez"),
        ("essais/1-prix.toml", 'cite = ["piscine"]', 'cite = ["stade"]', "stade"),
        ("essais/1-prix.toml", "$personne", "Anne", "vont ensemble"),
        ("essais/1-prix.toml", '"repondu"', '"ok"', "statut"),
        ("exemples/1-prix.md", "## Réponse", "Réponse", "## Réponse"),
        ("documents/piscine.md", "L’entrée coûte 3 euros.", "", "aucun texte"),
    ],
)
def test_a_fault_names_its_file(path: str, old: str, new: str, told: str) -> None:
    assert old in FILES[path]
    with pytest.raises(BadAssistant) as caught:
        from_files({**FILES, path: FILES[path].replace(old, new)})
    assert told in caught.value.sentence


def test_a_stranger_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadAssistant, match=r"script\.py"):
        from_files({**FILES, "script.py": "print()"})
    with pytest.raises(BadAssistant, match=r"assistant\.md"):
        from_files({})
    with pytest.raises(BadAssistant, match=r"assistant\.md"):
        from_folder(tmp_path)
    with pytest.raises(BadAssistant, match="archive"):
        from_zip(b"rien")
