"""A document of the database read, and put in the index with its passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings

from beffroi.documents import Document as Read
from beffroi.documents import Limits, read
from beffroi.errors import BeffroiError, EmptyText
from beffroi.knowledge import Source
from beffroi_web.clarifier.convert import left_out_of
from beffroi_web.clarifier.forms import title_of
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.knowledge import actions, index
from beffroi_web.knowledge.letters import sent_on
from beffroi_web.knowledge.models import Document

if TYPE_CHECKING:
    from beffroi.knowledge.index import Incoming


def read_all(rows: Sequence[Document]) -> None:
    """Read and index ``rows``, all of one authority; one that cannot be is left out, with why."""
    ready: list[tuple[Document, Incoming]] = []
    for row in rows:
        try:
            content = read_one(row)
        except BeffroiError as error:
            index.remove(row.collectivite, [row.key])
            actions.leave_out(row, error.sentence)
        else:
            ready.append((row, incoming_of(row, content)))
    if ready:
        index.put(ready[0][0].collectivite, [item for _, item in ready])
    for row, item in ready:
        if item.passages:
            actions.store(row, passages=len(item.passages))
        else:
            actions.leave_out(row, "Ce document n’a aucun passage à citer.")


def read_one(row: Document) -> Read | None:
    """Fill ``row`` with what its file says; ``None`` when its text was typed, or is masked. Raises
    the errors of the readers."""
    content = _read_file(row) if row.file else None
    if not row.text.strip():
        raise EmptyText
    if not row.collection.masked:
        return content
    _mask(row)
    return None


def _mask(row: Document) -> None:
    """Keep neither a name nor an original: what is not masked is nowhere any more."""
    from beffroi.privacy import mask

    lists = lists_of(row.collectivite)
    row.text = mask(row.text, lists=lists).text
    row.title = mask(row.title, lists=lists).text
    if row.file:
        row.file.delete(save=False)
        row.file_name = ""


def _read_file(row: Document) -> Read:
    limits = Limits(size=settings.BEFFROI.upload_limit)
    with row.file.open("rb") as file:
        data = file.read()
    content = read(data, name=row.file_name, limits=limits)
    row.text, row.format, row.pages = content.text, content.format, content.pages
    row.left_out = left_out_of(content)
    if row.title == row.file_name:
        row.title = title_of(content, name=row.file_name)[:300]
    if content.format == "eml" and row.date is None:
        row.date = sent_on(data)
    return content


def incoming_of(row: Document, content: Read | None) -> Incoming:
    """The row as the index takes it: cut by the titles of its file, or by those of its text."""
    from beffroi.knowledge.index import Incoming, incoming
    from beffroi.knowledge.segment import segment

    source = source_of(row)
    if content is None:
        return incoming(source)
    return Incoming(source=source, passages=segment(source.id, content))


def source_of(row: Document) -> Source:
    """The row as the index knows it."""
    return Source(
        id=row.key,
        title=row.title,
        text=row.text,
        collection=str(row.collection_id),
        date=row.date,
        url=row.url,
        synonyms=tuple(row.synonyms),
    )
