"""The long work of this room: writing a draft, mending points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beffroi.drafting import Done, Event, Piece, Progress, Replace, run
from beffroi_web.clarifier import actions, convert
from beffroi_web.clarifier.models import Draft, Origin
from beffroi_web.jobs.port import Context, handler
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.modeles.available import available


@handler(actions.WRITING, title="Clarifier un texte")
def rediger(context: Context) -> int:
    """Write the draft, then keep it as a version. Gives the number of the version."""
    draft_id = context.args["draft"]
    made = context.step("redaction", "Lecture du texte", lambda: _write(context, _draft(draft_id)))
    origin = Origin.SANS_MODELE if made["floor"] else Origin.MACHINE
    return context.record(
        "version",
        lambda: actions.store_written(draft_id, made, origin=origin, user=context.job.owner),
    )


def _write(context: Context, draft: Draft) -> dict[str, Any]:
    modeles = available(draft.owner, draft.collectivite)
    request = convert.request_of(draft, modeles[draft.modele])
    without = context.args.get("sans_modele")
    model = None if without else model_for(draft.collectivite, owner=str(draft.owner_id))
    events = run(request, model=model, modeles=modeles, policy=policy_of(draft.collectivite))
    return convert.written_to_json(_shown(context, events))


def _shown(context: Context, events: Iterator[Event]) -> Any:
    """Send each event to the page; gives the draft of the last one."""
    for event in events:
        match event:
            case Progress():
                context.progress(event.label, event.done, event.total)
            case Piece():
                context.write(event.text)
            case Replace():
                context.replace(event.text)
            case Done():
                return event.draft
    raise AssertionError("the chain ends with Done")


def _draft(number: int) -> Draft:
    rows = Draft.objects.across("a job knows its draft by its number")
    return rows.select_related("source", "collectivite", "owner", "current").get(pk=number)
