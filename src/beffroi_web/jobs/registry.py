"""The kinds of work there are: each app declares its own in its ``jobs.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beffroi_web.jobs.context import Context

#: What a job gives back: anything that JSON holds. It is kept in ``Job.result``.
Handler = Callable[["Context"], Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """``name`` is stable (jobs that wait bear it across an upgrade); ``title`` is French."""

    name: str
    title: str
    run: Handler


_KINDS: dict[str, Kind] = {}


def handler(name: str, *, title: str) -> Callable[[Handler], Handler]:
    """Declare a function as the work ``name``."""

    def declare(run: Handler) -> Handler:
        _KINDS[name] = Kind(name=name, title=title, run=run)
        return run

    return declare


def kind(name: str) -> Kind:
    """The kind of work of that name; ``KeyError`` when no app declares it."""
    return _KINDS[name]
