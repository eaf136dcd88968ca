"""DBOS behind the port: it remembers finished steps and takes up again what a death interrupted.

Loaded at the first job only: it weighs about 55 MB.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.db import close_old_connections, connection

from beffroi_web.jobs.models import Job
from beffroi_web.jobs.run import run

T = TypeVar("T")

#: One version for ever: workflows that wait must survive an upgrade. Steps bear names and the
#: shape of a handler may change only by adding steps at its end (docs/decisions/0043).
VERSION = "1"

#: A job whose every attempt kills the process is given up after so many.
MOST_DEATHS = 20


def address() -> str:
    """Where DBOS keeps its own tables: beside the database, or in a schema of PostgreSQL."""
    given: str = settings.BEFFROI.database_url
    if given:
        return given.replace("postgres://", "postgresql://", 1).replace(
            "postgresql://", "postgresql+psycopg://", 1
        )
    return f"sqlite:///{(settings.BEFFROI.home / 'travaux.sqlite3').resolve()}"


class Engine:
    """Runs jobs in threads of this process. One a process: DBOS is a singleton."""

    def __init__(self, name: str) -> None:
        from dbos import DBOS, DBOSConfig

        self._dbos = DBOS
        self._stops: dict[str, threading.Event] = {}
        config: DBOSConfig = {
            "name": "beffroi",
            "system_database_url": address(),
            "application_version": VERSION,
            "executor_id": name,
            "log_level": "CRITICAL",
            "enable_otlp": False,
            "notification_listener_polling_interval_sec": 5.0,
            "use_listen_notify": False,
        }
        DBOS(config=config)

        @DBOS.workflow(name="job", max_recovery_attempts=MOST_DEATHS)
        def workflow(job_id: str) -> None:
            self._run(job_id)

        self._workflow: Any = workflow
        DBOS.launch()

    @property
    def active(self) -> frozenset[str]:
        """The jobs that run in this process."""
        return frozenset(self._stops)

    def start(self, job: Job) -> None:
        """Begin the job, or take it up again after its last finished step. Harmless twice."""
        workflow_id = f"{job.pk}.{job.attempt}"
        if self._dbos.get_workflow_status(workflow_id) is not None:
            return  # begun before a death: the engine takes it up by itself
        if job.attempt > 1:
            self._fork(f"{job.pk}.{job.attempt - 1}", workflow_id)
            return
        from dbos import SetWorkflowID

        with SetWorkflowID(workflow_id):
            self._dbos.start_workflow(self._workflow, str(job.pk))

    def stop(self, job_id: str) -> None:
        """Tell the job to stop at its next piece of text or step."""
        self._stops.setdefault(job_id, threading.Event()).set()

    def is_over(self, job: Job) -> bool:
        """Whether the engine no longer runs nor will run this job."""
        status = self._dbos.get_workflow_status(f"{job.pk}.{job.attempt}")
        return status is not None and status.status not in ("PENDING", "ENQUEUED", "DELAYED")

    def adopt(self, dead: list[str]) -> None:
        """Take over the unfinished workflows of processes that no longer live."""
        self._dbos._recover_pending_workflows(dead)

    def close(self) -> None:
        self._dbos.destroy()

    def _fork(self, old: str, new: str) -> None:
        """A copy of the workflow ``old`` that begins at its first step without a result."""
        from dbos import SetWorkflowID

        steps = self._dbos.list_workflow_steps(old)
        failed = [step["function_id"] for step in steps if step["error"] is not None]
        begin = failed[0] if failed else max((s["function_id"] for s in steps), default=0) + 1
        with SetWorkflowID(new):
            self._dbos.fork_workflow(old, begin)

    def _run(self, job_id: str) -> None:
        stop = self._stops.setdefault(job_id, threading.Event())
        close_old_connections()
        try:
            run(job_id, run_step=self._step, stop=stop)
        finally:
            self._stops.pop(job_id, None)
            connection.close()

    def _step(self, key: str, work: Callable[[], T]) -> T:
        return self._dbos.run_step({"name": key}, work)
