"""A program of the tests: ``prepare``, ``worker NAME``, ``stop``, ``resume``, ``report``.

It works on the instance of ``BEFFROI_HOME``, in a process that the tests may kill.
"""

# ruff: noqa: E402

from __future__ import annotations

import json
import os
import sys
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "beffroi_web.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import DatabaseError, connection

import web.jobs.trial_jobs  # noqa: F401  (declares the work)
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Membership
from beffroi_web.jobs import port, worker
from beffroi_web.jobs.context import _text_of
from beffroi_web.jobs.models import Job, Piece
from beffroi_web.journal import actions as journal
from beffroi_web.journal.models import Entry


def prepare(trace: str, *die_at: str) -> None:
    call_command("migrate", verbosity=0)
    collectivite = Collectivite.objects.create(name="Commune")
    owner = User.objects.create_user(email="a@exemple.fr", name="A", password=None)
    Membership.objects.create(user=owner, collectivite=collectivite)
    args = {"trace": trace, "die_at": list(die_at)}
    port.enqueue("essai.long", args, collectivite=collectivite, owner=owner)


def _job() -> Job:
    return Job.objects.across("test").get()


def stop() -> None:
    port.stop(_job(), actor=_job().owner)


def resume() -> None:
    port.resume(_job(), actor=_job().owner)


def report(patience: str) -> None:
    """Wait until the job has ended, then print all there is to know of it."""
    limit = time.monotonic() + float(patience)
    while not (job := _job()).ended and time.monotonic() < limit:
        time.sleep(0.05)
    print(
        json.dumps(
            {
                "state": job.state,
                "result": job.result,
                "text": _text_of(Piece.objects.filter(job=job, kind__in=("texte", "remplace"))),
                "rows": sorted(Direction.objects.across("test").values_list("name", flat=True)),
                "acts": list(Entry.objects.across("test").values_list("act", flat=True)),
                "journal": journal.verify(job.collectivite),
            }
        )
    )


def rewrite() -> None:
    """Try to rewrite the journal in three ways; print what the database says."""
    orders = (
        "UPDATE journal_entry SET act = 'x'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
    )
    said = []
    for order in orders:
        try:
            with connection.cursor() as cursor:
                cursor.execute(order)
        except DatabaseError as error:
            said.append(str(error))
    print(json.dumps(said))


def run_worker(name: str) -> None:
    if "TRIAL_DEAD" in os.environ:
        worker.BEAT, worker.DEAD = 0.2, float(os.environ["TRIAL_DEAD"])
    worker.main(name)


if __name__ == "__main__":
    ORDERS = {
        "prepare": prepare,
        "worker": run_worker,
        "rewrite": rewrite,
        "stop": stop,
        "resume": resume,
        "report": report,
    }
    ORDERS[sys.argv[1]](*sys.argv[2:])
