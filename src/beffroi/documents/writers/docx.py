"""Word: real titles, lists and tables, the language of the text, and custom properties."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from beffroi.documents import falc
from beffroi.documents.blocks import Block, Heading, ListItem, Paragraph, Quote, Runs, Table
from beffroi.documents.export import Export
from beffroi.documents.marking import sentence, to_fields
from beffroi.documents.properties import add_custom_properties
from beffroi.documents.writers.docx_look import dress, line_under, number_style, page_number, shade

_QUOTE, _BULLET = "Quote", "List Bullet"


def write(export: Export) -> bytes:
    """The docx of ``export``."""
    import docx

    document = docx.Document()
    is_falc = export.layout == "falc"
    dress(document, language=export.language, large=is_falc)
    _properties(document, export)
    _margins(document, export)
    if is_falc:
        warning = document.add_paragraph()
        warning.add_run(falc.MENTION).bold = True
        shade(warning, "FBF0D9")
        _easy_blocks(document, falc.one_sentence_a_line(export.blocks))
    else:
        _blocks(document, export.blocks)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _properties(document: Any, export: Export) -> None:
    core, marking = document.core_properties, export.marking
    core.title = export.title[:255]
    core.author = (marking.reviewer or marking.author or marking.collectivite)[:255]
    core.language = "fr-FR" if export.language == "fr" else export.language
    core.comments = sentence(marking)[:255]
    if moment := marking.reviewed_at or marking.created_at:
        core.created = core.modified = moment.replace(tzinfo=None)
    package = document.part.package
    add_custom_properties(package, to_fields(marking))
    # The blank document comes with the picture of another one.
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def _margins(document: Any, export: Export) -> None:
    section, marking = document.sections[0], export.marking
    if marking.collectivite:
        head = document.add_paragraph()
        head.add_run(marking.collectivite).bold = True
        line_under(head)
    foot = section.footer.paragraphs[0]
    if marking.visible:
        foot.add_run(sentence(marking))
    foot.add_run("\t")
    page_number(foot)


def _blocks(document: Any, blocks: Sequence[Block]) -> None:
    for block, style in _styled(document, blocks):
        if isinstance(block, Table):
            _table(document, block)
        else:
            _write_runs(document.add_paragraph(style=style), block.runs)


def _easy_blocks(document: Any, blocks: Sequence[Block]) -> None:
    """Each paragraph beside a cell where a picture can be put."""
    from docx.shared import Cm

    for block, style in _styled(document, blocks):
        if isinstance(block, Table):
            _table(document, block)
        elif not isinstance(block, Paragraph):
            _write_runs(document.add_paragraph(style=style), block.runs)
        else:
            grid = document.add_table(1, 2)
            grid.autofit = False
            grid.columns[0].width, grid.columns[1].width = Cm(11.5), Cm(4.5)
            text, picture = grid.rows[0].cells
            text.width, picture.width = Cm(11.5), Cm(4.5)
            paragraph = text.paragraphs[0]
            paragraph.style = style
            _write_runs(paragraph, block.runs)
            note = picture.paragraphs[0]
            note.add_run("Image").italic = True
            shade(note, "EFEAE1")


def _styled(document: Any, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with the name of its style; a run of numbered items gets a list of its own."""
    level, list_style = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield block, f"Heading {level}"
        elif isinstance(block, ListItem) and block.number is not None:
            list_style = list_style or number_style(document, block.number)
            yield block, list_style
            continue
        else:
            name = _QUOTE if isinstance(block, Quote) else "Normal"
            yield block, _BULLET if isinstance(block, ListItem) else name
        list_style = ""


def _write_runs(paragraph: Any, runs: Runs) -> None:
    for run in runs:
        # add_run turns « \n » into a line break by itself.
        paragraph.add_run(run.text).bold = run.bold or None


def _table(document: Any, table: Table) -> None:
    from docx.oxml import OxmlElement

    grid = document.add_table(0, len(table.header), style="Beffroi Table")
    for place, row in enumerate((table.header, *table.rows)):
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.paragraphs[0].style = "Beffroi Cell"
            run = cell.paragraphs[0].add_run(text)
            run.bold = place == 0 or None
    # A header row comes back on each page, and readers of the screen announce it.
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()
