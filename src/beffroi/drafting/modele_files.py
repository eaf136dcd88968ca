"""Modèle folders ↔ types: from and to a folder, a zip, or a mapping path → text.

The mapping (``{"modele.md": …, "exemples/1.md": …, "essais/1.toml": …}``) is what the web stores
for a modèle written by an authority, and the folder is what it exports: the same thing.
Every fault raises :class:`BadModele` with the file, the key and what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from beffroi.drafting.folder_texts import (
    is_in,
    refuse_strangers,
    texts_of_folder,
    texts_of_zip,
    zipped,
)
from beffroi.drafting.modele import Modele
from beffroi.drafting.modele_read import KINDS, check_values, read_example, read_modele, read_trial
from beffroi.drafting.modele_write import to_files
from beffroi.errors import BadModele

__all__ = ["KINDS", "from_files", "from_folder", "from_zip", "to_files", "to_zip"]

MAIN = "modele.md"


def from_folder(folder: Path) -> Modele:
    """The modèle in ``folder``. Files that are not part of a modèle are refused, not ignored."""
    return from_files(texts_of_folder(folder, main=MAIN))


def from_zip(content: bytes) -> Modele:
    """The modèle in a zip archive, at its root or in one folder. Bounded in size and in files."""
    return from_files(texts_of_zip(content, main=MAIN))


def to_zip(modele: Modele) -> bytes:
    """``modele`` as a zip archive holding its folder."""
    return zipped(modele.name, to_files(modele))


def from_files(files: Mapping[str, str]) -> Modele:
    """The modèle that ``files`` (path → text) describe."""
    if MAIN not in files:
        raise BadModele("Il manque le fichier modele.md.")
    refuse_strangers(
        files, main=MAIN, known=(("exemples", "md"), ("essais", "toml")), noun="modèle"
    )
    examples = tuple(
        read_example(path, text)
        for path, text in sorted(files.items())
        if is_in(path, "exemples", "md")
    )
    trials = tuple(
        read_trial(path, text)
        for path, text in sorted(files.items())
        if is_in(path, "essais", "toml")
    )
    modele = read_modele(files[MAIN], examples=examples, trials=trials)
    check_values(modele)
    return modele
