"""A web page that stands alone: no outside file, meaningful tags, printed as a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from beffroi.documents.blocks import Block, Heading, ListItem, Paragraph, Quote, Runs, Table
from beffroi.documents.export import Export
from beffroi.documents.marking import NAMESPACE, PREFIX, Marking, sentence, to_fields

_STYLE = Path(__file__).with_name("document.css")


def write(export: Export) -> bytes:
    """The page of ``export``."""
    marking = export.marking
    author = marking.reviewer or marking.author or marking.collectivite
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(export.title)}</title>",
        f'<meta name="author" content="{escape(author)}">' if author else "",
        *_metas(marking),
        f'<script type="application/ld+json">{_linked_data(export)}</script>',
        f"<style>{_STYLE.read_text('utf-8')}</style>",
    ]
    body = [
        f'<header class="house">{escape(marking.collectivite)}</header>'
        if marking.collectivite
        else "",
        "<main>",
        *_blocks(export.blocks),
        "</main>",
        f"<footer>{escape(sentence(marking))}</footer>" if marking.visible else "",
    ]
    return (
        f'<!doctype html>\n<html lang="{escape(export.language)}">\n<head>\n'
        + "\n".join(filter(None, head))
        + "\n</head>\n<body>\n"
        + "\n".join(filter(None, body))
        + "\n</body>\n</html>\n"
    ).encode()


def _metas(marking: Marking) -> Iterator[str]:
    for name, value in to_fields(marking).items():
        yield f'<meta name="{PREFIX}:{name}" content="{escape(value)}">'


def _linked_data(export: Export) -> str:
    """schema.org, with our own terms; « < » is escaped so that no text can end the element."""
    marking = export.marking
    data: dict[str, object] = {
        "@context": ["https://schema.org", {PREFIX: NAMESPACE}],
        "@type": "CreativeWork",
        "name": export.title,
        "inLanguage": export.language,
        "digitalSourceType": marking.digital_source_type,
        "creditText": sentence(marking),
        **{f"{PREFIX}:{name}": value for name, value in to_fields(marking).items()},
    }
    if marking.collectivite:
        data["publisher"] = {"@type": "GovernmentOrganization", "name": marking.collectivite}
    if marking.reviewer:
        data["editor"] = {"@type": "Person", "name": marking.reviewer}
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=_list_tag):
        members = list(group)
        if kind:
            items = [block for block in members if isinstance(block, ListItem)]
            start = items[0].number
            attribute = f' start="{start}"' if start not in (None, 1) else ""
            lines = "".join(f"<li>{_runs(item.runs)}</li>" for item in items)
            yield f"<{kind}{attribute}>{lines}</{kind}>"
        else:
            yield from map(_block, members)


def _list_tag(block: Block) -> str:
    if not isinstance(block, ListItem):
        return ""
    return "ul" if block.number is None else "ol"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
    if isinstance(block, Quote):
        return f"<blockquote><p>{_runs(block.runs)}</p></blockquote>"
    if isinstance(block, Table):
        return _table(block)
    assert isinstance(block, Paragraph)
    return f"<p>{_runs(block.runs)}</p>"


def _table(table: Table) -> str:
    header = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"


def _runs(runs: Runs) -> str:
    written = ((escape(run.text).replace("\n", "<br>"), run.bold) for run in runs)
    return "".join(f"<strong>{text}</strong>" if bold else text for text, bold in written)
