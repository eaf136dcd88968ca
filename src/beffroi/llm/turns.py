"""A fair queue: one request at a time, and a turn for each person rather than for each request.

Whoever sends forty sentences does not make the others wait for forty: the next turn goes to the
owner who was served the longest ago.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from beffroi.errors import ModelBusy
from beffroi.llm.types import Wait

#: Requests that may wait; one more is told that the model is busy.
LONGEST_QUEUE = 64

#: Turns from which the mean duration is taken.
REMEMBERED = 20

#: Owners whose last turn is remembered.
OWNERS = 1000


@dataclass(eq=False, slots=True)
class Ticket:
    """A place in the queue. ``served`` is set when the turn has come."""

    owner: str
    arrival: int
    served: threading.Event = field(default_factory=threading.Event)
    began: float = 0.0


class Turns:
    """Thread-safe. Every ticket that ``join`` gives must be given back by ``leave``."""

    def __init__(
        self, *, longest: int = LONGEST_QUEUE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._longest = longest
        self._waiting: list[Ticket] = []
        self._current: Ticket | None = None
        self._last: dict[str, int] = {}
        self._durations: deque[float] = deque(maxlen=REMEMBERED)
        self._arrivals = 0
        self._turns = 0

    @property
    def empty(self) -> bool:
        with self._lock:
            return self._current is None and not self._waiting

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        with self._lock:
            return len(self._waiting)

    def join(self, owner: str) -> Ticket:
        """A place for ``owner``; raises ``ModelBusy`` when the queue is full."""
        with self._lock:
            if len(self._waiting) >= self._longest:
                raise ModelBusy(detail=f"{self._longest} requests wait already")
            self._arrivals += 1
            ticket = Ticket(owner=owner, arrival=self._arrivals)
            self._waiting.append(ticket)
            self._serve()
            return ticket

    def leave(self, ticket: Ticket) -> None:
        """The turn is over, or is given up. Doing it twice does no harm."""
        with self._lock:
            if ticket is self._current:
                self._durations.append(self._clock() - ticket.began)
                self._current = None
            elif ticket in self._waiting:
                self._waiting.remove(ticket)
            self._serve()

    def wait_of(self, ticket: Ticket) -> Wait:
        """Position (1: next) and a guess of the seconds; position 0 once served."""
        with self._lock:
            order = self._order()
            if ticket not in order:
                return Wait(position=0, seconds=0.0)
            position = order.index(ticket) + 1
            return Wait(position=position, seconds=self._guess(position))

    def mean(self) -> float | None:
        """Mean seconds of a turn, ``None`` before the first one ended."""
        with self._lock:
            return self._mean()

    def _serve(self) -> None:
        if self._current is not None or not self._waiting:
            return
        ticket = self._order()[0]
        self._waiting.remove(ticket)
        self._current = ticket
        self._turns += 1
        self._last.pop(ticket.owner, None)
        self._last[ticket.owner] = self._turns
        if len(self._last) > OWNERS:
            del self._last[next(iter(self._last))]
        ticket.began = self._clock()
        ticket.served.set()

    def _order(self) -> list[Ticket]:
        """The waiting tickets in the order in which they will be served if nobody comes."""
        last = dict(self._last)
        left = sorted(self._waiting, key=lambda ticket: ticket.arrival)
        order: list[Ticket] = []
        while left:
            # min keeps the first of equals: among an owner's tickets, the oldest.
            ticket = min(left, key=lambda ticket: (last.get(ticket.owner, 0), ticket.arrival))
            left.remove(ticket)
            order.append(ticket)
            last[ticket.owner] = self._turns + len(order)
        return order

    def _guess(self, position: int) -> float | None:
        mean = self._mean()
        if mean is None:
            return None
        spent = self._clock() - self._current.began if self._current else mean
        return max(0.0, mean - spent) + mean * (position - 1)

    def _mean(self) -> float | None:
        return sum(self._durations) / len(self._durations) if self._durations else None
