"""What the workbench shows, made ready for the template. Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from beffroi.drafting.kept import Kept, kept_facts
from beffroi_web.clarifier import actions, convert
from beffroi_web.clarifier.forms import AcceptPoint, CorrectPoint
from beffroi_web.clarifier.highlight import KEPT, Mark, blocks
from beffroi_web.clarifier.models import Draft, Point, State
from beffroi_web.jobs.models import Piece

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def laid(draft: Draft, user: User, *, refused: tuple[int, Any] | None = None) -> dict[str, Any]:
    """Source and draft with their points underlined, the points with their forms.

    ``refused``: the point whose acceptance was refused, with its form.
    """
    version = draft.current
    assert version is not None
    points = list(version.points.select_related("accepted_by"))
    kept = kept_facts(draft.basis, version.text)
    return {
        "draft": draft,
        "version": version,
        "provenance": convert.provenance_of(version),
        "source_text": blocks(draft.basis, _marks(points, kept, "source")),
        "draft_text": blocks(version.text, _marks(points, kept, "draft")),
        "kept": len(kept),
        "plain_text": blocks(version.text, []),
        "points": [_shown(point, refused) for point in points],
        "open": sum(point.open for point in points),
        "blocking": sum(point.open and point.severity == "bloquant" for point in points),
        "source_figures": figures(draft.basis),
        "draft_figures": figures(version.text),
        "two_people": draft.collectivite.second_person_validates,
        "may_validate": actions.may_validate(draft, user),
        "signed": draft.state == State.VALIDE,
        "read": draft.state == State.RELU,
    }


def _marks(points: list[Point], kept: tuple[Kept, ...], side: str) -> list[Mark]:
    spans = [getattr(fact, side) for fact in kept]
    found = [Mark(start=s.start, end=s.end, number=KEPT, severity="information") for s in spans]
    for point in points:
        start, end = getattr(point, f"{side}_start"), getattr(point, f"{side}_end")
        if start is not None and end is not None and point.accepted_at is None:
            severity = convert.finding_of(point).severity
            found.append(Mark(start=start, end=end, number=point.number, severity=severity))
    return found


def _repairable(point: Point) -> bool:
    """Whether the point bears on words that a machine can put back or take away."""
    return bool(point.source_text or point.draft_text) and point.type.split(".")[0] != "longueur"


def _shown(point: Point, refused: tuple[int, Any] | None) -> dict[str, Any]:
    here = point.draft_start is not None and point.draft_end is not None
    place = {
        "passage": point.suggestion or point.draft_text,
        "version": point.version.number,
    }
    again = refused is not None and refused[0] == point.pk
    accept = AcceptPoint(auto_id=f"accepter-{point.number}-%s")
    return {
        "row": point,
        "open": point.open,
        "in_draft": here,
        "repairable": _repairable(point),
        "correct": CorrectPoint(initial=place, auto_id=f"corriger-{point.number}-%s"),
        "accept": refused[1] if refused and again else accept,
        "opened": again,
    }


def open_points(draft: Draft) -> list[Point]:
    """The points of the version on the table that nobody has answered."""
    return [p for p in draft.current.points.all() if p.open] if draft.current else []


def corrected(point: Point, passage: str) -> str:
    """The text of the version with ``passage`` in place of what the point underlines."""
    text = point.version.text
    if point.draft_start is None or point.draft_end is None:
        return f"{text.rstrip()}\n\n{passage}"
    return text[: point.draft_start] + passage + text[point.draft_end :]


def figures(text: str) -> dict[str, int]:
    """Words of a text, and words per sentence."""
    from beffroi.french.sentences import sentences
    from beffroi.french.words import words

    count = len(list(words(text)))
    return {"words": count, "per_sentence": round(count / max(1, len(list(sentences(text)))))}


def waiting(draft: Draft) -> dict[str, Any]:
    """A draft being written, or whose writing ended without a version."""
    job = draft.job
    assert job is not None
    elapsed = (timezone.now() - job.started_at).total_seconds() if job.started_at else 0.0
    return {
        "draft": draft,
        "job": job,
        "elapsed": round(elapsed, 1),
        "written": blocks(so_far(draft), []),
        "blocks": blocks(draft.basis, []),
        "figures": figures(draft.basis),
        "obstacles": actions.obstacles(draft),
    }


def so_far(draft: Draft) -> str:
    """The text that the job has shown until now."""
    text = ""
    pieces = Piece.objects.filter(job=draft.job, kind__in=("texte", "remplace"))
    for kind, piece in pieces.order_by("number").values_list("kind", "text"):
        text = piece if kind == "remplace" else text + piece
    return text
