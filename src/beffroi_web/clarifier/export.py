"""A version as a file, with its marking: what a model wrote, who read it and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from beffroi.documents import ExportFormat, Marking, write
from beffroi_web.clarifier import convert
from beffroi_web.clarifier.compare import share_changed
from beffroi_web.clarifier.models import Draft, Origin, State, Version

MACHINE = (Origin.MACHINE, Origin.REPARATION, Origin.SANS_MODELE)

#: Format → its name in French, and its type for the browser.
FORMATS: dict[str, tuple[str, str]] = {
    "docx": (
        "Word (docx)",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "odt": ("LibreOffice (odt)", "application/vnd.oasis.opendocument.text"),
    "pdf": ("PDF accessible", "application/pdf"),
    "html": ("Page web (html)", "text/html; charset=utf-8"),
    "txt": ("Texte seul (txt)", "text/plain; charset=utf-8"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """A file ready to be sent."""

    name: str
    kind: str
    content: bytes


def marking_of(draft: Draft, *, visible: bool) -> Marking:
    """What the file will say of itself."""
    version = draft.current
    assert version is not None
    provenance = convert.provenance_of(version)
    signed = draft.state == State.VALIDE and draft.signed_by is not None
    return Marking(
        model=provenance.model,
        model_place=provenance.model_place or "",
        modele=draft.modele,
        modele_version=draft.modele_version,
        created_at=draft.created_at.replace(microsecond=0),
        author=draft.owner.name,
        collectivite=draft.collectivite.name,
        reviewer=draft.signed_by.name if signed and draft.signed_by else "",
        reviewed_at=draft.signed_at.replace(microsecond=0) if signed and draft.signed_at else None,
        edited=edited(version),
        source_sha256=draft.source.sha256,
        visible=visible,
    )


def edited(version: Version) -> Literal["", "partie", "entier"]:
    """How much of what the machine wrote a person has changed since."""
    written = version.draft.versions.filter(origin__in=MACHINE, number__lte=version.number).last()
    if written is None or written.text == version.text:
        return ""
    return "entier" if share_changed(written.text, version.text) == 1 else "partie"


def as_file(draft: Draft, format: str, *, visible: bool) -> Exported:
    """The version on the table in ``format``. Raises ``DocumentError`` when it cannot be made."""
    version = draft.current
    assert version is not None
    content = write(
        version.text,
        format=cast(ExportFormat, format),
        marking=marking_of(draft, visible=visible),
        title=draft.title,
    )
    return Exported(name=f"{stem(draft)}.{format}", kind=FORMATS[format][1], content=content)


def stem(draft: Draft) -> str:
    """The name of the file: what the title says, and whether it is only a draft."""
    words = re.sub(r"[^\w]+", "-", draft.title).strip("-")[:80] or "texte"
    return words if draft.state == State.VALIDE else f"brouillon-{words}"
