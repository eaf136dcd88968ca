"""An answer made ready for a visitor: its lines, the numbers to dial, where it comes from. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from beffroi.assistants import Answer
from beffroi_web.assistants.convert import sentence_to_json
from beffroi_web.assistants.layout import laid_out


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the answer. ``kind``: ``text``, ``item``, ``quote`` (a document's own words, under
    ``title`` when it is the first of them). ``number`` is what to dial, when the line gives an
    emergency one."""

    text: str
    kind: str = "text"
    title: str = ""
    number: str = ""


def told(answer: Answer) -> dict[str, Any]:
    """What the page shows of ``answer``."""
    return {"lines": lines(answer), "sources": sources(answer), "old": old(answer)}


def lines(answer: Answer) -> list[Line]:
    """The answer as the visitor reads it, and hears it."""
    if answer.status == "repondu" and answer.citations:
        return _of_documents(answer)
    written = [line for line in answer.text.split("\n") if line.strip()]
    if answer.status != "urgence":
        return [Line(text=line) for line in written]
    return [Line(text=line, number=_emergency(line)) for line in written]


def _of_documents(answer: Answer) -> list[Line]:
    titles = [citation.title for citation in answer.citations]
    sentences = [sentence_to_json(sentence) for sentence in answer.sentences]
    return [
        Line(
            text=" ".join(words for words, _ in paragraph.sentences),
            kind=paragraph.kind,
            title=paragraph.from_title,
        )
        for paragraph in laid_out(sentences, titles, numbered=False)
    ]


def old(answer: Answer) -> list[str]:
    """What is said of the documents whose time may be over."""
    return [one.message for one in answer.findings if one.type == "source.ancienne"]


def _emergency(line: str) -> str:
    found = re.match(r"([\d\u00a0\u202f ]{2,9}\d|\d{2})[\u00a0\u202f ]?:", line)
    return re.sub(r"\D", "", found[1]) if found else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    title: str
    passage: str
    url: str
    page: int | None


def sources(answer: Answer) -> list[Source]:
    """Links only to originals of the authority's own documents, and only on the web."""
    return [
        Source(
            title=cited.title,
            passage=cited.text,
            url=cited.url if re.match(r"https?://", cited.url) else "",
            page=cited.page,
        )
        for cited in answer.citations
    ]
