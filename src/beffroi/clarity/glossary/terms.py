"""The terms of a glossary: ours, the collectivité's own, the official ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beffroi.errors import BadGlossary


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A word, its other written forms, and what it means in one short French sentence.

    ``source``, ``licence`` and ``as_of`` (an ISO date, or empty) are shown beside it.
    """

    name: str
    definition: str
    forms: tuple[str, ...] = ()
    source: str = "Beffroi"
    licence: str = "MIT"
    as_of: str = ""

    @property
    def credit(self) -> str:
        """Where the definition comes from, ready to be shown."""
        parts = [self.source, self.licence, self.as_of and f"état du {self.as_of}"]
        return ", ".join(part for part in parts if part)


@cache
def builtin() -> tuple[Term, ...]:
    """The terms that ship with Beffroi."""
    text = files(__package__).joinpath("termes.txt").read_text("utf-8")
    return read_own(text, source="Beffroi", licence="MIT")


def read_own(text: str, *, source: str, licence: str = "", as_of: str = "") -> tuple[Term, ...]:
    """Terms written one a line: ``terme | autres formes | explication``.

    This is how a collectivité feeds its own. Blank lines and lines that begin with ``#`` are
    skipped. Raises :class:`BadGlossary` naming the first line that cannot be read.
    """
    found: list[Term] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 3 or not parts[0] or not parts[2]:
            raise BadGlossary(f"La ligne {number} du glossaire ne se lit pas.")
        forms = tuple(form.strip() for form in parts[1].split(",") if form.strip())
        found.append(
            Term(
                name=parts[0],
                forms=forms,
                definition=parts[2],
                source=source,
                licence=licence,
                as_of=as_of,
            )
        )
    return tuple(found)


def merged(*glossaries: Iterable[Term]) -> tuple[Term, ...]:
    """All the terms, a name kept once; the first glossary that defines it wins."""
    found: dict[str, Term] = {}
    for terms in glossaries:
        for term in terms:
            found.setdefault(term.name.lower(), term)
    return tuple(found.values())
