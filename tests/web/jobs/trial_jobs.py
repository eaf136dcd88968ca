"""Jobs that the tests of the real worker run, in a process of its own."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from beffroi_web.collectivites.models import Direction
from beffroi_web.jobs.port import Context, handler

STEPS = 4


@handler("essai.long", title="Travail long")
def long_work(context: Context) -> dict[str, Any]:
    """Four steps that stream words, each followed by a write; a file says where it is."""
    context.steps(STEPS)
    lengths = []
    for number in range(STEPS):
        words = context.step(
            f"mots {number}", f"Partie {number}", lambda n=number: _say(context, n)
        )
        lengths.append(words)
        context.record(f"ligne {number}", lambda n=number: _store(context, n))
    return {"words": sum(lengths)}


def _say(context: Context, number: int) -> int:
    for word in range(5):
        context.write(f"{number}.{word} ")
        _mark(context, f"mot {number}.{word}")
        time.sleep(0.02)
    return 5


def _store(context: Context, number: int) -> int:
    row = Direction.objects.create(
        collectivite=context.job.collectivite, name=f"{context.job.pk} {number}"
    )
    _mark(context, f"ligne {number}")
    return int(row.pk)


def _mark(context: Context, point: str) -> None:
    """Append to the trace; die here, the first time, when the test asks for it."""
    trace = Path(context.args["trace"])
    with trace.open("a") as file:
        file.write(point + "\n")
    deaths = trace.with_suffix(".morts")
    if point in context.args["die_at"]:
        dead = deaths.read_text().splitlines() if deaths.exists() else []
        if point not in dead:
            deaths.write_text("\n".join([*dead, point]))
            os.kill(os.getpid(), 9)
