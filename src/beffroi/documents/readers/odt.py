"""LibreOffice documents (odt), read from their XML (OASIS OpenDocument 1.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from beffroi.documents.archive import inner_text, open_archive, read_member, read_xml
from beffroi.documents.assemble import Found, Part, row_of
from beffroi.documents.headings import title_level
from beffroi.documents.limits import Limits
from beffroi.documents.readers.odt_styles import DRAW, FO, OFFICE, TABLE, TEXT, ListCounter, Styles
from beffroi.errors import DamagedDocument, ProtectedDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

#: Elements whose whole content is left out, and the name under which it is reported.
LEFT_OUT = {
    OFFICE + "annotation": "commentaires",
    DRAW + "image": "images",
    DRAW + "object": "objets incorporés",
    DRAW + "object-ole": "objets incorporés",
    TEXT + "hidden-text": "textes masqués",
    TEXT + "hidden-paragraph": "textes masqués",
}
#: Indexes repeat the titles; tracked changes here hold what was deleted, and declarations nothing.
SKIPPED = {TEXT + "tracked-changes", TEXT + "note-citation", TEXT + "sequence-decls"}
SKIPPED |= {OFFICE + "forms", TABLE + "shapes", TEXT + "variable-decls", OFFICE + "annotation-end"}
_CHARACTERS = {TEXT + "tab": " ", TEXT + "line-break": "\n", TEXT + "s": " "}


def read(data: bytes, limits: Limits) -> Found:
    """Paragraphs, lists, tables, text boxes and notes; insertions under revision included."""
    with open_archive(data, limits) as archive:
        _refuse_encrypted(archive, limits)
        root = read_xml(archive, "content.xml", limits)
        body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
        if root is None or body is None:
            raise DamagedDocument(detail="no office:text")
        shared = read_xml(archive, "styles.xml", limits)
        walk = _Walk(Styles([root, *([] if shared is None else [shared])]))
        parts = [*walk.blocks(body), *walk.notes]
        walk.count_beside(root, shared, archive.namelist())
        meta = read_xml(archive, "meta.xml", limits)
    return Found(
        parts=parts,
        format="odt",
        title="" if meta is None else (meta.findtext(f".//{_DC}title") or ""),
        language=_language(shared),
        left_out=walk.left_out,
    )


def _refuse_encrypted(archive: ZipFile, limits: Limits) -> None:
    manifest = read_member(archive, "META-INF/manifest.xml", limits) or b""
    if b"encryption-data" in manifest:
        raise ProtectedDocument


def _language(shared: _Element | None) -> str:
    if shared is None:
        return "fr"
    path = f"{OFFICE}styles/{_STYLE}default-style/{_STYLE}text-properties"
    found = [element.get(FO + "language") for element in shared.iterfind(path)]
    return next((language for language in found if language and language != "none"), "fr")


class _Walk:
    """The state of one reading: notes met, list counters, and what is left out."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lists = ListCounter(styles)
        self.notes: list[Part] = []
        self.left_out: Counter[str] = Counter()
        self.boxes: list[_Element] = []
        self.rows = 0

    def blocks(self, parent: _Element) -> Iterator[Part]:
        """Passages of what stands below ``parent``, in the order of reading."""
        for element in parent:
            tag = element.tag
            if tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(element)
            elif tag == TEXT + "list":
                yield from self._list(element, "", 1)
            elif tag == TABLE + "table":
                yield from self._table(element)
            elif tag in LEFT_OUT:
                self.left_out[LEFT_OUT[tag]] += 1
            elif tag == DRAW + "text-box" or tag not in SKIPPED:
                yield from self.blocks(element)

    def _paragraph(self, element: _Element, marker: str = "") -> Iterator[Part]:
        if self.styles.hidden(element):
            self.left_out["textes masqués"] += 1
            return
        text = "".join(self._characters(element))
        boxes, self.boxes = self.boxes, []
        if text.strip():
            yield self._part(element, text, marker)
        for box in boxes:
            yield from self.blocks(box)

    def _part(self, element: _Element, text: str, marker: str) -> Part:
        if element.tag == TEXT + "h":
            level = element.get(TEXT + "outline-level", "1")
            return Part(text=text, kind="titre", level=min(int(level), 6) if level.isdigit() else 1)
        if self.styles.is_title(element):
            return Part(text=text, kind="titre", level=0)
        if marker:
            return Part(text=text, kind="element", marker=marker)
        if divided := title_level(text.strip()):
            return Part(text=text, kind="titre", level=divided)
        return Part(text=text)

    def _list(self, element: _Element, style: str, depth: int) -> Iterator[Part]:
        style = element.get(TEXT + "style-name", style)
        self.lists.enter(element, style, depth)
        for item in element:
            marker = self.lists.next(item, style, depth) if item.tag == TEXT + "list-item" else ""
            for inside in item:
                if inside.tag == TEXT + "list":
                    yield from self._list(inside, style, depth + 1)
                elif inside.tag in (TEXT + "p", TEXT + "h"):
                    yield from self._paragraph(inside, marker)
                    marker = ""

    def _table(self, table: _Element) -> Iterator[Part]:
        for row in table.iter(TABLE + "table-row"):
            if next(row.iterancestors(TABLE + "table"), None) is not table:
                continue
            texts = [self._cell(cell) for cell in row if cell.tag == TABLE + "table-cell"]
            boxes, self.boxes = self.boxes, []
            if any(text.strip() for text in texts):
                self.rows += 1
                yield from row_of(texts, self.rows)
            for box in boxes:
                yield from self.blocks(box)

    def _cell(self, cell: _Element) -> str:
        paragraphs = (p for p in cell.iter(TEXT + "p", TEXT + "h") if not _beside(p, cell))
        return "\n".join("".join(self._characters(p)) for p in paragraphs)

    def _characters(self, element: _Element) -> Iterator[str]:
        yield element.text or ""
        for node in element:
            if node.tag in _CHARACTERS:
                yield _CHARACTERS[node.tag]
            elif node.tag in LEFT_OUT:
                self.left_out[LEFT_OUT[node.tag]] += 1
            elif node.tag == DRAW + "text-box":
                self.boxes.append(node)
            elif node.tag == TEXT + "note":
                self._note(node)
            elif self.styles.hidden(node):
                self.left_out["textes masqués"] += 1
            elif node.tag not in SKIPPED:
                yield from self._characters(node)
            yield node.tail or ""

    def _note(self, note: _Element) -> None:
        body = note.find(TEXT + "note-body")
        text = "" if body is None else "\n".join(self._texts(body))
        self.notes.append(Part(text=text, kind="note"))

    def _texts(self, parent: _Element) -> list[str]:
        return ["".join(self._characters(p)) for p in parent.iter(TEXT + "p", TEXT + "h")]

    def count_beside(self, root: _Element, shared: _Element | None, names: list[str]) -> None:
        """Count what lies beside the text: deletions, headers, footers and macros."""
        deleted = sum(1 for _ in root.iter(TEXT + "deletion"))
        self.left_out["suppressions en suivi des modifications"] += deleted
        for element in () if shared is None else shared.iter(_STYLE + "header", _STYLE + "footer"):
            self.left_out["en-têtes et pieds de page"] += bool(inner_text(element).strip())
        macros = [name for name in names if name.startswith(("Basic/", "Scripts/"))]
        self.left_out["macros (jamais exécutées)"] += sum(not n.endswith("/") for n in macros)


def _beside(paragraph: _Element, cell: _Element) -> bool:
    """Whether the paragraph is in a note, a comment or a text box of the cell, not in its text."""
    apart = (DRAW + "text-box", TEXT + "note", OFFICE + "annotation")
    for above in paragraph.iterancestors():
        if above is cell:
            return False
        if above.tag in apart:
            return True
    return False
