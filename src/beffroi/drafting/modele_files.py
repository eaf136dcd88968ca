"""Modèle folders ↔ types: from and to a folder, a zip, or a mapping path → text.

The mapping (``{"modele.md": …, "exemples/1.md": …, "essais/1.toml": …}``) is what the web stores
for a modèle written by an authority, and the folder is what it exports: the same thing.
Every fault raises :class:`BadModele` with the file, the key and what to write instead.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from beffroi.drafting.modele import Modele
from beffroi.drafting.modele_read import KINDS, check_values, read_example, read_modele, read_trial
from beffroi.drafting.modele_write import to_files
from beffroi.errors import BadModele

__all__ = ["KINDS", "from_files", "from_folder", "from_zip", "to_files", "to_zip"]

MAX_ZIP_FILES = 200
MAX_ZIP_BYTES = 2_000_000


def from_folder(folder: Path) -> Modele:
    """The modèle in ``folder``. Files that are not part of a modèle are refused, not ignored."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not (folder / "modele.md").is_file():
        raise BadModele(f"Le dossier « {folder.name} » ne contient pas de fichier modele.md.")
    try:
        files = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths
        }
    except UnicodeDecodeError as error:
        raise BadModele(
            "Un fichier du modèle n’est pas du texte en UTF-8.", detail=str(error)
        ) from error
    return from_files(files)


def from_zip(content: bytes) -> Modele:
    """The modèle in a zip archive, at its root or in one folder. Bounded in size and in files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bound(entries)
            names = _without_common_folder([entry.filename for entry in entries])
            texts = [archive.read(entry).decode("utf-8") for entry in entries]
    except (zipfile.BadZipFile, UnicodeDecodeError, RuntimeError, EOFError) as error:
        raise BadModele("Cette archive ne se lit pas.", detail=str(error)) from error
    return from_files(dict(zip(names, texts, strict=True)))


def to_zip(modele: Modele) -> bytes:
    """``modele`` as a zip archive holding its folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in to_files(modele).items():
            archive.writestr(f"{modele.name}/{path}", text)
    return buffer.getvalue()


def _bound(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ZIP_FILES or sum(e.file_size for e in entries) > MAX_ZIP_BYTES:
        raise BadModele(
            "Cette archive est trop grande pour un modèle.",
            next_step="Un modèle tient en quelques fichiers de texte, deux mégaoctets au plus.",
        )


def _without_common_folder(names: list[str]) -> list[str]:
    tops = {PurePosixPath(name).parts[0] for name in names}
    if "modele.md" in names or len(tops) != 1:
        return names
    return [PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in names]


def from_files(files: Mapping[str, str]) -> Modele:
    """The modèle that ``files`` (path → text) describe."""
    if "modele.md" not in files:
        raise BadModele("Il manque le fichier modele.md.")
    examples = tuple(
        read_example(path, text)
        for path, text in sorted(files.items())
        if _in(path, "exemples", "md")
    )
    trials = tuple(
        read_trial(path, text)
        for path, text in sorted(files.items())
        if _in(path, "essais", "toml")
    )
    _refuse_strangers(files, known=1 + len(examples) + len(trials))
    modele = read_modele(files["modele.md"], examples=examples, trials=trials)
    check_values(modele)
    return modele


def _in(path: str, folder: str, ending: str) -> bool:
    pure = PurePosixPath(path)
    return pure.parent.as_posix() == folder and pure.suffix == f".{ending}"


def _refuse_strangers(files: Mapping[str, str], *, known: int) -> None:
    if len(files) == known:
        return
    strangers = [
        path
        for path in sorted(files)
        if path != "modele.md"
        and not _in(path, "exemples", "md")
        and not _in(path, "essais", "toml")
    ]
    raise BadModele(
        f"Ce dossier contient « {strangers[0]} », qui ne fait pas partie d’un modèle.",
        next_step="Un modèle contient modele.md, exemples/*.md et essais/*.toml.",
    )
