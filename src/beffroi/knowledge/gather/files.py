"""Files and folders, in every format that :mod:`beffroi.documents` reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from beffroi.documents import Document, read
from beffroi.errors import InputError
from beffroi.knowledge.gather.roots import Gathered, Refused, joined
from beffroi.knowledge.index import Incoming
from beffroi.knowledge.segment import segment
from beffroi.knowledge.types import Source


def gather_file(path: Path, *, collection: str) -> Gathered:
    """One file as one document, whose id is its path."""
    origin = str(path.resolve())
    try:
        document = read(path)
    except InputError as error:
        refused = Refused(origin=origin, reason=error.message, id=origin)
        return Gathered(documents=(), refused=(refused,), met=1)
    made = of_document(
        document,
        id=origin,
        title=document.title or path.stem.replace("_", " "),
        collection=collection,
        origin=origin,
    )
    return Gathered(documents=(made,), refused=(), met=1)


def gather_folder(folder: Path, *, collection: str) -> Gathered:
    """Every file under ``folder`` but hidden ones, in the order of their names."""
    from beffroi.knowledge.gather.jsonl import gather_jsonl
    from beffroi.knowledge.gather.mail import gather_mailbox

    parts = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        kind = path.suffix.lower()
        reader = {".jsonl": gather_jsonl, ".mbox": gather_mailbox}.get(kind, gather_file)
        parts.append(reader(path, collection=collection))
    return _each_once(joined(parts))


def of_document(
    document: Document,
    *,
    id: str,
    title: str,
    collection: str,
    origin: str,
    sent: date | None = None,
    url: str = "",
) -> Incoming:
    """A document that a reader read, ready to be written: its pages and titles are kept."""
    source = Source(
        id=id,
        title=title,
        text=document.text,
        collection=collection,
        date=sent,
        url=url,
    )
    return Incoming(source=source, passages=segment(id, document), origin=origin)


def _each_once(found: Gathered) -> Gathered:
    """The first of the documents of one id; the others are refused."""
    kept: dict[str, Incoming] = {}
    refused = list(found.refused)
    for item in found.documents:
        if item.source.id in kept:
            refused.append(
                Refused(origin=item.origin, reason="Un autre document a cet identifiant.")
            )
        else:
            kept[item.source.id] = item
    return Gathered(documents=tuple(kept.values()), refused=tuple(refused), met=found.met)
