"""How far an installation is, in a small file that a page can read while another process works.

``BEFFROI_HOME/modeles/installation.json``; the lock beside it says whether an installer lives.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from beffroi.llm.catalogue import FOLDER
from beffroi.llm.lock import is_free

Step = Literal["telechargement", "verification", "fait", "echec", "interrompu"]

#: Seconds between two writings of the file.
PACE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Installation:
    """``done`` of ``total`` bytes from the source labelled ``source``. ``message`` is the French
    sentence of a failure."""

    name: str
    title: str
    step: Step
    done: int
    total: int
    source: str = ""
    message: str = ""

    @property
    def percent(self) -> int:
        """0 to 100; 100 only when all is there."""
        return self.done * 100 // self.total if self.total else 0


Report = Callable[[Installation], None]


def lock_of(home: Path) -> Path:
    """Held by the installer as long as it lives."""
    return home / FOLDER / "installation.verrou"


def read_progress(home: Path) -> Installation | None:
    """The last installation, ``None`` when there was none.

    One that the file says to be under way while no installer lives was interrupted.
    """
    try:
        raw = json.loads((home / FOLDER / "installation.json").read_text("utf-8"))
        last = Installation(**raw)
    except (OSError, ValueError, TypeError):
        return None
    if last.step in ("telechargement", "verification") and is_free(lock_of(home)):
        return Installation(**{**raw, "step": "interrompu"})
    return last


def writer(home: Path, also: Report) -> Report:
    """A report that writes the file, not too often, and calls ``also`` each time."""
    path = home / FOLDER / "installation.json"
    written: list[tuple[Step, float]] = []

    def report(now: Installation) -> None:
        also(now)
        if written and written[-1][0] == now.step and time.monotonic() - written[-1][1] < PACE:
            return
        written[:] = [(now.step, time.monotonic())]
        _write(path, now)

    return report


def _write(path: Path, now: Installation) -> None:
    """Written aside, then renamed: a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"installation.{os.getpid()}.json")
    aside.write_text(json.dumps(asdict(now), ensure_ascii=False), "utf-8")
    aside.replace(path)
