"""What a job sees while it runs: its arguments, its steps, its stream, its stop button."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from django.db import connection, transaction
from django.db.models import Max

from beffroi.errors import Stopped
from beffroi_web.jobs.models import Job, Piece, Recorded

T = TypeVar("T")

#: Seconds during which pieces of text are gathered into one row. The first is written at once.
GATHER = 0.05


class StepRunner(Protocol):
    """The engine's memory: runs ``work`` unless ``key`` is already done; gives its result."""

    def __call__(self, key: str, work: Callable[[], T]) -> T: ...


class Context:
    """Handed to a handler. Not for several threads."""

    def __init__(self, job: Job, *, run_step: StepRunner, stop: threading.Event) -> None:
        self.job = job
        self.args: Mapping[str, Any] = job.args
        self._run_step = run_step
        self._stop = stop
        self._step = ""
        self._number = last_number(job)
        self._waiting = ""
        self._written_at = 0.0
        self._steps_total = 0
        self._steps_done = 0

    def steps(self, total: int) -> None:
        """Say how many steps there will be; without it, progress counts no total."""
        self._steps_total = total

    def step(self, key: str, label: str, work: Callable[[], T]) -> T:
        """Run ``work`` once; a job that is taken up again gets the kept result. ``key`` is unique
        in the job. Raises :class:`Stopped` when the person asked to stop."""
        self.check_stop()

        def run() -> T:
            _refuse_transaction()
            self._begin(key, label)
            result = work()
            self._flush()
            return result

        result = self._run_step(key, run)
        self._steps_done += 1
        self._step = ""
        return result

    def record(self, key: str, write: Callable[[], T]) -> T:
        """Run ``write`` in a transaction, exactly once in the life of the job: a mark is committed
        with it. It gives a JSON value (the id of what it made)."""
        self.check_stop()
        with transaction.atomic():
            known = Recorded.objects.filter(job=self.job, key=key).first()
            if known is not None:
                return known.result  # type: ignore[no-any-return]
            result = write()
            Recorded.objects.create(job=self.job, key=key, result=result)
        return result

    def progress(self, label: str, done: int, total: int) -> None:
        """Say where the step is, in its own units."""
        self.check_stop()
        self._flush()
        Job.objects.for_(self.job.collectivite_id).filter(pk=self.job.pk).update(
            label=label[:200], done=done, total=total
        )
        self._add("etape", json.dumps({"label": label, "done": done, "total": total}))

    def write(self, text: str) -> None:
        """Append ``text`` to what the person sees, now."""
        self.check_stop()
        if not self._step:
            raise RuntimeError("Context.write: call it inside a step")
        self._waiting += text
        if time.monotonic() - self._written_at >= GATHER:
            self._flush()

    def replace(self, text: str) -> None:
        """Put ``text`` in place of all that the person sees."""
        self.check_stop()
        self._waiting = ""
        self._add("remplace", text)

    @property
    def stopping(self) -> bool:
        """Whether the person pressed stop: for work that asks rather than being interrupted."""
        return self._stop.is_set()

    def check_stop(self) -> None:
        """Raises :class:`Stopped` when the person pressed stop."""
        if self._stop.is_set():
            self._flush()
            raise Stopped

    def _begin(self, key: str, label: str) -> None:
        """Announce the step, and take back what a killed attempt at it had shown."""
        shown = Piece.objects.filter(job=self.job, kind__in=("texte", "remplace"))
        self._step = key
        first = shown.filter(step=key).order_by("number").first()
        if first is not None:
            self._add("remplace", _text_of(shown.filter(number__lt=first.number)))
        self.progress(label, self._steps_done, max(self._steps_total, self._steps_done))

    def _flush(self) -> None:
        if self._waiting:
            text, self._waiting = self._waiting, ""
            self._add("texte", text)
            self._written_at = time.monotonic()

    def _add(self, kind: str, text: str) -> None:
        self._number += 1
        Piece.objects.create(
            job=self.job, number=self._number, kind=kind, step=self._step, text=text
        )


def last_number(job: Job) -> int:
    """The number of the last piece of ``job``; 0 when there is none."""
    return Piece.objects.filter(job=job).aggregate(last=Max("number"))["last"] or 0


def _text_of(pieces: Any) -> str:
    text = ""
    for kind, piece in pieces.order_by("number").values_list("kind", "text"):
        text = piece if kind == "remplace" else text + piece
    return text


def _refuse_transaction() -> None:
    """A model never answers inside a transaction: the whole instance would wait for it."""
    blocks = getattr(connection, "atomic_blocks", ())
    if any(not getattr(block, "_from_testcase", False) for block in blocks):
        raise RuntimeError("Context.step: no step inside a transaction")
