"""Instructions given to the machine in a question are data: found, told, never obeyed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.assistants.expressions import patterns
from beffroi.assistants.hidden import is_hidden, revealed
from beffroi.assistants.spoken import spoken
from beffroi.findings import Span
from beffroi.french import sentences

_MARKUP = re.compile(
    r"<\s*(instructions?|system|systeme|consignes?|prompt)\b[^>]*>.*?</\s*\1\s*>"
    r"|</?\s*(?:textes?|system|instructions?|documents?|passages?|questions?|user|context)\b[^>]*>"
    r"|<\|[^|>]{2,20}\|>|\[/?(?:INST|SYSTEM|SYS)\]|<<?/?SYS>>?"
    r"|^#{2,}\s*(?:system|assistant|user|instructions?(?=\s*:))\s*(?::.*)?$"
    r"|<script\b.*?(?:</script>|$)|<style\b.*?(?:</style>|$)|<!--.*?(?:-->|$)"
    r"|<(?:img|iframe|svg|object|embed|link|meta|video|audio|form|input)\b[^>]*(?:>|$)"
    r"|<\w+[^>]*\b(?:hidden|display\s*:\s*none|font-size\s*:\s*0)[^>]*>.*?(?:</\w+>|$)"
    r"|!\[[^\]]*\]\([^)]*\)|\{\s*[\"']role[\"']\s*:.*?(?:\}|$)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
#: A role that a conversation would give: said before the words of a person, it says nothing.
_ROLE = re.compile(
    r"(?:^|(?<=[.!?\n] )|(?<=\n))\s*(?:user|utilisateur|human|usager|question|q)\s*:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """``question`` without the sentences that order a machine about; ``orders`` are these."""

    question: str
    orders: tuple[str, ...]


def is_order(sentence: str) -> bool:
    """Whether ``sentence`` speaks to a machine to make it do something."""
    read = revealed(sentence)
    return bool(_MARKUP.search(read)) or is_hidden(sentence) or says("ordre", read)


def _orders(sentence: str) -> bool:
    """An order, or a wish to read what the machine was told: set aside in a question."""
    if is_order(sentence):
        return True
    asks = patterns("limites", whole_words=False)["consignes"].search(spoken(sentence))
    return asks is not None


def markup(text: str) -> list[Span]:
    """The tags, comments and roles of ``text`` that a reader does not see."""
    return [Span(start=match.start(), end=match.end()) for match in _MARKUP.finditer(text)]


def says(section: str, sentence: str) -> bool:
    """Whether ``sentence`` meets an expression of this section of ``regles/consignes.txt``."""
    return meets(section, spoken(sentence))


def meets(section: str, said: str) -> bool:
    """Like :func:`says`, of a sentence that :func:`spoken` already read."""
    return patterns("consignes", whole_words=False)[section].search(said) is not None


def cleaned(question: str) -> Cleaned:
    """``question`` without its orders to the machine; unchanged when there are none."""
    read = revealed(question)
    found = [span.of(read) for span in markup(read)]
    text = _ROLE.sub("\n", _MARKUP.sub("\n", read)) if found or _orders(read) else read
    spans = [part for span in sentences(text) for part in _clauses(text, span)]
    orders = [span.of(text) for span in spans if _orders(span.of(text))]
    if not orders and not found:
        return Cleaned(question=question, orders=())
    whole = set(sentences(text))
    kept = [
        span.of(text)
        for span in spans
        if not _orders(span.of(text)) and (span in whole or says("demande", span.of(text)))
    ]
    return Cleaned(question=" ".join(kept).strip(), orders=(*found, *orders))


#: Where an order stops and a question begins within one sentence.
_CUT = re.compile(
    r"\s*(?:(?<=[.!?])\s|[;:—–]|\.\.\.|…|, (?=(?:puis|et|quel|combien|où|quand|comment|qui|est-ce))"
    r"|\b(?:puis|et ensuite|et)\s+(?=(?:dis|dites|donne|donnez|explique|expliquez|indique|indiquez"
    r"|réponds|quel|combien|où|quand|comment|qui|est-ce))|(?<=\w) (?=[A-ZÀÉ][a-zé]+(?:-| )"
    r"(?:ce|est|sont|faut|coûte|dois|peut)\b))\s*"
)


def _clauses(text: str, span: Span) -> list[Span]:
    """A sentence that holds an order is cut at its joints; another is kept whole."""
    sentence = span.of(text)
    if not _orders(sentence):
        return [span]
    cuts = [match.span() for match in _CUT.finditer(sentence)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    return [
        Span(start=span.start + start, end=span.start + end)
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]
