"""What is forgotten with time: the course of old jobs, and sessions that are over.

The texts themselves stay until a person removes them; the journal stays for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from beffroi_web.accounts.models import Session
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.database.erased import settle
from beffroi_web.jobs.models import ENDED, Job, Piece, Recorded

_DAILY: list[Callable[[], object]] = []


def daily(work: Callable[[], object]) -> Callable[[], object]:
    """Declare in an app's ``jobs.py`` what is to be done once a day and when the instance wakes."""
    _DAILY.append(work)
    return work


def forget() -> int:
    """Empty the jobs that ended longer ago than their authority keeps things; gives how many.
    What the apps declared :func:`daily` is done too."""
    now = timezone.now()
    for work in _DAILY:
        work()
    Session.objects.filter(expire_date__lt=now).delete()
    emptied = sum(
        _empty(collectivite, now - timedelta(days=collectivite.retention_days))
        for collectivite in Collectivite.objects.all()
    )
    settle()
    return emptied


def _empty(collectivite: Collectivite, before: object) -> int:
    rows = Job.objects.for_(collectivite).filter(state__in=ENDED, ended_at__lt=before)
    old = rows.exclude(args={}, result=None)
    with transaction.atomic():
        numbers = list(old.values_list("pk", flat=True))
        Piece.objects.filter(job__in=numbers).exclude(kind="fin").delete()
        Recorded.objects.filter(job__in=numbers).delete()
        Job.objects.for_(collectivite).filter(pk__in=numbers).update(args={}, result=None)
    return len(numbers)
