"""The pieces of a job as server-sent events, from any point, as many times as one likes."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from beffroi_web.jobs.models import ENDED, Job, Piece

#: Seconds between two looks at the database, 10 µs each: what a first piece may wait on the way.
LOOK = 0.015
#: Seconds without a piece after which an empty comment keeps proxies from closing the line.
KEEP_ALIVE = 10.0
#: Seconds after which the browser is asked to come back: a thread is not held for ever.
LONGEST = 600.0

#: Streams that one person, and all together, may hold open. A browser has six connections to a
#: site, and a stream holds a thread: beyond, a tab gets what there is and comes back by itself.
MOST_EACH, MOST = 3, 60
#: Milliseconds after which a browser comes back: cut off, or sent away because there were too many.
SOON, LATER = 1000, 3000

NAMES = {"etape": "progress", "texte": "piece", "remplace": "replace", "fin": "end"}


class Openings:
    """How many streams each person holds in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: Counter[int] = Counter()

    @contextmanager
    def one(self, person: int) -> Iterator[bool]:
        """Counts a stream inside the block; false when there are too many to let it stay."""
        with self._lock:
            stays = self._held[person] < MOST_EACH and self._held.total() < MOST
            self._held[person] += stays
        try:
            yield stays
        finally:
            with self._lock:
                self._held[person] -= stays
                self._held += Counter()  # forgets who holds none


OPENINGS = Openings()


def events(job: Job, *, after: int = 0) -> Iterator[bytes]:
    """Events ``progress``, ``piece``, ``replace`` then one ``end``; ``after`` is the number of the
    last one that the browser already has. Each bears its number as ``id``."""
    with OPENINGS.one(job.owner_id) as stays:
        yield f"retry: {SOON if stays else LATER}\n\n".encode()
        yield from _follow(job, after, LONGEST if stays else 0.0)


def _follow(job: Job, after: int, seconds: float) -> Iterator[bytes]:
    started = spoken = time.monotonic()
    seen = -1
    while True:
        version = _version()
        if version is None or version != seen:
            seen = version if version is not None else -1
            for piece in Piece.objects.filter(job=job, number__gt=after).order_by("number"):
                after, spoken = piece.number, time.monotonic()
                if piece.kind == "fin" and _resumed_since(job, piece):
                    continue
                yield _event(job, piece)
                if piece.kind == "fin":
                    return
        if time.monotonic() - spoken > KEEP_ALIVE:
            spoken = time.monotonic()
            yield b": attente\n\n"
        if time.monotonic() - started >= seconds:
            return
        time.sleep(LOOK)


def _resumed_since(job: Job, end: Piece) -> bool:
    fresh = Job.objects.for_(job.collectivite_id).values_list("attempt", flat=True)
    return fresh.get(pk=job.pk) > int(end.step)


def _version() -> int | None:
    """A number that changes when another connection writes (SQLite only): looking costs 10 µs."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])


def _event(job: Job, piece: Piece) -> bytes:
    data = _data(job, piece)
    return f"id: {piece.number}\nevent: {NAMES[piece.kind]}\ndata: {data}\n\n".encode()


def _data(job: Job, piece: Piece) -> str:
    if piece.kind == "etape":
        return piece.text
    if piece.kind == "fin":
        return json.dumps(state_of(job), ensure_ascii=False)
    return json.dumps({"text": piece.text}, ensure_ascii=False)


def state_of(job: Job) -> dict[str, object]:
    """Where the job is, for a program."""
    job = Job.objects.for_(job.collectivite_id).get(pk=job.pk)
    return {
        "id": str(job.pk),
        "title": job.title,
        "state": job.state,
        "state_label": job.get_state_display(),
        "label": job.label,
        "done": job.done,
        "total": job.total,
        "ended": job.state in ENDED,
        "error": job.error,
        "error_code": job.error_code,
        "result": job.result,
    }
