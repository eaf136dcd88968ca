"""Prompt files: what is said to a model, in French, versioned, filled without surprise.

A prompt file is TOML front matter between two lines ``+++``, then a text with ``$fields``. A value
can hold anything: substitution happens once (a ``$`` in a value stays a ``$``), and a document is
put between fences that its own text cannot close.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from beffroi.errors import BadModele

FENCE_OPEN = "<texte>"
FENCE_CLOSE = "</texte>"
_FRONT_MATTER = re.compile(r"\A\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FENCE_LIKE = re.compile(r"<\s*(/?)\s*texte\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """A prompt as it was read. ``reference`` (``name@version``) is kept with every draft."""

    name: str
    version: int
    body: str

    @property
    def reference(self) -> str:
        return f"{self.name}@{self.version}"


def split_front_matter(text: str, *, origin: str) -> tuple[dict[str, Any], str]:
    """The front matter as a mapping and the text after it. Raises :class:`BadModele`."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        raise BadModele(
            f"{origin} ne commence pas par un en-tête entre deux lignes « +++ ».",
            next_step="Reprenez l’en-tête d’un modèle livré, puis changez ses valeurs.",
        )
    return parse_toml(found.group(1), origin=origin), text[found.end() :].strip()


def parse_toml(text: str, *, origin: str) -> dict[str, Any]:
    """``text`` read as TOML. Raises :class:`BadModele`, which says the line of the fault."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadModele(
            f"L’en-tête de {origin} ne se lit pas.",
            next_step="Vérifiez les guillemets et les signes « = » à la ligne indiquée.",
            detail=str(error),
        ) from error


def load_prompt(path: Path) -> Prompt:
    """The prompt file at ``path``; its front matter gives ``nom`` and ``version``."""
    meta, body = split_front_matter(path.read_text(encoding="utf-8"), origin=path.name)
    try:
        return Prompt(name=str(meta["nom"]), version=int(meta["version"]), body=body)
    except (KeyError, ValueError) as error:
        raise BadModele(f"{path.name} doit dire son nom et sa version.") from error


def fields_of(body: str, *, origin: str = "Le texte") -> frozenset[str]:
    """The names of the ``$fields`` of ``body``. Raises :class:`BadModele` for a stray ``$``."""
    template = Template(body)
    if not template.is_valid():
        raise BadModele(
            f"{origin} contient un signe « $ » qui n’annonce aucun champ.",
            next_step="Écrivez « $$ » pour obtenir un dollar.",
        )
    return frozenset(template.get_identifiers())


def render(body: str, values: Mapping[str, str]) -> str:
    """``body`` with its ``$fields`` replaced, once, by ``values``.

    Raises :class:`BadModele` when a field has no value: a prompt never leaves with a hole.
    """
    missing = sorted(fields_of(body) - values.keys())
    if missing:
        names = ", ".join(f"« {name} »" for name in missing)
        raise BadModele(f"Aucune valeur n’a été donnée pour {names}.")
    return Template(body).substitute(values)


def fence(text: str) -> str:
    """``text`` between fences that nothing in it can close: it is data, not instructions."""
    safe = _FENCE_LIKE.sub(lambda match: f"‹{match.group(1)}texte›", text)
    return f"{FENCE_OPEN}\n{safe}\n{FENCE_CLOSE}"


def fingerprint(*texts: str) -> str:
    """SHA-256 of ``texts``, line ends and outer blanks apart: what the version rule compares."""
    lines = ("\n".join(line.rstrip() for line in text.strip().splitlines()) for text in texts)
    return hashlib.sha256("\x00".join(lines).encode("utf-8")).hexdigest()
