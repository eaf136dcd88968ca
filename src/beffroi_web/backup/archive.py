"""What an archive holds, and how it is made and read. Knows files; does not know Django.

    manifeste.json       version of Beffroi, date, SHA-256 and size of every other file
    travaux.sqlite3      the memory of the job engine, copied first
    beffroi.sqlite3      the database, copied second: a job that is over in it is over
    cle-secrete          the key of the sessions
    depots/…             what people uploaded, copied last: a row never points at nothing

Databases are copied by SQLite's own online backup: consistent while others write. Models are left
out: they are fetched again. On PostgreSQL the two databases are not here (``pg_dump`` takes them).
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from beffroi import __version__
from beffroi.errors import InputError
from beffroi_web.database.current_sqlite import install

DATABASES = ("travaux.sqlite3", "beffroi.sqlite3")
OTHERS = ("cle-secrete", "depots", "modeles-maison", "exemples")
MANIFEST = "manifeste.json"


class BadArchive(InputError):
    code = "sauvegarde.archive"
    default_message = "Cette archive n’est pas une sauvegarde de Beffroi, ou elle est abîmée."
    default_next_step = "Rien n’a été changé. Essayez une sauvegarde plus ancienne."


class AlreadyThere(InputError):
    code = "sauvegarde.deja_la"
    default_message = "Ce dossier contient déjà une instance."
    default_next_step = "Choisissez un autre BEFFROI_HOME, ou ajoutez --remplacer."


def save(home: Path, target: Path) -> int:
    """Write the archive ``target``; gives the number of files in it. Complete or absent."""
    draft = target.with_name(f".{target.name}.en-cours")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        files = _copies(home, Path(folder)) + _others(home)
        manifest = _manifest(files)
        with tarfile.open(draft, "w:gz") as archive:
            info = tarfile.TarInfo(MANIFEST)
            info.size = len(manifest)
            archive.addfile(info, io.BytesIO(manifest))
            for name, path in files:
                archive.add(path, name, recursive=False)
    draft.replace(target)
    return len(files)


def _copies(home: Path, folder: Path) -> list[tuple[str, Path]]:
    install()
    import sqlite3

    found = []
    for name in DATABASES:
        if not (home / name).exists():
            continue
        source = sqlite3.connect(home / name, timeout=20)
        copy = sqlite3.connect(folder / name)
        with source, copy:
            source.backup(copy)
        copy.close()
        source.close()
        found.append((name, folder / name))
    return found


def _others(home: Path) -> list[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    for name in OTHERS:
        path = home / name
        paths = [path] if path.is_file() else sorted(path.rglob("*")) if path.is_dir() else []
        found += [
            (item.relative_to(home).as_posix(), item)
            for item in paths
            if item.is_file() and not item.is_symlink()
        ]
    return found


def _manifest(files: list[tuple[str, Path]]) -> bytes:
    entries = {name: {"sha256": _sha256(p), "size": p.stat().st_size} for name, p in files}
    content = {
        "beffroi": __version__,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "files": entries,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(source: Path, home: Path, *, replace: bool = False) -> int:
    """Put the instance of ``source`` into ``home``; gives the number of files.

    Everything is verified beside ``home`` before anything moves. With ``replace`` what was there
    goes to ``avant-restauration-…`` inside it. Raises :class:`BadArchive`, :class:`AlreadyThere`.
    """
    home.mkdir(parents=True, exist_ok=True)
    present = [name for name in (*DATABASES, *OTHERS) if (home / name).exists()]
    if present and not replace:
        raise AlreadyThere
    with tempfile.TemporaryDirectory(dir=home) as folder:
        names = _extract(source, Path(folder))
        if present:
            _set_aside(home, present)
        for name in {name.split("/")[0] for name in names}:
            (Path(folder) / name).rename(home / name)
    return len(names)


def _extract(source: Path, folder: Path) -> list[str]:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(folder, filter="data")
        manifest = json.loads((folder / MANIFEST).read_bytes())
        entries: dict[str, dict[str, str]] = manifest["files"]
        for name, entry in entries.items():
            if _sha256(folder / name) != entry["sha256"]:
                raise BadArchive(detail=name)
    except (OSError, EOFError, tarfile.TarError, ValueError, KeyError, TypeError) as error:
        raise BadArchive(detail=repr(error)) from error
    return list(entries)


def _set_aside(home: Path, present: list[str]) -> None:
    aside = home / f"avant-restauration-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside.mkdir()
    for name in present:
        (home / name).rename(aside / name)
        for end in ("-wal", "-shm"):
            if (home / f"{name}{end}").exists():
                (home / f"{name}{end}").rename(aside / f"{name}{end}")
