"""One job from its row to its end, whatever engine runs it."""

from __future__ import annotations

import logging
import threading
from typing import Any

from django.db import transaction
from django.utils import timezone

from beffroi.errors import BeffroiError, Stopped
from beffroi_web.jobs.context import Context, StepRunner, last_number
from beffroi_web.jobs.models import ENDED, Job, Piece, State
from beffroi_web.jobs.registry import kind
from beffroi_web.journal import actions as journal

LOG = logging.getLogger("beffroi.jobs")

UNFORESEEN = (
    "Une erreur imprévue a interrompu ce travail. Ce qui était fait est conservé : "
    "reprenez-le, et prévenez l’administrateur si cela recommence."
)


def run(job_id: str, *, run_step: StepRunner, stop: threading.Event) -> None:
    """Run the job and write its end. Every error of the work ends here, in the row."""
    job = Job.objects.across("the worker runs the jobs of all").get(pk=job_id)
    if job.state in ENDED:
        return
    if job.stop_requested:
        stop.set()
    _begin(job)
    try:
        result = kind(job.name).run(Context(job, run_step=run_step, stop=stop))
    except Stopped:
        _end(job, State.STOPPED)
    except BeffroiError as error:
        LOG.warning("job %s: %s %s", job.pk, error.code, error.detail)
        _end(job, State.FAILED, error_code=error.code, error=error.sentence)
    except Exception:
        LOG.exception("job %s", job.pk)
        _end(job, State.FAILED, error_code="imprevu", error=UNFORESEEN)
    else:
        _end(job, State.DONE, result=result)


def give_up(job: Job) -> None:
    """End a job that the engine can no longer run."""
    _end(job, State.FAILED, error_code="imprevu", error=UNFORESEEN)


def _begin(job: Job) -> None:
    job.state, job.started_at = State.RUNNING, job.started_at or timezone.now()
    job.save(update_fields=["state", "started_at"])


def _end(job: Job, state: State, **values: Any) -> None:
    """The state, the last event of the stream and the line of the journal: all three or none."""
    with transaction.atomic():
        fresh = Job.objects.for_(job.collectivite_id).select_for_update().get(pk=job.pk)
        if fresh.state in ENDED:
            return
        for name, value in {"state": state, "ended_at": timezone.now(), **values}.items():
            setattr(fresh, name, value)
        fresh.save()
        Piece.objects.create(
            job=fresh, number=last_number(fresh) + 1, kind="fin", step=str(fresh.attempt)
        )
        if state != State.STOPPED:  # the person who stopped it is already in the journal
            act = "travail.fini" if state == State.DONE else "travail.echec"
            details = {"code": fresh.error_code} if fresh.error_code else {}
            journal.write(fresh.collectivite, None, act, f"travail:{job.pk}", details)
