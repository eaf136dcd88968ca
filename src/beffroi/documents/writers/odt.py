"""LibreOffice: real titles, lists and tables, the language of the text, and its properties.

The four files of an odt (OASIS OpenDocument 1.3) are written here: what we put in them is little,
and nothing else would be in them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from beffroi.documents.blocks import Block, Heading, ListItem, Quote, Runs, Table, plain
from beffroi.documents.export import Export
from beffroi.documents.marking import PREFIX, sentence, to_fields

_KIND = "application/vnd.oasis.opendocument.text"
_STYLES = Path(__file__).with_name("odt_styles.xml")
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
)
_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
#: LibreOffice takes the styles of tables and cells from here only.
_AUTOMATIC = (
    '<style:style style:name="Bold" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Table" style:family="table"><style:table-properties '
    'style:width="16cm" table:align="left" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm"/>'
    '</style:style><style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.15cm" fo:border-left="none" '
    'fo:border-right="none" fo:border-top="0.5pt solid #d9d1c4" '
    'fo:border-bottom="0.5pt solid #d9d1c4"/></style:style>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(export: Export) -> bytes:
    """The odt of ``export``."""
    members = {
        "content.xml": _content(export),
        "styles.xml": _styles(export),
        "meta.xml": _meta(export),
        "META-INF/manifest.xml": _manifest(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # First and not compressed, so that the kind of the file is read at a fixed place.
        archive.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _styles(export: Export) -> str:
    marking = export.marking
    values = {
        "language": export.language,
        "country": "FR" if export.language == "fr" else "none",
        "mention": escape(sentence(marking)) if marking.visible else "",
    }
    return Template(_STYLES.read_text("utf-8")).substitute(values)


def _meta(export: Export) -> str:
    marking = export.marking
    author = marking.reviewer or marking.author or marking.collectivite
    moment = marking.reviewed_at or marking.created_at
    lines = [
        f"<dc:title>{escape(export.title)}</dc:title>",
        f"<dc:creator>{escape(author)}</dc:creator>",
        f"<dc:language>{escape(export.language)}</dc:language>",
        f"<dc:description>{escape(sentence(marking))}</dc:description>",
    ]
    if moment:
        lines.append(f"<dc:date>{moment.replace(tzinfo=None).isoformat()}</dc:date>")
    lines += (
        f"<meta:user-defined meta:name={quoteattr(f'{PREFIX}:{name}')}>{escape(value)}"
        "</meta:user-defined>"
        for name, value in to_fields(marking).items()
    )
    return (
        f'{_HEAD}<office:document-meta {_SPACES} office:version="1.3"><office:meta>'
        + "".join(lines)
        + "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in {
            "/": _KIND,
            "content.xml": "text/xml",
            "styles.xml": "text/xml",
            "meta.xml": "text/xml",
        }.items()
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'{_HEAD}<m:manifest xmlns:m="{space}" m:version="1.3">{entries}</m:manifest>'


def _content(export: Export) -> str:
    house = export.marking.collectivite
    head = f'<text:p text:style-name="House">{escape(house)}</text:p>' if house else ""
    return (
        f'{_HEAD}<office:document-content {_SPACES} office:version="1.3">'
        f"<office:automatic-styles>{_AUTOMATIC}</office:automatic-styles><office:body><office:text>"
        + head
        + "".join(_blocks(export.blocks))
        + "</office:text></office:body></office:document-content>"
    )


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    level = 0
    for kind, group in groupby(blocks, key=_list_style):
        members = list(group)
        if kind:
            yield _list(kind, [block for block in members if isinstance(block, ListItem)])
            continue
        for block in members:
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                yield (
                    f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                    f"{_runs(block.runs)}</text:h>"
                )
            elif isinstance(block, Table):
                yield _table(block)
            elif not isinstance(block, ListItem):
                style = "Quotations" if isinstance(block, Quote) else "Text_20_body"
                yield f'<text:p text:style-name="{style}">{_runs(block.runs)}</text:p>'


def _list_style(block: Block) -> str:
    if not isinstance(block, ListItem):
        return ""
    return "Bullets" if block.number is None else "Numbers"


def _list(style: str, items: Sequence[ListItem]) -> str:
    lines = []
    for place, item in enumerate(items):
        first = place == 0 and item.number not in (None, 1)
        start = f' text:start-value="{item.number}"' if first else ""
        lines.append(
            f'<text:list-item{start}><text:p text:style-name="List_20_Item">{_runs(item.runs)}'
            "</text:p></text:list-item>"
        )
    return f'<text:list text:style-name="{style}">{"".join(lines)}</text:list>'


def _table(table: Table) -> str:
    def row(cells: Sequence[str], style: str) -> str:
        return (
            "<table:table-row>"
            + "".join(
                '<table:table-cell table:style-name="Cell" office:value-type="string">'
                f'<text:p text:style-name="{style}">{escape(cell)}</text:p></table:table-cell>'
                for cell in cells
            )
            + "</table:table-row>"
        )

    name = quoteattr(" ".join(table.header)[:60] or "Tableau")
    return (
        f'<table:table table:name={name} table:style-name="Table">'
        f'<table:table-column table:number-columns-repeated="{len(table.header)}"/>'
        f"<table:table-header-rows>{row(table.header, 'Table_20_Heading')}"
        "</table:table-header-rows>"
        + "".join(row(cells, "Table_20_Contents") for cells in table.rows)
        + '</table:table><text:p text:style-name="Text_20_body"/>'
    )


def _runs(runs: Runs) -> str:
    if not any(run.bold for run in runs):
        return _characters(plain(runs))
    return "".join(
        f'<text:span text:style-name="Bold">{_characters(run.text)}</text:span>'
        if run.bold
        else _characters(run.text)
        for run in runs
    )


def _characters(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")
