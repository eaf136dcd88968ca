"""The process that runs jobs: looks for the ones that wait, starts them, stops them, rests.

    look → job that waits and that nobody has → claim it (one UPDATE) → engine
         → job of mine that the person stops  → engine.stop
         → process not seen for half a minute → its jobs are mine (several machines, PostgreSQL)

A job is claimed before it starts. A death between the two leaves a claimed job that waits: the
same process, restarted under the same name, starts it; after half a minute another one does.
"""

from __future__ import annotations

import signal
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import OperationalError, connection
from django.db.models import QuerySet
from django.utils import timezone

from beffroi_web.jobs.models import Job, State, Worker
from beffroi_web.jobs.retention import forget
from beffroi_web.jobs.run import give_up

if TYPE_CHECKING:
    from beffroi_web.jobs.engine import Engine

#: Seconds between two looks.
LOOK = 0.05
#: Seconds between two signs of life, and after which a silent process is held for dead.
BEAT, DEAD = 5.0, 30.0
#: Seconds between two forgettings.
DAY = 86_400.0
#: Jobs at once: the model serves one at a time, but a short job must not wait for a long one.
AT_ONCE = 4
#: Seconds without any work nor any write by anybody after which the process ends: the supervisor
#: starts it again at the next sign of life, and an instance that nobody uses takes no memory here.
REST = 600.0


class Loop:
    """The state of the loop: its name, its engine once there is work, what it saw last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.engine: Engine | None = None
        self.stopping = threading.Event()
        self._seen = -1
        self._beat_at = 0.0
        self._busy_at = time.monotonic()
        self._forgot_at: float | None = None

    def run(self) -> None:
        """Until told to stop, or until nobody has done anything for long. The engine is loaded at
        once: this process only lives while somebody is there."""
        self._ready()
        self._take_up_mine()
        while not self.stopping.is_set() and not self._rested():
            try:
                self.turn()
            except OperationalError:
                connection.close()  # the database was away; the next look opens it again
                self.stopping.wait(1.0)
            self.stopping.wait(LOOK)
        if self.engine:
            self.engine.close()

    def turn(self) -> None:
        """One look."""
        self._beat()
        if self.engine and self.engine.active:
            self._busy_at = time.monotonic()
        if not self._changed():
            return
        self._busy_at = time.monotonic()
        self._stop_what_must()
        self._start_what_waits()

    def _forget(self) -> None:
        if self._forgot_at is None or time.monotonic() - self._forgot_at > DAY:
            self._forgot_at = time.monotonic()
            forget()

    def _start_what_waits(self) -> None:
        room = AT_ONCE - (len(self.engine.active) if self.engine else 0)
        waiting = self._jobs().filter(state=State.WAITING, worker="").order_by("created_at")
        for job in waiting[: max(room, 0)]:
            if self._jobs().filter(pk=job.pk, worker="").update(worker=self.name):
                self._ready().start(job)
        if len(waiting[: room + 1]) > room:
            self._seen = -1  # some still wait: look again even if nothing changes

    def _stop_what_must(self) -> None:
        if self.engine:
            asked = self._jobs().filter(stop_requested=True, pk__in=list(self.engine.active))
            for job_id in asked.values_list("pk", flat=True):
                self.engine.stop(str(job_id))

    def _take_up_mine(self) -> None:
        """After a death: the engine takes up what had begun, this starts what was only claimed."""
        mine = self._jobs().filter(worker=self.name, state__in=(State.WAITING, State.RUNNING))
        for job in list(mine):
            self._ready().start(job)

    def _bury_the_lost(self) -> None:
        """Jobs that the engine has given up, for instance because each attempt kills the process:
        they end as failed rather than run for ever in the page."""
        if self.engine is None:
            return
        mine = self._jobs().filter(worker=self.name, state=State.RUNNING)
        for job in mine.exclude(pk__in=list(self.engine.active)):
            if self.engine.is_over(job):
                give_up(job)

    def _adopt_the_dead(self) -> None:
        limit = timezone.now() - timedelta(seconds=DEAD)
        dead = list(Worker.objects.filter(seen_at__lt=limit).values_list("name", flat=True))
        unfinished = self._jobs().filter(state__in=(State.WAITING, State.RUNNING))
        for name in dead:
            if not Worker.objects.filter(name=name, seen_at__lt=limit).delete()[0]:
                continue  # another process was quicker
            if unfinished.filter(worker=name).update(worker=self.name):
                self._ready().adopt([name])
                self._take_up_mine()

    def _beat(self) -> None:
        if time.monotonic() - self._beat_at < BEAT:
            return
        self._beat_at = time.monotonic()
        Worker.objects.update_or_create(name=self.name, defaults={"seen_at": timezone.now()})
        self._adopt_the_dead()
        self._bury_the_lost()
        self._forget()

    def _changed(self) -> bool:
        """Whether another process wrote since the last look; always yes on PostgreSQL."""
        if connection.vendor != "sqlite":
            self.stopping.wait(LOOK * 3)
            return True
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            seen = int(cursor.fetchone()[0])
        changed, self._seen = seen != self._seen, seen
        return changed

    def _rested(self) -> bool:
        return connection.vendor == "sqlite" and time.monotonic() - self._busy_at > REST

    def _ready(self) -> Engine:
        if self.engine is None:
            from beffroi_web.jobs.engine import Engine

            self.engine = Engine(self.name)
        return self.engine

    @staticmethod
    def _jobs() -> QuerySet[Job]:
        return Job.objects.across("the worker runs the jobs of all")


def main(name: str) -> None:
    """Run the loop in this process until SIGTERM or Ctrl-C."""
    loop = Loop(name)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.stopping.set())
    loop.run()
