"""Routes of jobs, for the neighbour."""

from __future__ import annotations

from typing import Any

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.models import Job


def routes(collectivite: Collectivite, user: User) -> dict[str, dict[str, Any]]:
    job = Job.objects.create(
        collectivite=collectivite, owner=user, name="essai", title="Vergnes-le-Secret"
    )
    names = ("detail", "etat", "flux", "arreter", "reprendre")
    return {f"jobs:{name}": {"job_id": job.pk} for name in names}
