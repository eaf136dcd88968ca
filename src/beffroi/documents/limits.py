"""How much a reader accepts. One place, so that the documentation can quote it."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.errors import TooLarge


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The most that is read of one file; beyond, :class:`beffroi.errors.TooLarge`, never a cut.

    ``size``: bytes of the file. ``pages``: of a PDF. ``characters``: of the text found.
    ``cells``: of all the sheets of a workbook. ``unzipped``: bytes of all the members of a docx,
    odt, xlsx or ods once unzipped; ``part``: of the one member that is parsed; ``expansion``:
    unzipped over zipped, for members above one megabyte; ``members``: how many there may be.
    """

    size: int = 52_428_800
    pages: int = 1_000
    characters: int = 1_000_000
    cells: int = 1_000_000
    unzipped: int = 314_572_800
    part: int = 67_108_864
    expansion: int = 200
    members: int = 5_000


def check_size(size: int, limits: Limits) -> None:
    """Refuse a file of more than ``limits.size`` bytes."""
    if size > limits.size:
        raise TooLarge(
            f"Ce fichier pèse {_megabytes(size)} ; la limite est de {_megabytes(limits.size)}."
        )


def check_characters(count: int, limits: Limits) -> None:
    """Refuse a text of more than ``limits.characters``."""
    if count > limits.characters:
        raise TooLarge(
            f"Ce texte compte {_thousands(count)} caractères ; "
            f"la limite est de {_thousands(limits.characters)}."
        )


def check_pages(count: int, limits: Limits) -> None:
    """Refuse a document of more than ``limits.pages``."""
    if count > limits.pages:
        raise TooLarge(
            f"Ce document compte {_thousands(count)} pages ; "
            f"la limite est de {_thousands(limits.pages)}."
        )


def check_cells(count: int, limits: Limits) -> None:
    """Refuse a workbook of more than ``limits.cells``."""
    if count > limits.cells:
        raise TooLarge(
            f"Ce tableau compte {_thousands(count)} cases ; "
            f"la limite est de {_thousands(limits.cells)}."
        )


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.1f}".replace(".", ",").removesuffix(",0") + "\u00a0Mo"
