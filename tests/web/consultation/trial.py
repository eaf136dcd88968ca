"""A program of the tests: ``prepare``, ``worker``, ``report``, on the instance of BEFFROI_HOME.

The worker dies by ``kill -9`` at each point named in DIE_AT, once, then goes on.
"""

# ruff: noqa: E402

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "beffroi_web.settings"

import django

django.setup()

from django.core.management import call_command

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Membership
from beffroi_web.consultation import actions, beginning, meaning, storing, work
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs import inline, worker
from beffroi_web.journal.models import Entry

from .test_journey import FILE, Embedder

DEATHS = Path(os.environ["BEFFROI_HOME"]) / "morts"
ASKED = {
    "titre": "Mobilité",
    "colonnes": ["Réponse"],
    "profil": ["Quartier"],
    "question": "Que faut-il changer ?",
    "personne": "",
    "themes": "",
}


def prepare() -> None:
    """Two consultations of the same file: one analysed here and now, one that waits."""
    call_command("migrate", verbosity=0)
    commune = Collectivite.objects.create(name="Commune")
    owner = User.objects.create_user(email="a@exemple.fr", name="A", password=None)
    Membership.objects.create(user=owner, collectivite=commune)
    for whole in (True, False):
        row = actions.give(FILE.encode(), name="a.csv", title="A", user=owner, collectivite=commune)
        beginning.begin(row, ASKED, user=owner)
        if whole:
            assert inline.run_waiting() == 1


def report(patience: str) -> None:
    """Wait until both are analysed; print what was found in each."""
    limit = time.monotonic() + float(patience)
    rows = Consultation.objects.across("test").order_by("pk")
    while any(row.working for row in rows.all()) and time.monotonic() < limit:
        time.sleep(0.1)
    acts = Entry.objects.across("test").filter(act="consultation.depouillee").count()
    print(json.dumps({"found": [_kept(row) for row in rows.all()], "acts": acts}))


def _kept(row: Consultation) -> list[Any]:
    state = row.job.state if row.job else ""
    points = row.points.open("rb").read().hex() if row.points else ""
    return [state, row.answers, row.found, points]


def _dying(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """``real``, after which the process dies the first time."""

    def run(*args: Any, **more: Any) -> Any:
        result = real(*args, **more)
        dead = DEATHS.read_text().split() if DEATHS.exists() else []
        if name in os.environ["DIE_AT"].split() and name not in dead:
            DEATHS.write_text(" ".join([*dead, name]))
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run


def main() -> None:
    work.LocalEmbedder = Embedder  # type: ignore[misc, assignment]
    if sys.argv[1] != "worker":
        {"prepare": prepare, "report": report}[sys.argv[1]](*sys.argv[2:])
        return
    Embedder.embed = _dying("sens", Embedder.embed)  # type: ignore[method-assign]
    meaning.keep = _dying("carte", meaning.keep)
    work._worded = _dying("titres", work._worded)
    storing.store_found = _dying("resultat", storing.store_found)
    worker.main("essai")


if __name__ == "__main__":
    main()
