"""How operators count an SMS (3GPP TS 23.038 and 23.040).

GSM-7: 160 characters, or 153 a part when there are several; a character of the extension table
counts for two and is never split between parts. One character outside of GSM-7 (« ê », « œ »,
« ’ ») turns the whole into UCS-2: 70, then 67 units of 16 bits a part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
_NEAREST = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-",
        "…": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "œ": "oe", "Œ": "OE",
        "ê": "e", "ë": "e", "È": "E", "Ê": "E", "Ë": "E", "À": "A", "Â": "A", "â": "a", "î": "i",
        "ï": "i", "Î": "I", "Ï": "I", "ô": "o", "Ô": "O", "û": "u", "Û": "U", "Ù": "U", "ç": "c",
        "Ÿ": "Y", "ÿ": "y", "°": "o", "²": "2", "³": "3", "•": "-",
    }
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class SmsCount:
    """``units`` as the operator bills them, ``parts`` messages, ``room`` units left in the last."""

    alphabet: Literal["gsm7", "ucs2"]
    units: int
    parts: int
    room: int
    outside: tuple[str, ...]


def count_sms(text: str) -> SmsCount:
    """``text`` counted as one SMS. ``outside`` are the characters that force UCS-2."""
    outside = tuple(dict.fromkeys(c for c in text if c not in BASIC and c not in EXTENSION))
    widths = [_utf16_units(c) if outside else 2 if c in EXTENSION else 1 for c in text]
    single, part = (70, 67) if outside else (160, 153)
    parts, last = _parts(widths, single=single, part=part)
    limit = single if parts == 1 else part
    return SmsCount(
        alphabet="ucs2" if outside else "gsm7",
        units=sum(widths),
        parts=parts,
        room=limit - last,
        outside=outside,
    )


def parts_in(limit: int) -> int:
    """How many messages a limit in GSM-7 units allows: 160 is one, 306 two, 459 three."""
    return 1 if limit <= 160 else max(1, limit // 153)


def fits(text: str, limit: int) -> bool:
    """Whether ``text`` holds in ``limit`` GSM-7 units (or what they are worth in UCS-2) and in as
    many messages."""
    count = count_sms(text)
    room = limit if count.alphabet == "gsm7" else limit * 70 // 160
    return count.units <= room and count.parts <= parts_in(limit)


def to_gsm7(text: str) -> str:
    """``text`` with the nearest GSM-7 character for those that have one: « ê » → « e ».

    Accents that GSM-7 knows (é, è, à, ù) stay. Characters without a near one stay too: they are
    reported by :func:`count_sms`.
    """
    return text.translate(_NEAREST)


def _utf16_units(character: str) -> int:
    return 2 if ord(character) > 0xFFFF else 1


def _parts(widths: list[int], *, single: int, part: int) -> tuple[int, int]:
    """Number of parts and units used in the last one; a double is never split."""
    if sum(widths) <= single:
        return (1, sum(widths))
    parts, used = 1, 0
    for width in widths:
        if used + width > part:
            parts, used = parts + 1, 0
        used += width
    return parts, used
