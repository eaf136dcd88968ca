"""Every form of a report written in a folder; a second process may draw the map meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.crossings import every
from beffroi.consultation.document import document
from beffroi.consultation.export import as_json
from beffroi.consultation.map import IdeaMap, Layout, idea_map, laid_out, themes_of
from beffroi.consultation.open_data import open_lines
from beffroi.consultation.page import html
from beffroi.consultation.report import MOST_LISTED, POSITION_NAMES, report
from beffroi.consultation.search import Index, alike, index_of
from beffroi.consultation.tables import csv_table, ods_table, xlsx_table
from beffroi.consultation.types import Answer, Result
from beffroi.documents import ExportFormat, Marking

Known = Mapping[str, NDArray[np.float16]]
#: Answers from which a second process is worth the second that it takes to be ready.
MANY = 300
RESULT, OPEN = "resultat.json", "donnees-ouvertes.csv"


def write_all(
    result: Result,
    answers: Sequence[Answer],
    folder: Path,
    *,
    known: Known | None = None,
    second: Executor | None = None,
    already: Collection[str] = (),
    wrote: Callable[[str], None] = lambda name: None,
) -> list[Path]:
    """Every form of the report in ``folder``, which is made if need be; the files written.

    ``known``: what the encoder gave for the ideas; with it, the page has a map and near answers,
    which ``second`` computes. A file appears whole or not at all; ``wrote`` is told its name, and
    those ``already`` there stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = index_of(result, answers, known or {})
    layout = (second or Here()).submit(laid_out, index.vectors, themes_of(result, index))

    def put(name: str, write: Callable[[Path], None]) -> None:
        if name not in already:
            part = folder / f".{name}.partie"
            write(part)
            part.replace(folder / name)
            wrote(name)

    put(RESULT, lambda path: _lines(path, as_json(result), "utf-8"))
    put(OPEN, lambda path: _lines(path, open_lines(result, answers), "utf-8-sig"))
    forms = _forms(result, answers, index, layout)
    for name, form in forms.items():
        put(name, lambda path, form=form: _whole(path, form()))  # type: ignore[misc]
    return [folder / name for name in (RESULT, OPEN, *forms)]


def _forms(
    result: Result, answers: Sequence[Answer], index: Index, layout: Future[Layout]
) -> dict[str, Callable[[], bytes]]:
    """Name of the file → what makes it; the page comes last, for it waits for the map."""

    @cache
    def mapped() -> IdeaMap | None:
        return idea_map(result, answers, index, layout.result()) if len(index.places) else None

    def dots() -> set[int]:
        found = mapped() if len(result.answers) > MOST_LISTED else None
        return {dot.row for dot in found.dots} if found else set()

    view = report(result, answers, also=dots())
    crossed = every(result, answers, names=POSITION_NAMES)

    def laid(format: ExportFormat) -> bytes:
        return document(view, format=format, marking=Marking(), crossings=crossed)

    def page() -> bytes:
        near = alike(index, [answer.row for answer in view.answers])
        return html(view, crossings=crossed, mapped=mapped(), near=near).encode()

    return {
        "verbatims.csv": lambda: csv_table(view),
        "verbatims.xlsx": lambda: xlsx_table(view, crossings=crossed),
        "verbatims.ods": lambda: ods_table(view, crossings=crossed),
        "rapport.docx": lambda: laid("docx"),
        "rapport.odt": lambda: laid("odt"),
        "rapport.pdf": lambda: laid("pdf"),
        "rapport.html": page,
    }


def _lines(path: Path, lines: Iterable[str], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as out:
        out.writelines(lines)


def _whole(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@contextmanager
def beside(answers: int) -> Iterator[Executor]:
    """A second process for what is long; this one, for few answers or on one core."""
    if answers < MANY or (os.cpu_count() or 1) < 2:
        yield Here()
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


def get_ready() -> None:
    """What the second process loads while the first one still analyses."""
    laid_out(np.eye(8, dtype=np.float16), [""] * 8)


class Here(Executor):
    """Does each work as it is asked, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **named))
        return done
