"""The modèles that ship with Beffroi."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from beffroi.drafting.modele import Modele
from beffroi.drafting.modele_files import from_folder

#: The order in which pages and the command show them.
ORDER = (
    "langage-clair",
    "adaptation-public",
    "sms-alerte",
    "publication",
    "affiche",
    "reponse-courrier",
    "synthese",
)


def shipped_modeles() -> dict[str, Modele]:
    """Name → modèle, in the order of the house. Reads about seventy small files (30 ms)."""
    root = Path(str(files("beffroi.modeles")))
    folders = {path.name: path for path in root.iterdir() if (path / "modele.md").is_file()}
    names = [name for name in ORDER if name in folders] + sorted(folders.keys() - set(ORDER))
    return {name: from_folder(folders[name]) for name in names}
