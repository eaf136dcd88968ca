"""What a paragraph of a docx is: its title level and its list number, through its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING_NAME = re.compile(r"(?:heading|titre) ([1-9])$", re.IGNORECASE)
_OFF = ("0", "false", "off")


@dataclass(frozen=True, kw_only=True, slots=True)
class ParagraphStyle:
    """``level``: 1 to 9 for a title, 0 for the title of the whole.

    ``numbering``: the identifier of the list and the depth in it, from 0.
    """

    level: int | None = None
    numbering: tuple[str, int] | None = None


def attribute(element: _Element | None, name: str) -> str:
    """The attribute ``w:name`` of ``element``, empty when either is absent."""
    return "" if element is None else str(element.get(W + name, ""))


class Styles:
    """The styles of one document, each with what it inherits."""

    def __init__(self, root: _Element | None) -> None:
        styles = () if root is None else root.findall(W + "style")
        self._elements = {attribute(style, "styleId"): style for style in styles}
        self._known: dict[str, ParagraphStyle] = {}
        language = None if root is None else root.find(f"{W}docDefaults//{W}lang")
        self.language = attribute(language, "val")[:2].lower() or "fr"

    def of(self, paragraph: _Element) -> ParagraphStyle:
        """What ``paragraph`` is, its own properties before those of its style."""
        own = paragraph.find(W + "pPr")
        base = self._named(attribute(None if own is None else own.find(W + "pStyle"), "val"))
        return base if own is None else _merged(own, base)

    def _named(self, identifier: str, depth: int = 0) -> ParagraphStyle:
        if identifier in self._known:
            return self._known[identifier]
        style = self._elements.get(identifier)
        if style is None or depth > 20:
            return ParagraphStyle()
        parent = attribute(style.find(W + "basedOn"), "val")
        base = self._named(parent, depth + 1) if parent else ParagraphStyle()
        name = attribute(style.find(W + "name"), "val")
        found = _HEADING_NAME.match(name)
        if found or name.lower() in ("title", "titre"):
            base = ParagraphStyle(level=int(found[1]) if found else 0, numbering=base.numbering)
        own = style.find(W + "pPr")
        self._known[identifier] = base if own is None else _merged(own, base)
        return self._known[identifier]

    def hidden(self, run: _Element) -> bool:
        """Whether ``run`` is hidden text, by itself or by its character style."""
        own = run.find(W + "rPr")
        if own is None:
            return False
        vanish = own.find(W + "vanish")
        if vanish is None and (style := attribute(own.find(W + "rStyle"), "val")):
            element = self._elements.get(style)
            vanish = None if element is None else element.find(f"{W}rPr/{W}vanish")
        return vanish is not None and attribute(vanish, "val") not in _OFF


def _merged(own: _Element, base: ParagraphStyle) -> ParagraphStyle:
    outline = attribute(own.find(W + "outlineLvl"), "val")
    level = base.level
    if outline.isdigit():
        level = int(outline) + 1 if int(outline) < 9 else None
    number = own.find(W + "numPr")
    if number is None:
        return ParagraphStyle(level=level, numbering=base.numbering)
    identifier = attribute(number.find(W + "numId"), "val")
    if not identifier and base.numbering:
        identifier = base.numbering[0]
    depth = attribute(number.find(W + "ilvl"), "val")
    numbering = (identifier, int(depth) if depth.isdigit() else 0)
    return ParagraphStyle(level=level, numbering=None if identifier in ("", "0") else numbering)


class Numbering:
    """The lists of one document: gives the number of each item, as Word computes it."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.findall(W + "abstractNum"):
            self._levels[attribute(abstract, "abstractNumId")] = dict(_levels(abstract))
        for number in root.findall(W + "num"):
            target = attribute(number.find(W + "abstractNumId"), "val")
            identifier = attribute(number, "numId")
            self._abstract[identifier] = target
            for override in number.findall(W + "lvlOverride"):
                start = attribute(override.find(W + "startOverride"), "val")
                if start.isdigit():
                    self._starts[identifier, int(attribute(override, "ilvl") or 0)] = int(start)

    def marker(self, numbering: tuple[str, int] | None) -> str:
        """``"- "`` for a bullet, ``"2. "``, ``"a) "``… for a number; the counters advance."""
        if numbering is None:
            return ""
        levels = self._levels.get(self._abstract.get(numbering[0], ""), {})
        depth = numbering[1]
        if depth not in levels:
            return ""
        counters = self._counters.setdefault(numbering[0], {})
        start = self._starts.get((numbering[0], depth), levels[depth][2])
        counters[depth] = counters.get(depth, start - 1) + 1
        for deeper in [key for key in counters if key > depth]:
            del counters[deeper]
        kind, pattern, _ = levels[depth]
        if kind in ("bullet", "none") or "%" not in pattern:
            return "" if kind == "none" else "- "
        return _filled(pattern, levels, counters) + " "


def _levels(abstract: _Element) -> Iterator[tuple[int, tuple[str, str, int]]]:
    for level in abstract.findall(W + "lvl"):
        start = attribute(level.find(W + "start"), "val")
        yield (
            int(attribute(level, "ilvl") or 0),
            (
                attribute(level.find(W + "numFmt"), "val"),
                attribute(level.find(W + "lvlText"), "val"),
                int(start) if start.isdigit() else 1,
            ),
        )


def _filled(pattern: str, levels: dict[int, tuple[str, str, int]], counters: dict[int, int]) -> str:
    def number(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        kind, _, start = levels.get(depth, ("decimal", "", 1))
        return in_format(counters.get(depth, start), kind)

    return re.sub(r"%([1-9])", number, pattern)


def in_format(number: int, kind: str) -> str:
    """``number`` written as ``kind`` (a value of ``w:numFmt``) says; digits when unknown."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = _roman(number)
        return roman.lower() if kind == "lowerRoman" else roman
    if kind == "ordinal":
        return f"{number}er" if number == 1 else f"{number}e"
    return str(number)


def _roman(number: int) -> str:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    written = ""
    for value, sign in zip(values, signs, strict=True):
        written += sign * (number // value)
        number %= value
    return written
