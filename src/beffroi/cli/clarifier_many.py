"""``beffroi clarifier --jsonl ENTREE SORTIE``: many texts in one process, none lost.

A line of ENTREE: ``{"id": …, "texte": "…", "modele": "…", "options": {…}}`` (the last two are
optional). A line of SORTIE for each of them, in order: the draft, or ``{"id", "erreur": {…}}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beffroi.errors import BadPairs, BeffroiError, InputError, Stopped

if TYPE_CHECKING:
    from beffroi.drafting import Modele
    from beffroi.llm.types import ChatModel


def write_many(
    source: Path,
    target: Path,
    modele: str,
    options: Mapping[str, str],
    modeles: Mapping[str, Modele],
    model: ChatModel | None,
) -> None:
    """One line of ``target`` for each line of ``source`` that is not blank."""
    lines = [line for line in _read(source).splitlines() if line.strip()]
    failed = written = 0
    with target.open("w", encoding="utf-8") as out, _bar(lines) as shown:
        for number, line in enumerate(shown, start=1):
            row = _row(number, line, modele, options, modeles, model)
            failed += "erreur" in row
            written += 1
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
    assert written == len(lines)
    click.echo(
        f"{written} textes traités, dont {failed} en erreur, écrits dans {target}.", err=True
    )


def _row(
    number: int,
    line: str,
    modele: str,
    options: Mapping[str, str],
    modeles: Mapping[str, Modele],
    model: ChatModel | None,
) -> dict[str, Any]:
    identifier: Any = number
    try:
        given = _parsed(number, line)
        identifier = given.get("id", number)
        return {"id": identifier, **_drafted(given, modele, options, modeles, model)}
    except Stopped:
        raise
    except BeffroiError as error:
        return {"id": identifier, "erreur": {"code": error.code, "message": error.sentence}}


def _drafted(
    given: dict[str, Any],
    modele: str,
    options: Mapping[str, str],
    modeles: Mapping[str, Modele],
    model: ChatModel | None,
) -> dict[str, Any]:
    from beffroi.cli.clarifier import request_of, write_one
    from beffroi.cli.clarifier_out import as_row
    from beffroi.drafting.chain import find_modele

    chosen = find_modele(modeles, str(given.get("modele", modele)))
    own = {str(key): str(value) for key, value in dict(given.get("options", {})).items()}
    text = str(given["texte"])
    request = request_of(chosen, text, {**options, **own}, "", "interne", "")
    return as_row(write_one(request, modeles, model, quiet=True))


def _parsed(number: int, line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
        given["texte"] + ""
        dict(given.get("options", {}))
    except (ValueError, KeyError, TypeError) as error:
        raise BadPairs(f"La ligne {number} ne se lit pas.", detail=repr(error)) from error
    found: dict[str, Any] = given
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Le fichier {path} ne peut pas être lu.", detail=repr(error)) from error


def _bar(lines: list[str]) -> Any:
    import sys

    if not sys.stderr.isatty():
        return _Plain(lines)
    return click.progressbar(lines, label="Textes", file=sys.stderr)


class _Plain:
    """A bar that shows nothing: the error stream is not a terminal."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def __enter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __exit__(self, *_: object) -> None:
        return None
