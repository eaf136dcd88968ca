"""Word documents (docx), read from their XML (ECMA-376, WordprocessingML).

python-docx gives neither the insertions of a tracked revision nor notes nor hidden text; what a
reader must account for is in the XML, which is walked here in the order of reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from beffroi.documents.archive import open_archive, read_member, read_xml
from beffroi.documents.assemble import Found, Part, row_of
from beffroi.documents.headings import title_level
from beffroi.documents.limits import Limits
from beffroi.documents.readers.docx_styles import Numbering, Styles, W, attribute
from beffroi.errors import DamagedDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_IMAGEDATA = "{urn:schemas-microsoft-com:vml}imagedata"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"

#: Elements whose whole content is left out, and the name under which it is reported.
LEFT_OUT = {
    W + "del": "suppressions en suivi des modifications",
    W + "moveFrom": "suppressions en suivi des modifications",
    W + "object": "objets incorporés",
    W + "altChunk": "fichiers insérés",
    _PICTURE: "images",
    _IMAGEDATA: "images",
    _CHART: "graphiques",
    _FORMULA: "formules",
}
#: Elements that are counted and then read.
COUNTED = {
    W + "commentReference": "commentaires",
    W + "sym": "symboles d’une police particulière",
}
SKIPPED = {W + "pPr", W + "rPr", W + "tblPr", W + "sdtPr", W + "instrText", W + "delText"}
SKIPPED |= {W + "sectPr", _MC + "Fallback", W + "tcPr", W + "trPr", W + "tblGrid"}
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_CHARACTERS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}


def read(data: bytes, limits: Limits) -> Found:
    """Paragraphs, lists, tables, text boxes and notes; insertions under revision included."""
    with open_archive(data, limits) as archive:
        root = read_xml(archive, "word/document.xml", limits)
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise DamagedDocument(detail="no w:body")
        walk = _Walk(archive, limits)
        parts = [*walk.blocks(body), *walk.notes()]
        walk.margins(archive, limits)
        title, language = _properties(archive, limits), walk.styles.language
    return Found(
        parts=parts,
        format="docx",
        title=title,
        language=language,
        left_out=walk.left_out,
    )


def _properties(archive: ZipFile, limits: Limits) -> str:
    core = read_xml(archive, "docProps/core.xml", limits)
    return "" if core is None else (core.findtext(_DC + "title") or "").strip()


class _Walk:
    """The state of one reading: styles, list counters, notes met, and what is left out."""

    def __init__(self, archive: ZipFile, limits: Limits) -> None:
        self.styles = Styles(read_xml(archive, "word/styles.xml", limits))
        self.numbering = Numbering(read_xml(archive, "word/numbering.xml", limits))
        self.sources = {
            name: read_xml(archive, f"word/{name}.xml", limits) for name in NOTES.values()
        }
        self.cited: list[tuple[str, str]] = []
        self.left_out: Counter[str] = Counter()
        self.boxes: list[_Element] = []
        self.rows = 0

    def blocks(self, parent: _Element) -> Iterator[Part]:
        """Passages of the paragraphs and tables below ``parent``."""
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield from self._table(element)
            elif element.tag in LEFT_OUT:
                self.left_out[LEFT_OUT[element.tag]] += 1
            elif element.tag not in SKIPPED:
                yield from self.blocks(element)  # w:sdt, w:ins, w:customXml…

    def _paragraph(self, element: _Element) -> Iterator[Part]:
        text = self._text(element)
        boxes, self.boxes = self.boxes, []
        if text.strip():
            yield self._part(element, text)
        for box in boxes:
            yield from self.blocks(box)

    def _part(self, element: _Element, text: str) -> Part:
        style = self.styles.of(element)
        level = style.level if style.level is not None else title_level(text.strip())
        marker = self.numbering.marker(style.numbering)
        if level is not None:
            # The number of a numbered title is part of what people call it (« 2.1 Tarifs »).
            return Part(text=f"{marker}{text}", kind="titre", level=min(level, 6))
        if style.numbering:
            return Part(text=text, kind="element", marker=marker or "- ")
        return Part(text=text)

    def _table(self, table: _Element) -> Iterator[Part]:
        for row in table.iter(W + "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.left_out["suppressions en suivi des modifications"] += 1
            elif _owner(row) is table:
                yield from self._row(row)

    def _row(self, row: _Element) -> Iterator[Part]:
        texts = [self._cell(cell) for cell in row.iter(W + "tc") if _owner(cell) is _owner(row)]
        boxes, self.boxes = self.boxes, []
        if any(text.strip() for text in texts):
            self.rows += 1
            yield from row_of(texts, self.rows)
        for box in boxes:
            yield from self.blocks(box)

    def _cell(self, cell: _Element) -> str:
        """Its paragraphs, those of a table inside it too, one a line."""
        return "\n".join(self._text(p) for p in cell.iter(W + "p") if not _in_box(p, cell))

    def _text(self, element: _Element) -> str:
        return "".join(self._characters(element))

    def _characters(self, element: _Element) -> Iterator[str]:
        for node in element:
            tag = node.tag
            if tag == W + "t":
                yield node.text or ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag in LEFT_OUT:
                self.left_out[LEFT_OUT[tag]] += 1
            elif tag == W + "txbxContent":
                self.boxes.append(node)
            elif tag == W + "r" and self.styles.hidden(node):
                self.left_out["textes masqués"] += any(t.text for t in node.iter(W + "t"))
            elif tag not in SKIPPED:
                self._note_or_count(node)
                yield from self._characters(node)

    def _note_or_count(self, node: _Element) -> None:
        if node.tag in NOTES:
            self.cited.append((NOTES[node.tag], attribute(node, "id")))
        elif node.tag in COUNTED:
            self.left_out[COUNTED[node.tag]] += 1

    def notes(self) -> Iterator[Part]:
        """Footnotes and endnotes that the text cites, in the order of citation."""
        for source, identifier in list(dict.fromkeys(self.cited)):
            root = self.sources[source]
            for note in () if root is None else root:
                if attribute(note, "id") == identifier:
                    text = "\n".join(self._text(p) for p in note.iter(W + "p"))
                    if text.strip():
                        yield Part(text=text, kind="note")

    def margins(self, archive: ZipFile, limits: Limits) -> None:
        """Count what lies beside the text: headers, footers and macros."""
        for name in archive.namelist():
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
                self.left_out["en-têtes et pieds de page"] += b"<w:t" in (
                    read_member(archive, name, limits) or b""
                )
            elif name.endswith("vbaProject.bin"):
                self.left_out["macros (jamais exécutées)"] += 1


def _owner(element: _Element) -> _Element | None:
    """The nearest table above a row or cell."""
    return next(element.iterancestors(W + "tbl"), None)


def _in_box(paragraph: _Element, cell: _Element) -> bool:
    for above in paragraph.iterancestors():
        if above is cell:
            return False
        if above.tag in (W + "txbxContent", _MC + "Fallback"):
            return True
    return False
