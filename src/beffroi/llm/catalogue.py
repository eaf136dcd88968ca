"""The models that can be installed, as ``catalogue.toml`` lists them, and where they lie."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from beffroi.errors import SettingsError, UnknownName
from beffroi.llm.types import ModelInfo

#: Under ``BEFFROI_HOME``: the installed files, the house's own catalogue, the installer's state.
FOLDER = "modeles"

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_SUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A Python package that carries one file whose name ends in ``suffix``: read, not installed."""

    package: str
    version: str
    suffix: str
    bytes: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where the file comes from: an ``address`` (http, https or a path), or ``parts`` that make
    it, in order."""

    label: str
    address: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One model. ``sha256`` is empty when it is not known: the person must then give it.

    ``strong``: it writes a whole text well at once (the catalogue of the house may say so).
    """

    name: str
    title: str
    publisher: str
    licence: str
    bytes: int
    sha256: str
    memory_mb: int
    context: int
    tried: bool
    note: str
    sources: tuple[Source, ...]
    strong: bool = False

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(
            name=self.name,
            title=self.title,
            place="machine",
            context_tokens=self.context,
            strong=self.strong,
        )


def catalogue(home: Path | None = None) -> tuple[Entry, ...]:
    """All the entries, those of the house (``home``) first. Of two with one name, the first.

    Raises ``SettingsError`` when the catalogue of the house is malformed.
    """
    entries = _read(files("beffroi.llm").joinpath("catalogue.toml").read_text("utf-8"), "Beffroi")
    own = home / FOLDER / "catalogue.toml" if home else None
    if own and own.is_file():
        entries = _read(own.read_text("utf-8"), str(own)) + entries
    return tuple(
        {entry.name: entry for entry in reversed(entries)}[name] for name in _names(entries)
    )


def find(name: str, home: Path | None = None) -> Entry:
    """The entry ``name``; raises ``UnknownName``."""
    entries = catalogue(home)
    for entry in entries:
        if entry.name == name:
            return entry
    raise UnknownName(
        f"Aucun modèle de langage ne s’appelle « {name} ».",
        next_step=f"Choisissez parmi : {', '.join(entry.name for entry in entries)}.",
    )


def default(home: Path | None = None) -> Entry:
    """What is installed when no name is given: the first entry that was tried."""
    entries = catalogue(home)
    return next((entry for entry in entries if entry.tried), entries[0])


def file_of(entry: Entry, home: Path) -> Path:
    """Where the model lies once installed."""
    return home / FOLDER / f"{entry.name}.gguf"


def is_installed(entry: Entry, home: Path) -> bool:
    """The file is there. It only gets its name after its sum was verified; its size is looked at
    again, in case a copy or a backup cut it."""
    path = file_of(entry, home)
    return path.is_file() and path.stat().st_size == entry.bytes


def installed(home: Path) -> tuple[Entry, ...]:
    """The installed models, in the order of the catalogue."""
    return tuple(entry for entry in catalogue(home) if is_installed(entry, home))


def _names(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry in entries))


def _read(text: str, origin: str) -> tuple[Entry, ...]:
    try:
        return tuple(_entry(raw) for raw in tomllib.loads(text).get("models", []))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"Le catalogue de modèles de langage {origin} est mal formé.",
            next_step="Comparez-le à celui de Beffroi, catalogue.toml.",
            detail=str(error),
        ) from error


def _entry(raw: Mapping[str, Any]) -> Entry:
    fields = {**raw, "sources": tuple(_source(source) for source in raw["sources"])}
    entry = Entry(**fields)
    if not _NAME.fullmatch(entry.name):
        raise ValueError(f"not a name: {entry.name!r}")
    if entry.sha256 and not _SUM.fullmatch(entry.sha256):
        raise ValueError(f"not a SHA-256: {entry.sha256!r}")
    if entry.bytes <= 0 or entry.context <= 0 or not entry.sources:
        raise ValueError(f"sizes and sources are needed: {entry.name}")
    return entry


def _source(raw: Mapping[str, Any]) -> Source:
    if raw["kind"] == "address":
        return Source(label=raw["label"], address=raw["address"])
    if raw["kind"] == "packages":
        return Source(label=raw["label"], parts=tuple(Part(**part) for part in raw["parts"]))
    raise ValueError(f"kind {raw['kind']!r}")
