"""What the pages of a conversation show, made ready for the templates. Reads only."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from beffroi_web.assistants import shown
from beffroi_web.assistants.available import assistant_of, own
from beffroi_web.assistants.branches import Step, branch
from beffroi_web.assistants.forms import Ask, Attach, Edit
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.assistants.writing import may_change
from beffroi_web.modeles.available import available as modeles


def conversation(
    row: Conversation,
    *,
    form: Ask | None = None,
    attach: Attach | None = None,
    edited: tuple[int, Edit] | None = None,
) -> dict[str, Any]:
    """The branch shown, from the first question; a form that was refused comes back as filled."""
    turns = list(row.turns.select_related("job", "conversation"))
    steps = branch(turns, row.current_id)
    return {
        "conversation": row,
        "modeles": modeles_of(row),
        "may_draft": row.owner.has_perm("clarifier.rediger", row),
        "may_try": _may_try(row),
        "steps": [_laid(step, edited) for step in steps],
        "working": any(step.turn.working for step in steps),
        "form": form or Ask(),
        "attach": attach or Attach(auto_id="joindre_%s"),
        "attachments": row.attachments.defer("text"),
    }


def exchange(turn: Turn) -> dict[str, Any]:
    """One question and its answer."""
    steps = branch(turn.conversation.turns.all(), turn.pk)
    step = next(step for step in steps if step.turn.pk == turn.pk)
    row = turn.conversation
    return {
        "conversation": row,
        "modeles": modeles_of(row),
        "may_draft": row.owner.has_perm("clarifier.rediger", row),
        "may_try": _may_try(row),
        "step": _laid(step, None),
    }


def _may_try(row: Conversation) -> bool:
    """Whether this person may add an essai to the assistant that answers."""
    found = own(row.owner, row.collectivite).filter(name=row.assistant).first()
    return found is not None and may_change(found, row.owner)


def modeles_of(row: Conversation) -> list[tuple[str, str]]:
    """The modèles that the assistant proposes to go on with, among those that this person has."""
    known = modeles(row.owner, row.collectivite)
    wanted = assistant_of(row).modeles
    return [(name, known[name].title) for name in wanted if name in known]


def _laid(step: Step, edited: tuple[int, Edit] | None) -> dict[str, Any]:
    turn = step.turn
    refused = edited is not None and edited[0] == turn.pk
    passages = shown.passages(turn)
    form = Edit(initial={"question": turn.question}, auto_id=f"modifier-{turn.pk}-%s")
    return {
        "turn": turn,
        "place": step.place,
        "total": step.total,
        "before": step.before,
        "after": step.after,
        "answer": shown.answer_of(turn),
        "paragraphs": shown.paragraphs(turn),
        "passages": passages,
        "shown": {passage.text for passage in passages},
        "nearest": shown.nearest(turn),
        "edit": edited[1] if edited and refused else form,
        "editing": refused,
        "elapsed": _elapsed(turn),
    }


def _elapsed(turn: Turn) -> float:
    return round((timezone.now() - turn.created_at).total_seconds(), 1)
