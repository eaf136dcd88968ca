"""Web pages: what a person would see of them; what is hidden is reported, never read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from beffroi.documents.archive import inner_text
from beffroi.documents.assemble import Found, Part, row_of
from beffroi.documents.decode import decode
from beffroi.documents.headings import title_level
from beffroi.documents.limits import Limits
from beffroi.errors import DamagedDocument, EmptyText

if TYPE_CHECKING:
    from lxml.etree import _Element

LEFT_OUT = {
    "img": "images",
    "svg": "images",
    "picture": "images",
    "canvas": "images",
    "video": "sons et vidéos",
    "audio": "sons et vidéos",
    "iframe": "cadres et objets incorporés",
    "frame": "cadres et objets incorporés",
    "object": "cadres et objets incorporés",
    "embed": "cadres et objets incorporés",
    "script": "programmes (jamais exécutés)",
    "input": "champs de formulaire",
    "select": "champs de formulaire",
    "textarea": "champs de formulaire",
    "button": "champs de formulaire",
}
HIDDEN = "textes cachés au lecteur"
SKIPPED = {"style", "template", "noscript", "head", "meta", "link", "title"}
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
#: Ways of writing on a page what nobody sees; instructions to a model have been hidden so.
_UNSEEN = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0?\.?0*(?:;|$)|font-size:0|"
    r"(?:^|;)(?:max-)?(?:width|height):0(?:px|em|;|$)|clip:rect\(0|text-indent:-\d{3,}|"
    r"(?:left|top|right|bottom):-\d{4,}|color:transparent",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, limits: Limits) -> Found:
    """Titles, paragraphs, lists and tables; scripts, frames and hidden texts are reported."""
    return found_in(_characters_of(data))


def found_in(source: str) -> Found:
    """What a page given as characters holds."""
    root = parse_page(source)
    walk = _Walk()
    try:
        parts = list(walk.parts(root))
    except RecursionError as error:
        raise DamagedDocument(detail="nested too deep") from error
    return Found(
        parts=parts,
        format="html",
        title=" ".join((root.findtext(".//title") or "").split()),
        language=(root.get("lang") or "fr")[:2].lower(),
        left_out=walk.left_out,
        where=walk.where,
    )


def _characters_of(data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def parse_page(source: str) -> _Element:
    """The root element of a page, whatever its mistakes."""
    from lxml import etree, html

    # The XML declaration forbids characters as input, and null bytes end the parse.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source).replace("\x00", "")
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(source, parser=parser)
    except etree.ParserError as error:
        raise EmptyText from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedDocument(detail=str(error)) from error


class _Walk:
    """The state of one reading: the text of the block at hand, rows, and what is left out."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self.where: dict[str, str] = {}
        self._held: list[str] = []
        self._rows = 0

    def parts(self, root: _Element) -> Iterator[Part]:
        yield from self._inside(root, "", "")
        yield from self._flush("", "")

    def _inside(self, node: _Element, kind: str, marker: str) -> Iterator[Part]:
        self._held.append(node.text or "")
        for number, child in enumerate(node):
            if not isinstance(child.tag, str) or self._unread(child):
                pass
            elif child.tag == "br":
                self._held.append("\n")
            elif child.tag == "table":
                yield from self._flush(kind, marker)
                yield from self._table(child)
            elif child.tag in BLOCKS:
                yield from self._flush(kind, marker)
                yield from self._block(child, kind, marker, number)
            else:
                yield from self._inside(child, kind, marker)
            self._held.append(child.tail or "")

    def _block(self, node: _Element, kind: str, marker: str, number: int) -> Iterator[Part]:
        tag = str(node.tag)
        if tag == "li":
            kind, marker = "li", _marker(node)
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            kind = tag
        yield from self._inside(node, kind, marker)
        yield from self._flush(kind, marker)

    def _flush(self, kind: str, marker: str) -> Iterator[Part]:
        # Line ends in the source of a page are blanks; only <br> breaks a line.
        pieces = (p if p == "\n" else re.sub(r"[ \t\r\n]+", " ", p) for p in self._held)
        text = "".join(pieces).strip()
        self._held = []
        if not text:
            return
        if kind.startswith("h"):
            yield Part(text=text, kind="titre", level=int(kind[1]))
        elif kind == "li":
            yield Part(text=text, kind="element", marker=marker)
        elif level := title_level(text):
            yield Part(text=text, kind="titre", level=level)
        else:
            yield Part(text=text)

    def _table(self, table: _Element) -> Iterator[Part]:
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is not table or self._unread(row):
                continue
            cells = [cell for cell in row if cell.tag in ("td", "th") and not self._unread(cell)]
            texts = ["\n".join(part.text for part in self._cell(cell)) for cell in cells]
            if any(texts):
                self._rows += 1
                yield from row_of(texts, self._rows)

    def _cell(self, cell: _Element) -> Iterator[Part]:
        yield from self._inside(cell, "", "")
        yield from self._flush("", "")

    def _unread(self, node: _Element) -> bool:
        """Whether ``node`` is left out; counted and, for a hidden text, shown in ``where``."""
        tag = str(node.tag)
        if tag in SKIPPED:
            return True
        if tag == "input" and node.get("type", "").lower() == "hidden":
            return True
        if tag in LEFT_OUT:
            self.left_out[LEFT_OUT[tag]] += 1
            return True
        if not _is_hidden(node):
            return False
        if text := " ".join(inner_text(node).split()):
            self.left_out[HIDDEN] += 1
            self.where.setdefault(HIDDEN, f"« {text[:80]}{'…' if len(text) > 80 else ''} »")
        return True


def _is_hidden(node: _Element) -> bool:
    style = re.sub(r"\s+", "", node.get("style", ""))
    return node.get("hidden") is not None or bool(style and _UNSEEN.search(style))


def _marker(item: _Element) -> str:
    above = item.getparent()
    if above is None or above.tag != "ol":
        return "- "
    start = above.get("start", "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{(int(start) if start.isdigit() else 1) + before}. "
