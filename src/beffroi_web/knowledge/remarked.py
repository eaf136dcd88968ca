"""What is worth a look in a collection: documents that are old, repealed, replaced, or that
contradict another. Found when documents were read, kept with the collection, shown by its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from beffroi_web.knowledge import index
from beffroi_web.knowledge.found import documents_of
from beffroi_web.knowledge.models import Collection, Document

#: Remarks kept and written out; the page counts the others.
MOST = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """``documents`` are those concerned, the one to look at first."""

    label: str
    message: str
    documents: list[Document]


def look(number: int) -> int:
    """Look at the collection of that number again; gives how many remarks. Called by jobs."""
    from beffroi.knowledge.remarks import remarks

    rows = Collection.objects.across("a job knows its collection by its number")
    row = rows.select_related("collectivite").filter(pk=number).first()
    if row is None:
        return 0
    found = remarks(index.of(row.collectivite), collection=str(row.pk))
    old = [one.ids[0] for one in found if one.kind == "ancien"]
    said = {(one.ids, one.label): one.message for one in found if one.kind != "ancien"}
    kept = [
        {"label": label, "message": message, "keys": list(keys)}
        for (keys, label), message in list(said.items())[:MOST]
    ]
    row.remarks = {"anciens": len(old), "dits": kept, "autres": len(said) - len(kept)}
    row.save(update_fields=["remarks"])
    return len(old) + len(said)


def of_collection(row: Collection) -> list[Remark]:
    """Those whose documents are all still there."""
    return _shown(row, row.remarks.get("dits", []))


def of_document(document: Document) -> list[Remark]:
    """Those that name this document."""
    said = document.collection.remarks.get("dits", [])
    return _shown(document.collection, [one for one in said if document.key in one["keys"]])


def _shown(row: Collection, said: Sequence[dict[str, Any]]) -> list[Remark]:
    documents = documents_of({key for one in said for key in one["keys"]}, row.collectivite)
    return [
        Remark(
            label=one["label"],
            message=one["message"],
            documents=[documents[key] for key in one["keys"]],
        )
        for one in said
        if all(key in documents for key in one["keys"])
    ]
