"""The sentences of an answer laid out in paragraphs, quotations and items. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_ITEM = re.compile(r"\s*(?:[-–—•*·]\s+|(?=\d{1,2}[.)]\s))")


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """``sentences``: words, numbers of the passages that they rest on (from 1). ``from_title``:
    the document whose very words they are, empty for words of the machine."""

    kind: str
    sentences: list[tuple[str, list[int]]]
    from_title: str = ""


def laid_out(
    sentences: Sequence[Mapping[str, Any]], titles: Sequence[str], *, numbered: bool
) -> list[Paragraph]:
    """``sentences`` as JSON of :class:`beffroi.assistants.Sentence`; ``titles`` are those of the
    passages cited. ``numbered``: whether the numbers of the passages are shown."""
    found: list[Paragraph] = []
    named = ""
    for (quoted, cites), run in groupby(sentences, key=_source):
        title = titles[cites[0]] if quoted and cites and cites[0] < len(titles) else ""
        told = title if title != named else ""  # two passages of one document: named once
        found += _laid(list(run), told, quoted=quoted, numbered=numbered)
        named = title
    return found


def _source(sentence: Mapping[str, Any]) -> tuple[bool, tuple[int, ...]]:
    """Words of a document stay apart from those of another, and from those of the machine."""
    quoted = bool(sentence.get("quoted"))
    return quoted, tuple(sentence["cites"]) if quoted else ()


def _laid(
    run: list[Mapping[str, Any]], title: str, *, quoted: bool, numbered: bool
) -> Iterable[Paragraph]:
    """Sentences that follow each other are one paragraph; each item of a list is its own."""
    last = len(run) - 1
    for is_item, some in groupby(enumerate(run), key=lambda pair: _is_item(pair[1]["text"])):
        told = [
            (
                _words(one["text"]),
                _numbers(one) if numbered and not (quoted and rank < last) else [],
            )
            for rank, one in some
        ]
        if is_item:
            yield from (Paragraph(kind="item", sentences=[one], from_title="") for one in told)
        else:
            yield Paragraph(kind="quote" if quoted else "text", sentences=told, from_title=title)
            title = ""


def _is_item(text: str) -> bool:
    return _ITEM.match(text) is not None


def _words(text: str) -> str:
    return " ".join(_ITEM.sub("", text, count=1).lstrip("#").split())


def _numbers(sentence: Mapping[str, Any]) -> list[int]:
    return [rank + 1 for rank in sentence["cites"]]
