"""What changed in a place since its documents were taken from it, and the writing of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from beffroi.knowledge.gather.roots import Gathered, gather
from beffroi.knowledge.index import EmbeddedIndex, Incoming, digest
from beffroi.knowledge.store import Kept

What = Literal["ajoute", "change", "inchange", "retire", "refuse"]

#: In the order in which they are told.
TOLD: dict[What, str] = {
    "ajoute": "ajouté",
    "change": "changé",
    "inchange": "inchangé",
    "retire": "retiré",
    "refuse": "refusé",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What became of one document, and why (French)."""

    what: What
    id: str
    title: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Refreshed:
    """Every document met or held before is in ``changes`` once."""

    root: str
    collection: str
    changes: tuple[Change, ...]

    @property
    def counts(self) -> Counter[What]:
        return Counter(change.what for change in self.changes)


def root_of(place: str) -> str:
    """``place`` as it is remembered: an address as it is, a path in full."""
    return place if place.startswith(("http://", "https://")) else str(Path(place).resolve())


def refresh(
    index: EmbeddedIndex,
    place: str,
    *,
    collection: str,
    report: Callable[[str], None] | None = None,
) -> Refreshed:
    """Bring ``index`` to what ``place`` holds now; ``place`` is remembered with its collection.

    A document that cannot be read any more is left as it was. Raises as :func:`gather` does.
    """
    root = root_of(place)
    found = gather(place, collection=collection, report=report)
    found = replace(found, documents=tuple(replace(item, origin=root) for item in found.documents))
    held = {kept.id: kept for kept in index.kept()}
    changes = _changes(found, held, root)
    wanted = {change.id for change in changes if change.what in ("ajoute", "change")}
    index.put(item for item in found.documents if item.source.id in wanted)
    index.remove(change.id for change in changes if change.what == "retire")
    index.remember(root, collection)
    return Refreshed(root=root, collection=collection, changes=tuple(changes))


def refresh_all(index: EmbeddedIndex, *, collection: str | None = None) -> tuple[Refreshed, ...]:
    """Every place remembered, of one collection or of all. One that is gone takes its documents
    with it, each listed."""
    done = []
    for root, own in index.roots():
        if collection is None or own == collection:
            done.append(
                refresh(index, root, collection=own) if _there(root) else _gone(index, root, own)
            )
    return tuple(done)


def _there(root: str) -> bool:
    return root.startswith(("http://", "https://")) or Path(root).exists()


def _gone(index: EmbeddedIndex, root: str, collection: str) -> Refreshed:
    lost = [kept for kept in index.kept() if kept.origin == root]
    index.remove(kept.id for kept in lost)
    index.forget_root(root)
    return Refreshed(
        root=root,
        collection=collection,
        changes=tuple(
            Change(what="retire", id=k.id, title=k.title, reason=f"« {root} » n’existe plus.")
            for k in lost
        ),
    )


def _changes(found: Gathered, held: dict[str, Kept], root: str) -> list[Change]:
    changes = [_change(item, held.get(item.source.id)) for item in found.documents]
    changes += [
        Change(what="refuse", id=r.id, title=r.origin, reason=r.reason) for r in found.refused
    ]
    met = {item.source.id for item in found.documents} | {r.id for r in found.refused}
    lost = [kept for kept in held.values() if kept.origin == root and kept.id not in met]
    changes += [Change(what="retire", id=k.id, title=k.title, reason="N’y est plus.") for k in lost]
    assert len(changes) == found.met + len(lost)
    return changes


def _change(item: Incoming, before: Kept | None) -> Change:
    source = item.source
    if before is None:
        return Change(what="ajoute", id=source.id, title=source.title, reason="Nouveau.")
    if before.digest == digest(source) and before.collection == source.collection:
        return Change(what="inchange", id=source.id, title=source.title, reason="Identique.")
    reasons: Sequence[tuple[bool, str]] = (
        (before.collection != source.collection, "La collection a changé."),
        (before.title != source.title, "Le titre a changé."),
        (before.origin != item.origin, f"Remplace celui de « {before.origin} »."),
    )
    reason = next((why for there, why in reasons if there), "Le contenu a changé.")
    return Change(what="change", id=source.id, title=source.title, reason=reason)
