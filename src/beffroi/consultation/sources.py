"""Which files a result was made of, so that new answers can join it: ``sources.json``.

The reports never hold an answer with its personal data; what joins later needs the exact texts.
They are read again where they were, and must be the same to the last byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from beffroi.consultation.load import from_data
from beffroi.consultation.survey import answers_of
from beffroi.consultation.table import Table, read_table
from beffroi.consultation.types import Answer, Result
from beffroi.errors import DamagedDocument, UnknownName

NAME = "sources.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A file of answers: the column that was read, and the rows passed over (``skipped``),
    because an earlier file held them already."""

    file: str
    sha256: str
    column: str
    person: str
    skipped: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """A result written before, the answers that it was made of, and their files."""

    result: Result
    answers: tuple[Answer, ...]
    sources: tuple[Source, ...]


def source_of(path: Path, *, column: str, person: str, skipped: int = 0) -> Source:
    """What will be needed to read those answers again."""
    return Source(
        file=str(path.resolve()),
        sha256=_sum(path),
        column=column,
        person=person,
        skipped=skipped,
    )


def write_sources(folder: Path, sources: Sequence[Source]) -> None:
    said = json.dumps([asdict(source) for source in sources], ensure_ascii=False, indent=1)
    (folder / NAME).write_text(said + "\n", "utf-8")


def read_earlier(folder: Path) -> Earlier:
    """The result of ``folder`` with its answers. Raises an ``InputError`` that says what lacks."""
    held = folder / "resultat.json"
    if not held.is_file() or not (folder / NAME).is_file():
        raise UnknownName(
            f"Le dossier « {folder.name} » ne contient pas de résultat à compléter.",
            next_step="Donnez le dossier qu’une commande « beffroi ecouter » a rempli jusqu’au "
            "bout (resultat.json et sources.json).",
        )
    try:
        result = from_data(json.loads(held.read_text("utf-8")))
        told = json.loads((folder / NAME).read_text("utf-8"))
        sources = tuple(Source(**source) for source in told)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedDocument("Ce résultat est mal formé.", detail=str(error)) from error
    answers: list[Answer] = []
    for source in sources:
        found = _answers(source)
        answers += [replace(a, row=len(answers) + i) for i, a in enumerate(found, start=1)]
    if len(answers) != result.rows:
        raise DamagedDocument("Ce résultat ne correspond pas aux fichiers dont il vient.")
    return Earlier(result=result, answers=tuple(answers), sources=sources)


def newcomers(
    table: Table, earlier: Earlier, *, column: str, person: str
) -> tuple[tuple[Answer, ...], int]:
    """The answers of ``table`` that are new, and how many rows were there already.

    An export made again holds the old answers first, then the new ones.
    """
    answers = answers_of(table, column, person=person)
    old = [answer.text for answer in earlier.answers]
    skipped = len(old) if [answer.text for answer in answers[: len(old)]] == old else 0
    return answers[skipped:], skipped


def _answers(source: Source) -> tuple[Answer, ...]:
    path = Path(source.file)
    if not path.exists() or _sum(path) != source.sha256:
        raise UnknownName(
            f"Le fichier des premières réponses, « {path.name} », a changé ou n’est plus à sa "
            "place.",
            next_step=f"Remettez-le tel qu’il était : {path}.",
        )
    return answers_of(read_table(path), source.column, person=source.person)[source.skipped :]


def _sum(path: Path) -> str:
    """The sum of a file, or of all those of a folder with their names."""
    if path.is_file():
        with path.open("rb") as held:
            return hashlib.file_digest(held, "sha256").hexdigest()
    found = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        found.update(f"{file.relative_to(path)}\0{_sum(file)}\n".encode())
    return found.hexdigest()
