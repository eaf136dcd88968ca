"""Read something slow in a thread, so that whoever waits can look at the clock, and stop.

A blocking read cannot be interrupted from the thread that reads. Here a second thread reads and
the first one gets an item, or ``None`` after each ``beat`` of silence.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

#: Seconds of silence after which the reader is given ``None``.
BEAT = 0.5

#: Items read ahead of a slow consumer, at most.
AHEAD = 256


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


def paced(
    items: Callable[[], Iterator[T]], *, abort: Callable[[], None], beat: float = BEAT
) -> Generator[T | None, None, None]:
    """The items of ``items()``, made in another thread, and ``None`` for each silent ``beat``.

    What ``items`` raises is raised here. ``abort`` is called when the reading ends, for whatever
    reason: it must unblock ``items`` (close its socket).
    """
    box: queue.Queue[T | _End] = queue.Queue(maxsize=AHEAD)
    stopped = threading.Event()
    threading.Thread(target=_pump, args=(items, box, stopped), daemon=True).start()
    try:
        while True:
            try:
                item = box.get(timeout=beat)
            except queue.Empty:
                yield None
                continue
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item
    finally:
        stopped.set()
        abort()


def _pump(
    items: Callable[[], Iterator[T]], box: queue.Queue[T | _End], stopped: threading.Event
) -> None:
    try:
        for item in items():
            if not _put(box, item, stopped):
                return
        _put(box, _End(), stopped)
    except BaseException as error:
        _put(box, _End(error), stopped)


def _put(box: queue.Queue[T | _End], item: T | _End, stopped: threading.Event) -> bool:
    """False when nobody listens any more."""
    while not stopped.is_set():
        try:
            box.put(item, timeout=BEAT)
            return True
        except queue.Full:
            continue
    return False
