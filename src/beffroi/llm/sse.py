"""Server-sent events, read strictly: what is not an event is an error, never ignored text.

Format: WHATWG HTML standard, section 9.2 « Server-sent events ».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beffroi.errors import ModelGarbled

#: Bytes. A longer line is no event of a language model.
LONGEST_LINE = 1_000_000

_OTHER_FIELDS = ("event:", "id:", "retry:")


@dataclass(frozen=True, slots=True)
class Data:
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    text: str


def events(chunks: Iterable[bytes]) -> Iterator[Data | Comment]:
    """The events of a stream of bytes; raises ``ModelGarbled`` for anything else."""
    for line in _lines(chunks):
        if line.startswith("data:"):
            yield Data(line[5:].strip())
        elif line.startswith(":"):
            yield Comment(line[1:].strip())
        elif line and not line.startswith(_OTHER_FIELDS):
            raise ModelGarbled(detail=f"not an event: {line[:200]!r}")


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise ModelGarbled(detail=f"a line of more than {LONGEST_LINE} bytes")
        yield from (_decoded(line) for line in whole)
    if rest:
        yield _decoded(rest)


def _decoded(line: bytes) -> str:
    try:
        return line.rstrip(b"\r").decode("utf-8")
    except UnicodeDecodeError as error:
        raise ModelGarbled(detail=f"not UTF-8: {line[:200]!r}") from error
