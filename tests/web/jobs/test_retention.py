"""Old jobs lose what they held; recent ones and the journal do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from beffroi_web.accounts.models import Session, User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.models import Job, Piece, State
from beffroi_web.jobs.retention import forget


def test_old_jobs_are_emptied_once(collectivite: Collectivite, person: Callable[..., User]) -> None:
    collectivite.retention_days = 30
    collectivite.save()
    owner, now = person(collectivite, Role.AGENT), timezone.now()
    for name, days, state in (
        ("vieux", 31, State.DONE),
        ("récent", 29, State.DONE),
        ("en cours", 31, State.RUNNING),
    ):
        job = Job.objects.create(
            collectivite=collectivite,
            owner=owner,
            name=name,
            title=name,
            args={"texte": "secret"},
            state=state,
            ended_at=now - timedelta(days=days),
        )
        Piece.objects.create(job=job, number=1, kind="texte", text="secret")
    Session.objects.create(session_key="a", session_data="", expire_date=now - timedelta(days=1))
    assert (forget(), forget()) == (1, 0)
    kept = Job.objects.for_(collectivite).exclude(args={}).values_list("name", flat=True)
    assert set(kept) == {"récent", "en cours"}
    assert Piece.objects.filter(job__name="vieux").count() == 0
    assert not Session.objects.exists()
