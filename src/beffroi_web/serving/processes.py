"""The command lines of the processes of an instance."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field

#: A streamed answer holds a thread: 50 people who write, and room for the pages.
THREADS = 80
#: Requests that wait for a thread before the next ones are refused.
BACKLOG = 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """``title`` is French, for messages."""

    title: str
    words: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def web(host: str, port: int) -> Command:
    words = ["-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    words += ["--workers", "1", "--blocking-threads", str(THREADS), "--backlog", str(BACKLOG)]
    words += ["--no-ws", "--log-level", "error", "--respawn-failed-workers"]
    words += ["--workers-kill-timeout", "10", "beffroi_web.wsgi:application"]
    return Command(title="le site", words=(sys.executable, *words), environment=_lean())


def worker(name: str) -> Command:
    words = (sys.executable, "-m", "beffroi_web.serving.work", name)
    return Command(title="les travaux", words=words, environment=_lean())


def _lean() -> dict[str, str]:
    """glibc keeps one heap a thread by default; two are enough for threads that wait."""
    return {"MALLOC_ARENA_MAX": "2"} if os.name == "posix" else {}
