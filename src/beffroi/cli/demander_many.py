"""``beffroi demander --jsonl ENTREE SORTIE``: many questions in one process, none lost.

A line of ENTREE: ``{"id": …, "question": "…"}``. A line of SORTIE for each of them, in order:
``{"id", "status", "answer", "citations": [{"document", "document_id", "start", "end", "text"}]}``,
or ``{"id", "erreur": {"code", "message"}}`` for a line that cannot be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beffroi.errors import BadQuestions, BeffroiError, InputError, Stopped

if TYPE_CHECKING:
    from beffroi.assistants import Answer, Assistant, Citation
    from beffroi.knowledge import Index
    from beffroi.llm.types import ChatModel


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every question of a call shares."""

    index: Index
    assistant: Assistant
    model: ChatModel | None
    collections: frozenset[str] | None


def answered(question: str, desk: Desk) -> Answer:
    """The whole answer to one question."""
    from beffroi.assistants import Answered, answer

    events = answer(
        question,
        index=desk.index,
        assistant=desk.assistant,
        model=desk.model,
        collections=desk.collections,
    )
    return next(event.answer for event in events if isinstance(event, Answered))


def answer_many(source: Path, target: Path, desk: Desk) -> None:
    """One line of ``target`` for each line of ``source`` that is not blank."""
    rows = [
        (number, line)
        for number, line in enumerate(_read(source).splitlines(), start=1)
        if line.strip()
    ]
    failed = written = 0
    with target.open("w", encoding="utf-8") as out, _bar(rows) as shown:
        for number, line in shown:
            row = _row(number, line, desk)
            failed += "erreur" in row
            written += 1
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
    assert written == len(rows)
    click.echo(
        f"{written} questions traitées, dont {failed} en erreur, écrites dans {target}.", err=True
    )


def as_row(identifier: Any, whole: Answer) -> dict[str, Any]:
    """The published shape of an answer: the passages that it rests on, exact to the character."""
    return {
        "id": identifier,
        "status": whole.status,
        "answer": whole.text,
        "citations": [
            {
                "document": cited.title,
                "document_id": cited.document_id,
                "start": cited.span.start,
                "end": cited.span.end,
                "text": cited.text,
            }
            for cited in _used(whole)
        ],
    }


def _used(whole: Answer) -> list[Citation]:
    """The citations that a sentence of the answer bears, in the order of the answer."""
    ranks = dict.fromkeys(rank for sentence in whole.sentences for rank in sentence.cites)
    return [whole.citations[rank] for rank in ranks]


def _row(number: int, line: str, desk: Desk) -> dict[str, Any]:
    identifier: Any = number
    try:
        given = _parsed(number, line)
        identifier = given["id"]
        return as_row(identifier, answered(given["question"], desk))
    except Stopped:
        raise
    except BeffroiError as error:
        return {"id": identifier, "erreur": {"code": error.code, "message": error.sentence}}


def _parsed(number: int, line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
        if not isinstance(given["question"], str):
            raise TypeError("question")
        return {"id": given["id"], "question": given["question"]}
    except (ValueError, KeyError, TypeError) as error:
        raise BadQuestions(f"La ligne {number} ne se lit pas.", detail=repr(error)) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Le fichier {path} ne peut pas être lu.", detail=repr(error)) from error


@contextmanager
def _bar(rows: list[tuple[int, str]]) -> Iterator[Any]:
    """The rows, with a progress bar when the error stream is a terminal."""
    if sys.stderr.isatty():
        with click.progressbar(rows, label="Questions", file=sys.stderr) as shown:
            yield shown
    else:
        yield rows
