"""The draft to proof-read as a file: the text, the questions, what was noted, the whole act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from beffroi.clarity.falc import Proofreading, Sheet, record_lines, sheet
from beffroi.documents import ExportFormat, Marking, write
from beffroi.documents.blocks import Block, Heading, ListItem, Paragraph, Quote, Run, parse
from beffroi.documents.marking import sentence
from beffroi.findings import Finding
from beffroi_web.clarifier.export import FORMATS, Exported, marking_of, stem
from beffroi_web.clarifier.models import Draft
from beffroi_web.relecture.models import Record


def records_of(draft: Draft) -> list[Record]:
    """What was noted of every version of ``draft``, the oldest first."""
    rows = Record.objects.for_(draft.collectivite).filter(version__draft=draft)
    return list(rows.select_related("version", "recorded_by"))


def sheet_of(draft: Draft) -> Sheet:
    """The proof-reading sheet of the version on the table."""
    version = draft.current
    assert version is not None
    noted = [
        Proofreading(
            readers=(record.readers,),
            companion=record.companion,
            on=record.on,
            understood=record.understood,
            changed=record.changed,
            version=record.version.number,
        )
        for record in records_of(draft)
    ]
    return sheet(version.text, act=draft.source.text, proofreadings=noted)


def difficulties(made: Sheet) -> list[tuple[Finding, int]]:
    """Each rule that finds something difficult, named by its first finding, and how often."""
    # The signs of the light text (« # », « - ») are laid out, nobody reads them.
    read = [finding for finding in made.findings if finding.draft_text.strip("#*|> -")]
    ordered = sorted(read, key=lambda finding: (finding.severity, finding.type))
    groups = [list(items) for _, items in groupby(ordered, key=lambda finding: finding.type)]
    return [(items[0], len(items)) for items in groups]


def as_file(draft: Draft, format: str) -> Exported:
    """The file. Raises ``BeffroiError`` when it cannot be made."""
    made, version = sheet_of(draft), draft.current
    assert version is not None
    marking = marking_of(draft, visible=True)
    facts = [f"Ce document donne la version {version.number} du texte."]
    if made.proofreadings and not marking.reviewer:
        # The usual mention would say that nobody has read the text: ours says what is true.
        facts.append(_not_signed(marking))
        marking = replace(marking, visible=False)
    content = write(
        tuple(_blocks(made, version.text, facts)),
        format=_format(format),
        marking=marking,
        title=f"{draft.title} ({made.name})",
        layout="falc",
    )
    words = stem(draft).removeprefix("brouillon-")
    name = f"brouillon-FALC-a-faire-relire-{words}.{format}"
    return Exported(name=name, kind=FORMATS[format][1], content=content)


def _format(format: str) -> ExportFormat:
    return "pdf" if format == "pdf" else "docx"


def _not_signed(marking: Marking) -> str:
    return f"{sentence(marking).rpartition(',')[0]}, pas encore validé par la collectivité."


def _blocks(made: Sheet, text: str, facts: list[str]) -> Iterator[Block]:
    yield from parse(text)
    yield _title("Questions aux personnes qui relisent")
    yield from _items(made.questions)
    yield _title("Relecture")
    yield from _items([*facts, *record_lines(made)])
    yield _title("Texte officiel complet")
    yield from _quoted(parse(made.act))


def _title(words: str) -> Heading:
    return Heading(level=2, runs=(Run(text=words),))


def _items(lines: Iterable[str]) -> Iterator[ListItem]:
    """Lines as they were typed: a break inside a remark stays a break."""
    return (ListItem(runs=(Run(text=line),)) for line in lines)


def _quoted(act: Iterable[Block]) -> Iterator[Block]:
    """The act as a quotation: no room for pictures, and its titles below ours."""
    for block in act:
        if isinstance(block, Paragraph):
            yield Quote(runs=block.runs)
        elif isinstance(block, Heading):
            yield replace(block, level=min(block.level + 2, 6))
        else:
            yield block
