"""Archives: taken during writes, verified before anything moves."""

from __future__ import annotations

import io
import sqlite3
import tarfile
import threading
from pathlib import Path

import pytest

from beffroi_web.backup.archive import AlreadyThere, BadArchive, restore, save


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "instance"
    (home / "depots" / "logos").mkdir(parents=True)
    (home / "depots" / "logos" / "a.png").write_bytes(b"image")
    (home / "cle-secrete").write_text("secret")
    with sqlite3.connect(home / "beffroi.sqlite3") as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("CREATE TABLE pairs (a, b)")
    base.close()
    return home


def test_a_copy_taken_during_writes_is_whole(home: Path, tmp_path: Path) -> None:
    """A writer adds pairs in one transaction each: the copy never holds half of one."""
    over = threading.Event()

    def write() -> None:
        base = sqlite3.connect(home / "beffroi.sqlite3", timeout=20)
        number = 0
        while not over.is_set():
            number += 1
            with base:
                base.execute("INSERT INTO pairs VALUES (?, 'un')", (number,))
                base.execute("INSERT INTO pairs VALUES (?, 'deux')", (number,))
        base.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        count = save(home, tmp_path / "copie.tar.gz")
    finally:
        over.set()
        writer.join()
    assert count == 3
    assert restore(tmp_path / "copie.tar.gz", tmp_path / "ailleurs") == 3
    base = sqlite3.connect(tmp_path / "ailleurs" / "beffroi.sqlite3")
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    odd = base.execute("SELECT a FROM pairs GROUP BY a HAVING count(*) <> 2").fetchall()
    base.close()
    assert odd == []
    assert (tmp_path / "ailleurs" / "depots" / "logos" / "a.png").read_bytes() == b"image"


def test_an_instance_is_not_overwritten_by_surprise(home: Path, tmp_path: Path) -> None:
    save(home, tmp_path / "copie.tar.gz")
    with pytest.raises(AlreadyThere):
        restore(tmp_path / "copie.tar.gz", home)
    restore(tmp_path / "copie.tar.gz", home, replace=True)
    assert (home / "cle-secrete").read_text() == "secret"


@pytest.mark.parametrize("damage", ["cut", "changed", "other", "outside"])
def test_a_bad_archive_changes_nothing(damage: str, home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "copie.tar.gz"
    save(home, archive)
    if damage == "cut":
        archive.write_bytes(archive.read_bytes()[:200])
    elif damage == "other":
        archive.write_bytes(b"pas une archive")
    else:
        _add(archive, "cle-secrete" if damage == "changed" else "../dehors")
    with pytest.raises(BadArchive):
        restore(archive, tmp_path / "ailleurs")
    assert not (tmp_path / "ailleurs" / "beffroi.sqlite3").exists()
    assert not (tmp_path / "dehors").exists()


def _add(archive: Path, name: str) -> None:
    """The same archive with one more member."""
    with tarfile.open(archive) as old:
        members = [(m, old.extractfile(m).read()) for m in old.getmembers() if m.isfile()]  # type: ignore[union-attr]
    with tarfile.open(archive, "w:gz") as new:
        for member, content in members:
            new.addfile(member, io.BytesIO(content))
        more = tarfile.TarInfo(name)
        more.size = 4
        new.addfile(more, io.BytesIO(b"faux"))
