"""A conversation as a file: the branch shown, each answer with the passages that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from beffroi.documents import ExportFormat, Marking, write
from beffroi_web.assistants import shown
from beffroi_web.assistants.branches import branch
from beffroi_web.assistants.models import Conversation, Turn
from beffroi_web.clarifier.export import FORMATS as ALL
from beffroi_web.clarifier.export import Exported

FORMATS = {name: ALL[name] for name in ("docx", "odt", "pdf", "txt")}


def as_file(row: Conversation, format: str) -> Exported:
    """The conversation in ``format``, a key of :data:`FORMATS`, marked as not read by anybody."""
    turns = [step.turn for step in branch(row.turns.all(), row.current_id)]
    text = "\n\n".join(line for turn in turns for line in _lines(turn))
    content = write(
        text, format=cast(ExportFormat, format), marking=_marking(row, turns), title=row.title
    )
    stem = re.sub(r"[^\w]+", "-", row.title).strip("-")[:80] or "conversation"
    name = f"brouillon-{stem}.{format}"
    return Exported(name=name, kind=FORMATS[format][1], content=content)


def _lines(turn: Turn) -> Iterator[str]:
    """The question as a title, the answer, then its passages."""
    yield f"## {' '.join(turn.question.split())}"
    answer = shown.answer_of(turn)
    if answer is None:
        yield "Cette question n’a pas reçu de réponse entière."
        return
    yield from text_of(turn).split("\n\n")
    if answer.citations:
        yield "### Passages cités"
        yield "\n".join(
            f"- [{number}] {one.title}{f', page {one.page}' if one.page else ''} : "
            f"«\u00a0{' '.join(one.text.split())}\u00a0»"
            for number, one in enumerate(answer.citations, start=1)
        )


def source_text_of(turn: Turn) -> str:
    """The passages that the answer cites, under the titles of their documents."""
    answer = shown.answer_of(turn)
    cited = answer.citations if answer else ()
    return "\n\n".join(f"{one.title}\n\n{one.text}" for one in cited)


def plain_text_of(turn: Turn) -> str:
    """The words of the answer without the numbers of its passages."""
    return re.sub(r"(?:\u00a0\[\d+\])+", "", text_of(turn))


def text_of(turn: Turn) -> str:
    """The words of the answer, each sentence with the numbers of its passages."""
    answer = shown.answer_of(turn)
    paragraphs = shown.paragraphs(turn) if answer and answer.citations else []
    if not paragraphs:
        return answer.text if answer else ""
    blocks: list[str] = []
    for one in paragraphs:
        said = " ".join(f"{words}{_marks(cites)}" for words, cites in one.sentences)
        title = f"D’après «\u00a0{one.from_title}\u00a0» : " if one.from_title else ""
        line = f"- {said}" if one.kind == "item" else f"{title}{said}"
        joined = one.kind == "item" and blocks and blocks[-1].startswith("- ")
        if joined:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return "\n\n".join(blocks)


def _marks(cites: list[int]) -> str:
    return "".join(f"\u00a0[{number}]" for number in cites)


def _marking(row: Conversation, turns: list[Turn]) -> Marking:
    """Which model took part, the last one if there were several; nobody has read it yet."""
    written = [turn for turn in turns if turn.model]
    return Marking(
        model=written[-1].model if written else "",
        model_place=written[-1].place if written else "",
        created_at=row.created_at.replace(microsecond=0),
        author=row.owner.name,
        collectivite=row.collectivite.name,
    )
