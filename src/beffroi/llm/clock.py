"""How long one waits for an answer, and what is said when it is too long."""

from __future__ import annotations

import time
from dataclasses import dataclass

from beffroi.errors import ModelTimeout


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Seconds. ``connect``: to reach the server. ``first``: until the first piece of the answer,
    reading the prompt included, the queue not. ``between``: between two pieces. ``per_token``:
    the whole answer may take ``first + per_token × max_tokens``."""

    connect: float = 10.0
    first: float = 120.0
    between: float = 30.0
    per_token: float = 1.0


class Clock:
    """The three deadlines of one request."""

    def __init__(self, limits: Limits, max_tokens: int) -> None:
        self._limits = limits
        self.started = time.monotonic()
        self._mark = self.started
        self._begun = False
        self._total = limits.first + limits.per_token * max_tokens

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds left before the deadline that counts now."""
        allowed = self._limits.between if self._begun else self._limits.first
        return self._mark + allowed - time.monotonic()

    def piece(self) -> None:
        """A piece of the answer has come."""
        self._begun = True
        self._mark = time.monotonic()

    def queued(self) -> None:
        """The server says that others come first: the wait for the first piece starts again."""
        if not self._begun:
            self._total += time.monotonic() - self._mark
            self._mark = time.monotonic()

    def check(self) -> None:
        """Raises ``ModelTimeout`` when a deadline has passed."""
        if self.left < 0:
            kind = "between two pieces" if self._begun else "before the first piece"
            raise ModelTimeout(detail=f"silent for too long {kind}")
        if self.seconds > self._total:
            raise ModelTimeout(detail=f"unfinished after {self._total:.0f} s")
