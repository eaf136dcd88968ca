"""A version as a file, with its marking: what a model wrote, who read it and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, cast

from beffroi.documents import ExportFormat, Marking, write
from beffroi.documents.marking import told_options
from beffroi.documents.poster import Colours, Poster, PosterFields, poster, preview
from beffroi.drafting.poster import poster_fields
from beffroi_web.clarifier import convert
from beffroi_web.clarifier.compare import share_changed
from beffroi_web.clarifier.models import Draft, Origin, State, Version
from beffroi_web.modeles.available import of_draft

MACHINE = (Origin.MACHINE, Origin.REPARATION, Origin.SANS_MODELE)

#: Choice → its name, for a modèle that makes posters.
POSTERS = {
    "affiche-a4": "Affiche A4 (PDF)",
    "affiche-a3": "Affiche A3 (PDF)",
    "affiche-png": "Image de l’affiche (PNG)",
}

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
        reviewer=_readers(draft) if signed else "",
        reviewed_at=draft.signed_at.replace(microsecond=0) if signed and draft.signed_at else None,
        edited=edited(version),
        options=told_options(provenance.options),
        source_sha256=draft.source.sha256,
        visible=visible,
    )


def _readers(draft: Draft) -> str:
    """Who read it, then who validated it when that is somebody else."""
    assert draft.signed_by is not None
    if draft.read_by is None or draft.read_by == draft.signed_by:
        return draft.signed_by.name
    return f"{draft.read_by.name}, puis {draft.signed_by.name}"


def edited(version: Version) -> Literal["", "partie", "entier"]:
    """How much of what the machine wrote a person has changed since."""
    written = version.draft.versions.filter(origin__in=MACHINE, number__lte=version.number).last()
    if written is None or written.text == version.text:
        return ""
    return "entier" if share_changed(written.text, version.text) == 1 else "partie"


def choices_for(draft: Draft) -> dict[str, str]:
    """What can be exported, in the order of the page."""
    texts = {key: title for key, (title, _) in FORMATS.items()}
    return {**POSTERS, **texts} if is_poster(draft) else texts


def as_file(draft: Draft, format: str, *, visible: bool) -> Exported:
    """The version on the table in ``format``. Raises ``BeffroiError`` when it cannot be made."""
    if format in POSTERS:
        return poster_file(draft, format, visible=visible)
    version = draft.current
    assert version is not None
    content = write(
        version.text,
        format=cast(ExportFormat, format),
        marking=marking_of(draft, visible=visible),
        title=draft.title,
    )
    return Exported(name=f"{stem(draft)}.{format}", kind=FORMATS[format][1], content=content)


def is_poster(draft: Draft) -> bool:
    """Whether the draft is laid out as a poster."""
    return of_draft(draft).output.kind == "affiche"


def as_poster(draft: Draft, size: str, *, visible: bool) -> Poster:
    """The poster of the version on the table. Raises ``InputError`` when it cannot be printed."""
    version, commune = draft.current, draft.collectivite
    assert version is not None
    said = poster_fields(version.text)
    fields = PosterFields(
        title=said["titre"],
        what=said["quoi"],
        when=said["quand"],
        where=said["ou"],
        who=said["qui"],
        contact=said["contact"],
    )
    logo = commune.logo.read() if commune.logo else None
    return poster(
        fields,
        size=cast(Any, size),
        colours=Colours(main=commune.colour, accent=commune.second_colour),
        logo=logo,
        marking=marking_of(draft, visible=visible),
    )


def poster_file(draft: Draft, choice: str, *, visible: bool) -> Exported:
    """``affiche-a4``, ``affiche-a3`` (PDF) or ``affiche-png`` (the A4 as an image)."""
    size = "A3" if choice == "affiche-a3" else "A4"
    made = as_poster(draft, size, visible=visible)
    if choice == "affiche-png":
        image = preview(made.pdf, width=1240, marking=marking_of(draft, visible=visible))
        return Exported(name=f"{stem(draft)}.png", kind="image/png", content=image)
    name = f"{stem(draft)}-{size}.pdf"
    return Exported(name=name, kind="application/pdf", content=made.pdf)


def stem(draft: Draft) -> str:
    """The name of the file: what the title says, and whether it is only a draft."""
    words = re.sub(r"[^\w]+", "-", draft.title).strip("-")[:80] or "texte"
    return words if draft.state == State.VALIDE else f"brouillon-{words}"
