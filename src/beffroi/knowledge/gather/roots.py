"""One door for every kind of place: what it holds, ready to be written, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from beffroi.errors import InputError
from beffroi.knowledge.index import Incoming


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Something met that could not be read: where, why (French), and the id that it would have."""

    origin: str
    reason: str
    id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """What a place holds: ``met`` things, each among ``documents`` or ``refused``."""

    documents: tuple[Incoming, ...]
    refused: tuple[Refused, ...]
    met: int

    def __post_init__(self) -> None:
        assert len(self.documents) + len(self.refused) == self.met


def gather(root: str, *, collection: str, report: Callable[[str], None] | None = None) -> Gathered:
    """What ``root`` holds: the address of a sitemap, a folder, a JSONL, a mailbox or a file.

    Raises ``InputError`` when nothing is there; what cannot be read inside is in ``refused``.
    """
    if root.startswith(("http://", "https://")):
        from beffroi.knowledge.gather.site import gather_site

        return gather_site(root, collection=collection, report=report or (lambda _: None))
    path = Path(root)
    if not path.exists():
        raise InputError(
            f"« {root} » n’existe pas.", next_step="Vérifiez le chemin, ou donnez une adresse."
        )
    return _gather_path(path, collection)


def _gather_path(path: Path, collection: str) -> Gathered:
    from beffroi.knowledge.gather.files import gather_file, gather_folder
    from beffroi.knowledge.gather.jsonl import gather_jsonl
    from beffroi.knowledge.gather.mail import gather_mailbox

    if path.is_dir():
        return gather_folder(path, collection=collection)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return gather_jsonl(path, collection=collection)
    if path.suffix.lower() == ".mbox":
        return gather_mailbox(path, collection=collection)
    return gather_file(path, collection=collection)


def joined(parts: list[Gathered]) -> Gathered:
    """Several in one."""
    return Gathered(
        documents=tuple(document for part in parts for document in part.documents),
        refused=tuple(refused for part in parts for refused in part.refused),
        met=sum(part.met for part in parts),
    )
