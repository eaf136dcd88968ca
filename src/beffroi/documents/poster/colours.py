"""Colours that can be read: contrast as WCAG 2.2 computes it (success criterion 1.4.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.errors import InputError

#: Level AA for text of any size.
ENOUGH = 4.5
WHITE, INK = "#ffffff", "#000000"
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Colours:
    """``main`` fills the band of the title; ``accent`` draws the line below it (main if empty).

    Written ``#rrggbb`` or ``#rgb``.
    """

    main: str = "#274b73"
    accent: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readable:
    """Colours to print: ``on_main`` is written on ``main``, ``label`` on white.

    ``notices`` say in French what had to be corrected.
    """

    main: str
    on_main: str
    accent: str
    label: str
    notices: tuple[str, ...]


def readable(colours: Colours) -> Readable:
    """``colours`` with what makes every text of the poster reach a contrast of 4.5."""
    main = _normal(colours.main)
    accent = _normal(colours.accent) if colours.accent else main
    on_main = WHITE if contrast(main, WHITE) >= ENOUGH else INK
    label = darkened(main)
    notices: tuple[str, ...] = ()
    if label != main:
        notices = (
            f"La couleur {main} est trop claire pour écrire sur du blanc "
            f"(contraste {_decimal(contrast(main, WHITE))}, il faut 4,5)\u00a0: les intitulés "
            f"sont écrits en {label}, et le titre en noir sur le bandeau.",
        )
    return Readable(main=main, on_main=on_main, accent=accent, label=label, notices=notices)


def contrast(first: str, second: str) -> float:
    """From 1 (same) to 21 (black and white)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str) -> str:
    """``colour``, made darker step by step until it can be read on white."""
    red, green, blue = _channels(colour)
    for step in range(100, -1, -1):
        candidate = _hex(red * step // 100, green * step // 100, blue * step // 100)
        if contrast(candidate, WHITE) >= ENOUGH:
            return candidate
    raise AssertionError("black is readable on white")


def _normal(colour: str) -> str:
    found = _HEX.fullmatch(colour.strip())
    if found is None:
        raise InputError(
            f"« {colour} » n’est pas une couleur.",
            next_step="Donnez-la sous la forme #274b73.",
        )
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
