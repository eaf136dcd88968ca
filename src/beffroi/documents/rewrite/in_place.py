"""``rewrite_in_place``: a copy of a file in which every text went through a function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from beffroi.documents.detect import detect
from beffroi.documents.limits import Limits, check_size
from beffroi.documents.rewrite.slots import Replace
from beffroi.documents.types import LeftOut
from beffroi.errors import UnsupportedFormat


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewritten:
    """The copy, how many texts changed in it, and what could not be rewritten, or was erased."""

    data: bytes
    changed: int
    left_out: tuple[LeftOut, ...]


def rewrite_in_place(
    data: bytes, *, name: str = "", replace: Replace, limits: Limits | None = None
) -> Rewritten:
    """``data`` (docx, odt, xlsx, ods or csv) with each text given to ``replace``, layout kept.

    ``replace`` receives one paragraph, cell, note, comment, field or link at a time, whole even
    when its format cuts it into runs, and returns what to put in its place. Names of authors are
    erased. Pictures, embedded files, macros and numbers are copied as they are and reported: what
    they say is not rewritten. Raises as :func:`beffroi.documents.read`.
    """
    limits = limits or Limits()
    check_size(len(data), limits)
    kind = detect(data, name)
    left_out: Counter[str] = Counter()
    if kind in ("csv", "txt") and name.lower().endswith((".csv", ".tsv")):
        from beffroi.documents.rewrite.separated import rewrite_csv

        copy, changed = rewrite_csv(data, replace, limits)
    elif kind in ("docx", "odt", "xlsx", "ods"):
        from beffroi.documents.rewrite.archive import rewrite_archive

        copy, changed = rewrite_archive(data, kind, replace, limits, left_out)
    else:
        raise UnsupportedFormat(
            "Beffroi ne sait pas rendre ce format avec sa mise en page.",
            next_step="Enregistrez le document en docx, odt, xlsx, ods ou csv.",
        )
    return Rewritten(data=copy, changed=changed, left_out=tuple(_reports(left_out)))


def _reports(counts: Counter[str]) -> Iterable[LeftOut]:
    return (LeftOut(what=what, count=count) for what, count in counts.items() if count)
