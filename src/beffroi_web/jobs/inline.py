"""The engine without an engine: waiting jobs run here and now. For tests and for commands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from beffroi_web.jobs.models import Job, State
from beffroi_web.jobs.run import run

T = TypeVar("T")


def run_waiting() -> int:
    """Run every job that waits, oldest first; says how many were run."""
    waiting = Job.objects.across("the worker runs the jobs of all").filter(state=State.WAITING)
    jobs = list(waiting.order_by("created_at").values_list("pk", "stop_requested"))
    for job_id, stop_requested in jobs:
        stop = threading.Event()
        if stop_requested:
            stop.set()
        run(str(job_id), run_step=_once, stop=stop)
    return len(jobs)


def _once(key: str, work: Callable[[], T]) -> T:
    return work()
