"""A folder of texts (a modèle, an assistant) from a disk or a zip archive, and back to an archive.

Every fault raises :class:`BadModele`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from beffroi.errors import BadModele

MAX_ZIP_FILES = 200
MAX_ZIP_BYTES = 2_000_000


def texts_of_folder(folder: Path, *, main: str) -> dict[str, str]:
    """Path within ``folder`` → text, for every file of it; ``main`` must be there."""
    if not (folder / main).is_file():
        raise BadModele(f"Le dossier « {folder.name} » ne contient pas de fichier {main}.")
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    try:
        return {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths
        }
    except UnicodeDecodeError as error:
        raise BadModele(
            "Un fichier de ce dossier n’est pas du texte en UTF-8.", detail=str(error)
        ) from error


def texts_of_zip(content: bytes, *, main: str) -> dict[str, str]:
    """Path → text of an archive whose folder is at its root or alone in it. Bounded in size and
    in files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bound(entries)
            names = _without_common_folder([entry.filename for entry in entries], main)
            texts = [archive.read(entry).decode("utf-8") for entry in entries]
    except (zipfile.BadZipFile, UnicodeDecodeError, RuntimeError, EOFError) as error:
        raise BadModele("Cette archive ne se lit pas.", detail=str(error)) from error
    return dict(zip(names, texts, strict=True))


def zipped(folder: str, files: Mapping[str, str]) -> bytes:
    """``files`` as a zip archive that holds them in ``folder``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(f"{folder}/{path}", text)
    return buffer.getvalue()


def is_in(path: str, folder: str, ending: str) -> bool:
    """Whether ``path`` is ``folder/something.ending``."""
    pure = PurePosixPath(path)
    return pure.parent.as_posix() == folder and pure.suffix == f".{ending}"


def refuse_strangers(
    files: Mapping[str, str], *, main: str, known: Sequence[tuple[str, str]], noun: str
) -> None:
    """Refuses a file that is neither ``main`` nor in one of ``known`` (folder, ending)."""
    for path in sorted(files):
        if path != main and not any(is_in(path, folder, ending) for folder, ending in known):
            listed = ", ".join(f"{folder}/*.{ending}" for folder, ending in known)
            raise BadModele(
                f"Ce dossier contient « {path} », qui ne fait pas partie d’un {noun}.",
                next_step=f"Un {noun} contient {main}, {listed}.",
            )


def _bound(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ZIP_FILES or sum(e.file_size for e in entries) > MAX_ZIP_BYTES:
        raise BadModele(
            "Cette archive est trop grande.",
            next_step="Elle doit tenir en quelques fichiers de texte, deux mégaoctets au plus.",
        )


def _without_common_folder(names: list[str], main: str) -> list[str]:
    tops = {PurePosixPath(name).parts[0] for name in names}
    if main in names or len(tops) != 1:
        return names
    return [PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in names]
