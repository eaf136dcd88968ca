"""A draft for programs (JSON) and as a file, with its provenance inside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from beffroi.documents import ExportFormat, Marking
    from beffroi.drafting import Draft, Modele
    from beffroi.findings import Finding


def as_row(draft: Draft, left_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """The published shape of a draft."""
    made = draft.provenance
    return {
        "modele": f"{made.modele}@{made.modele_version}",
        "options": dict(made.options),
        "texte": draft.text,
        "sans_modele": draft.floor,
        "modele_langage": made.model or None,
        "lieu_du_modele": made.model_place,
        "repli": {"code": made.failure, "raison": made.fallback_reason} if made.failure else None,
        "strategies": dict(draft.strategies),
        "points": [finding_row(finding) for finding in draft.findings],
        "avis": list(draft.notices),
        "non_lu": list(left_out),
        "masque": dict(made.masked),
        "secondes": round(made.seconds, 2),
        "energie_wh": made.energy.watt_hours,
        "source_sha256": made.source_sha256,
    }


def finding_row(finding: Finding) -> dict[str, Any]:
    return {
        "type": finding.type,
        "gravite": finding.severity,
        "titre": finding.title,
        "message": finding.message,
        "source": [finding.source.start, finding.source.end] if finding.source else None,
        "brouillon": [finding.draft.start, finding.draft.end] if finding.draft else None,
        "source_texte": finding.source_text,
        "brouillon_texte": finding.draft_text,
    }


def write_file(draft: Draft, modele: Modele, target: Path) -> None:
    """``draft`` as the file that the ending of ``target`` asks for; a poster is laid out as one.

    Raises :class:`beffroi.errors.InputError` when the format does not suit or cannot be written.
    """
    from beffroi.documents import write
    from beffroi.errors import InputError

    kind = target.suffix.lstrip(".")
    marking = marking_of(draft)
    if modele.output.kind == "affiche" and kind in ("pdf", "png"):
        content = poster_file(draft, marking, kind)
    elif kind == "png":
        from beffroi.documents import page_image

        content = page_image(write(draft.text, format="pdf", marking=marking))
    else:
        content = write(draft.text, format=cast("ExportFormat", kind), marking=marking)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"Le fichier {target} ne peut pas être écrit.", detail=str(error)
        ) from error


def poster_file(draft: Draft, marking: Marking, kind: str) -> bytes:
    """The poster of the fields that the draft holds, as PDF or as a picture of it."""
    from beffroi.documents.poster import PosterFields, poster, preview
    from beffroi.drafting.poster import poster_fields

    found = poster_fields(draft.text)
    fields = PosterFields(
        title=found["titre"],
        what=found["quoi"],
        when=found["quand"],
        where=found["ou"],
        who=found["qui"],
        contact=found["contact"],
    )
    made = poster(fields, marking=marking)
    return made.pdf if kind == "pdf" else preview(made.pdf, marking=marking)


def marking_of(draft: Draft) -> Marking:
    """What every export says of its making."""
    from beffroi.documents import Marking
    from beffroi.documents.marking import told_options

    made = draft.provenance
    return Marking(
        model=made.model,
        model_place=made.model_place or "",
        modele=made.modele,
        modele_version=made.modele_version,
        created_at=made.created_at.replace(microsecond=0) if made.created_at else None,
        author=made.author,
        collectivite=made.collectivite,
        options=told_options(made.options),
        source_sha256=made.source_sha256,
    )
