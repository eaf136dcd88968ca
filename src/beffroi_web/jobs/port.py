"""Asking for long work. The whole of what an app needs to know of jobs:

    @handler("clarifier.rediger", title="Clarifier un texte")      # in the app's jobs.py
    def rediger(context: Context) -> dict[str, Any]:
        text = context.step("lecture", "Lecture du document", lambda: read(context.args))
        draft = context.step("redaction", "Rédaction", lambda: stream(context, text))
        return context.record("brouillon", lambda: {"id": store(draft).pk})

    job = enqueue("clarifier.rediger", {...}, collectivite=…, owner=request.user)   # in actions.py

``step`` may call a model; it runs again if the process is killed in the middle of it. ``record``
writes to the database, exactly once whatever happens. Values between steps are JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.context import Context
from beffroi_web.jobs.models import Job, State
from beffroi_web.jobs.registry import handler, kind
from beffroi_web.journal import actions as journal
from beffroi_web.serving.wake import wake

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

__all__ = ["Context", "enqueue", "expect", "handler", "resume", "stop"]


def enqueue(
    name: str,
    args: Mapping[str, Any],
    *,
    collectivite: Collectivite,
    owner: User,
    title: str = "",
    key: str = "",
) -> Job:
    """Ask for the work ``name``; it is certain as soon as the transaction is committed.

    ``key`` (a token of the form) makes the same request sent twice one job. ``title`` is what
    the person reads instead of the title of the kind of work.
    """
    job = Job(
        name=name,
        title=(title or kind(name).title)[:200],
        args=dict(args),
        collectivite=collectivite,
        owner=owner,
        key=key or None,
    )
    try:
        with transaction.atomic():
            job.save(force_insert=True)
            journal.write(collectivite, owner, "travail.lance", f"travail:{job.pk}", {"nom": name})
    except IntegrityError:
        return Job.objects.for_(collectivite).get(owner=owner, key=key)
    return job


def expect() -> None:
    """Work may be asked for soon, from the page that is being opened: the worker gets ready."""
    wake(settings.BEFFROI.home)


def stop(job: Job, *, actor: User) -> None:
    """Ask the worker to stop; work that has not begun stops at once."""
    with transaction.atomic():
        fresh = Job.objects.for_(job.collectivite_id).select_for_update().get(pk=job.pk)
        if fresh.ended or fresh.stop_requested:
            return
        fresh.stop_requested = True
        fresh.save(update_fields=["stop_requested"])
        journal.write(fresh.collectivite, actor, "travail.arrete", f"travail:{job.pk}")


def resume(job: Job, *, actor: User) -> bool:
    """Take up a stopped or failed job after its last finished step; ``False`` if it is neither."""
    with transaction.atomic():
        fresh = Job.objects.for_(job.collectivite_id).select_for_update().get(pk=job.pk)
        if fresh.state not in (State.FAILED, State.STOPPED):
            return False
        fresh.state, fresh.stop_requested, fresh.ended_at = State.WAITING, False, None
        fresh.attempt, fresh.worker = fresh.attempt + 1, ""
        fresh.error = fresh.error_code = ""
        fresh.save()
        journal.write(fresh.collectivite, actor, "travail.repris", f"travail:{job.pk}")
    return True
