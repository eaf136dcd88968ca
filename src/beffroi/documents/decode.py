"""Bytes of a text file → characters: mark, then strict UTF-8, then the French Windows table."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMANDS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b")) + b"\x7f"
_SAMPLE = 65_536
_SHORT = 800


def decode(data: bytes) -> str:
    """The characters of ``data``; always succeeds.

    Charset guessers take a French cp1252 file for something else; the five bytes that cp1252
    leaves undefined become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def looks_binary(data: bytes) -> bool:
    """Whether ``data`` cannot be a text: more than one command byte in a hundred, at its start.

    A few null bytes in a text are tolerated: the cleaning takes them out and reports them.
    """
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = data[:_SAMPLE]
    commands = len(sample) - len(sample.translate(None, _COMMANDS))
    return commands * 100 > max(len(sample), _SHORT)
