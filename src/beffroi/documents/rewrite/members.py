"""Where the texts of an XML member are, in docx, xlsx, odt and ods; and how they are replaced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beffroi.documents.readers.docx_styles import W
from beffroi.documents.readers.odt_styles import OFFICE, TABLE, TEXT
from beffroi.documents.rewrite.slots import Replace, Slot, spread

if TYPE_CHECKING:
    from lxml.etree import _Element

_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Paragraph → the elements that hold its characters (each tag makes a text of its own).
_GROUPS = {
    W + "p": (W + "t", W + "delText"),
    _A + "p": (_A + "t",),
    _X + "si": (_X + "t",),
    _X + "is": (_X + "t",),
    _X + "text": (_X + "t",),
}
_FIXED = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
_ODF_GROUPS = (TEXT + "p", TEXT + "h")
_ODF_FIXED = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}
#: Elements whose whole text is one text.
_LEAVES = {
    *(W + "instrText", _C + "v", _THREADED + "text", _SVG + "title", _SVG + "desc"),
    *(_DC + "title", _DC + "subject", _DC + "description", _CP + "keywords", _CP + "category"),
    *(_META + "keyword", _META + "user-defined", _VT + "lpwstr", _VT + "lpstr"),
    *(_X + f"{page}{place}" for page in ("odd", "even", "first") for place in ("Header", "Footer")),
}
#: Names of people who wrote: no text needs them.
_ERASED = {
    *(_DC + "creator", _CP + "lastModifiedBy", _APP + "Manager", _APP + "Company"),
    *(_META + "initial-creator", _META + "printed-by", _META + "creator-initials", _X + "author"),
}
_ERASED_ATTRIBUTES = {"author", "initials", "displayName", "userId", "lastEditedBy", "userName"}
#: Attributes that people read, or that carry an address.
_ATTRIBUTES = {"descr", "title", "tooltip", "display", "href", "string-value"}
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
#: What may be a telephone or an identifier kept as a number.
_LONG_NUMBER = re.compile(r"\d{9,15}")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
AUTHORS = "noms d’auteurs (effacés)"


@dataclass(kw_only=True, slots=True)
class Rewriter:
    """Replaces texts, member after member; counts what changed and what could not."""

    replace: Replace
    left_out: Counter[str]
    changed: int = 0

    def rewrite(self, name: str, root: _Element) -> bool:
        """Replace the texts below ``root`` in place; whether anything is different."""
        before = self.changed, self.left_out[AUTHORS]
        removed = self._drop_thumbnail(root)
        # A list first: elements go away while they are walked.
        for element in list(root.iter()):
            if isinstance(element.tag, str):
                self._element(element)
        return removed or before != (self.changed, self.left_out[AUTHORS])

    def _element(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag in _GROUPS:
            for kind in _GROUPS[tag]:
                self._group(_ooxml_slots(element, kind))
        elif tag in _ODF_GROUPS:
            if self._group(_odf_slots(element)):
                _as_string(element)
        elif tag in _LEAVES:
            element.text = self._new(element.text or "")
        elif tag in _ERASED and (element.text or "").strip():
            element.text = "Auteur" if tag == _X + "author" else ""
            self.left_out[AUTHORS] += 1
        elif tag == _X + "c":
            self._cell(element)
        elif tag == _X + "sheet" or tag == TABLE + "table":
            # Formulas call a sheet by its name: it stays, and is reported.
            name = str(element.get("name") or element.get(TABLE + "name") or "")
            self.left_out["noms de feuilles (copiés tels quels)"] += self.replace(name) != name
        self._attributes(element)

    def _new(self, text: str) -> str:
        if not text.strip():
            return text
        new = _INVALID.sub("", self.replace(text))
        self.changed += new != text
        return new

    def _group(self, places: list[_Place]) -> bool:
        if not any(not place.slot.fixed for place in places):
            return False
        old = "".join(place.slot.text for place in places)
        new = self._new(old)
        if new == old:
            return False
        pieces = spread([place.slot for place in places], new)
        # Elements that go away take the text after them to their neighbour: they go last.
        order = sorted(zip(places, pieces, strict=True), key=lambda pair: pair[0].slot.fixed)
        for place, piece in order:
            place.put(piece)
        return True

    def _cell(self, cell: _Element) -> None:
        formula, value = cell.find(_X + "f"), cell.find(_X + "v")
        if formula is not None:
            self.left_out["formules (leur texte entre guillemets est traité)"] += 1
            formula.text = self._literals(formula.text or "")
        if value is None or not value.text:
            return
        kind = cell.get("t", "n")
        if kind == "str":
            value.text = self._new(value.text)
        elif kind == "n" and formula is None:
            self._number(cell, value)

    def _number(self, cell: _Element, value: _Element) -> None:
        from lxml import etree

        digits = value.text or ""
        if _LONG_NUMBER.fullmatch(digits):
            # A telephone kept as a number has lost its first zero.
            written = "0" + digits if len(digits) == 9 else digits
            new = self.replace(written)
            if new != written:
                cell.set("t", "inlineStr")
                cell.remove(value)
                inline = etree.SubElement(cell, _X + "is")
                etree.SubElement(inline, _X + "t").text = _INVALID.sub("", new)
                self.changed += 1
                return
        self.left_out["nombres et dates (copiés tels quels)"] += 1

    def _literals(self, formula: str) -> str:
        def literal(found: re.Match[str]) -> str:
            new = self._new(found[1].replace('""', '"'))
            return '"' + new.replace('"', '""') + '"'

        return _LITERAL.sub(literal, formula)

    def _attributes(self, element: _Element) -> None:
        for name, value in list(element.attrib.items()):
            key, text = str(name), str(value)
            local = key.rpartition("}")[2]
            if local in _ERASED_ATTRIBUTES and text and text != "Auteur":
                element.set(key, "Auteur")
                self.left_out[AUTHORS] += 1
            elif local in _ATTRIBUTES or _is_text(element, local):
                element.set(key, self._new(text))
            elif key == TABLE + "formula":
                element.set(key, self._literals(text))

    def _drop_thumbnail(self, root: _Element) -> bool:
        gone = [
            item
            for item in root.iter(_REL + "Relationship", _MANIFEST + "file-entry")
            if str(item.get("Type", "")).endswith("/thumbnail")
            or str(item.get(_MANIFEST + "full-path", "")).startswith("Thumbnails/")
        ]
        for item in gone:
            root.remove(item)
        return bool(gone)


def _is_text(element: _Element, name: str) -> bool:
    """Attributes that hold a text in some elements only."""
    tag = str(element.tag)
    if tag == _REL + "Relationship":
        return name == "Target" and element.get("TargetMode") == "External"
    return (tag, name) in {(_X + "tableColumn", "name"), (_X + "s", "v")}


@dataclass(kw_only=True, slots=True)
class _Place:
    """A slot, and where it is in the tree: the text or the tail of an element, or the element."""

    slot: Slot
    element: _Element
    tail: bool = False

    def put(self, text: str) -> None:
        if self.slot.fixed:
            if not text:
                _take_away(self.element)
        elif self.tail:
            self.element.tail = text
        else:
            self.element.text = text
            if text != text.strip() and str(self.element.tag).startswith((W, _X)):
                self.element.set(_SPACE, "preserve")


def _ooxml_slots(paragraph: _Element, kind: str) -> list[_Place]:
    return [
        _Place(
            slot=Slot(text=_FIXED[node.tag], fixed=True)
            if node.tag in _FIXED
            else Slot(text=node.text or ""),
            element=node,
        )
        for node in _own(paragraph, paragraph.tag)
        if node.tag == kind or (node.tag in _FIXED and _in_run(node))
    ]


def _in_run(node: _Element) -> bool:
    above = node.getparent()
    return above is not None and above.tag == W + "r"


def _own(paragraph: _Element, tag: object) -> Iterator[_Element]:
    """What is below ``paragraph``, but not in a paragraph inside it (text boxes, notes)."""
    for node in paragraph:
        if node.tag != tag:
            yield node
            yield from _own(node, tag)


def _odf_slots(paragraph: _Element) -> list[_Place]:
    places = [_Place(slot=Slot(text=paragraph.text or ""), element=paragraph)]
    for node in paragraph:
        places += _odf_inside(node)
    return places


def _odf_inside(node: _Element) -> list[_Place]:
    if node.tag in _ODF_FIXED:
        count = str(node.get(TEXT + "c", "1")) if node.tag == TEXT + "s" else "1"
        text = _ODF_FIXED[node.tag] * (int(count) if count.isdigit() else 1)
        places = [_Place(slot=Slot(text=text, fixed=True), element=node)]
    elif node.tag in (TEXT + "span", TEXT + "a", TEXT + "meta", TEXT + "ruby"):
        places = _odf_slots(node)
    else:
        places = []  # notes, comments, frames: their own paragraphs come in their turn
    return [*places, _Place(slot=Slot(text=node.tail or ""), element=node, tail=True)]


def _take_away(element: _Element) -> None:
    """Remove ``element`` and keep the text after it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _as_string(paragraph: _Element) -> None:
    """The cell of a workbook whose text changed no longer holds the number it had."""
    cell = paragraph.getparent()
    if cell is not None and cell.tag == TABLE + "table-cell":
        for name in ("value", "date-value", "time-value", "currency"):
            cell.attrib.pop(OFFICE + name, "")
        if cell.get(OFFICE + "value-type"):
            cell.set(OFFICE + "value-type", "string")
