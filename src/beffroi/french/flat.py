"""A text made plain for matching, character for character: offsets stay those of the original."""

from __future__ import annotations

import unicodedata

_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\t": " ",
        "\r": " ",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u00ad": "-",
    }
)

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae"})


def flat(text: str, *, lines: bool = False) -> str:
    """``text`` with one kind of space, apostrophe, quote and dash; same length as ``text``.

    Line feeds become spaces, unless ``lines``.
    """
    plain = text.translate(_SAME_LENGTH)
    return plain if lines else plain.replace("\n", " ")


def bare(text: str) -> str:
    """``text`` in lower case, without accents nor ligatures (the length may change)."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LIGATURES).lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def bare_same_length(text: str) -> str:
    """Like :func:`bare`, one character for one: ligatures keep their first letter only."""
    return "".join(_bare_char(char) for char in text)


def _bare_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    return (unicodedata.normalize("NFD", char.translate(_LIGATURES))[:1] or char).lower()[
        :1
    ] or char
