"""What the styles of an odt say: titles, hidden text, and the numbers of list items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from beffroi.documents.readers.docx_styles import in_format

if TYPE_CHECKING:
    from lxml.etree import _Element

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW = (_ODF % name for name in ("office", "text", "table", "drawing"))
STYLE = _ODF % "style"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
_FORMATS |= {"I": "upperRoman"}


class Styles:
    """The styles of one document, automatic ones and shared ones together."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._styles: dict[str, _Element] = {}
        self.lists: dict[str, _Element] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                self._styles.setdefault(style.get(STYLE + "name", ""), style)
            for style in root.iter(TEXT + "list-style"):
                self.lists.setdefault(style.get(STYLE + "name", ""), style)

    def _lineage(self, element: _Element) -> Iterable[tuple[str, _Element | None]]:
        name = str(element.get(TEXT + "style-name", ""))
        for _ in range(20):
            if not name:
                return
            style = self._styles.get(name)
            yield name, style
            name = "" if style is None else str(style.get(STYLE + "parent-style-name", ""))

    def is_title(self, element: _Element) -> bool:
        """Whether the paragraph has the style of the title of the whole document."""
        return any(name == "Title" for name, _ in self._lineage(element))

    def hidden(self, element: _Element) -> bool:
        """Whether the style of a paragraph or span says that it is not displayed."""
        for _, style in self._lineage(element):
            properties = None if style is None else style.find(STYLE + "text-properties")
            if properties is not None and (display := properties.get(TEXT + "display")):
                return display == "none"
        return False


class ListCounter:
    """Numbers the items of the lists of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles.lists
        self._counts: dict[tuple[str, int], int] = {}

    def enter(self, element: _Element, style: str, depth: int) -> None:
        """A list begins: its count starts anew unless it says that it goes on."""
        if element.get(TEXT + "continue-numbering") != "true":
            self._counts[style, depth] = 0

    def next(self, item: _Element, style: str, depth: int) -> str:
        """The marker of ``item``, the next one: ``"- "``, ``"2. "``, ``"a) "``…"""
        self._counts[style, depth] = self._counts.get((style, depth), 0) + 1
        if (own := item.get(TEXT + "start-value", "")).isdigit():
            self._counts[style, depth] = int(own)
        level = self._level(style, depth)
        kind = "" if level is None else level.get(STYLE + "num-format", "")
        if level is None or kind not in _FORMATS:
            return "- "
        start = level.get(TEXT + "start-value", "1")
        number = self._counts[style, depth] + (int(start) if start.isdigit() else 1) - 1
        written = in_format(number, _FORMATS[kind])
        suffix = level.get(STYLE + "num-suffix", ".").strip() or "."
        return f"{level.get(STYLE + 'num-prefix', '').strip()}{written}{suffix} "

    def _level(self, style: str, depth: int) -> _Element | None:
        found = self._styles.get(style)
        levels = () if found is None else found
        return next((item for item in levels if item.get(TEXT + "level") == str(depth)), None)
