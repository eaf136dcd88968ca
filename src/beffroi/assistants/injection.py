"""Instructions hidden in a question or in a document are data: found, shown, never obeyed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.assistants.expressions import patterns
from beffroi.assistants.spoken import spoken
from beffroi.drafting.checks.injection import check_injection
from beffroi.findings import CheckContext, Finding, Span
from beffroi.french import sentences
from beffroi.knowledge import Hit

_MARKUP = re.compile(
    r"</?\s*(?:texte|system|instruction|document|passage)s?\b[^>]*>|<\|[^|>]{2,20}\|>|\[/?INST\]"
    r"|^#{2,}\s*(?:system|instruction|assistant|user)\b.*$|<script\b.*?(?:</script>|$)|<!--.*?(?:-->|$)"
    r"|!\[[^\]]*\]\([^)]*\)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """``question`` without the sentences that order a machine about; ``orders`` are these."""

    question: str
    orders: tuple[str, ...]


def is_order(sentence: str) -> bool:
    """Whether ``sentence`` speaks to a machine to make it do something."""
    return bool(_MARKUP.search(sentence) or _says("ordre", sentence))


def _says(section: str, sentence: str) -> bool:
    found = patterns("consignes", whole_words=False)[section].search(spoken(sentence))
    return found is not None


def cleaned(question: str) -> Cleaned:
    """``question`` without its orders to the machine; unchanged when there are none."""
    found = _MARKUP.findall(question)
    text = _MARKUP.sub(" ", question)
    spans = [part for span in sentences(text) for part in _clauses(text, span)]
    orders = [span.of(text) for span in spans if is_order(span.of(text))]
    if not orders and not found:
        return Cleaned(question=question, orders=())
    whole = set(sentences(text))
    kept = [
        span.of(text)
        for span in spans
        if not is_order(span.of(text)) and (span in whole or _says("demande", span.of(text)))
    ]
    return Cleaned(question=" ".join(kept).strip(), orders=(*found, *orders))


#: Where an order stops and a question begins within one sentence.
_CUT = re.compile(
    r"\s*(?:[;:—–]|\.\.\.|…|, (?=(?:puis|et|quel|combien|où|quand|comment|qui|est-ce))"
    r"|\b(?:puis|et ensuite|et)\s+(?=(?:dis|dites|donne|donnez|explique|expliquez|indique|indiquez"
    r"|réponds|quel|combien|où|quand|comment|qui|est-ce))|(?<=\w) (?=[A-ZÀÉ][a-zé]+(?:-| )"
    r"(?:ce|est|sont|faut|coûte|dois|peut)\b))\s*"
)


def _clauses(text: str, span: Span) -> list[Span]:
    """A sentence that holds an order is cut at its joints; another is kept whole."""
    sentence = span.of(text)
    if not is_order(sentence):
        return [span]
    cuts = [match.span() for match in _CUT.finditer(sentence)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    return [
        Span(start=span.start + start, end=span.start + end)
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]


def in_hits(hits: tuple[Hit, ...]) -> tuple[Finding, ...]:
    """A finding for each passage that speaks to the machine, with its place in its source."""
    found: dict[tuple[str, int], Finding] = {}
    for hit in hits:
        for span in orders_of(hit):
            found[hit.source.id, span.start] = Finding(
                type="securite.consigne_cachee",
                severity="a_verifier",
                title="Un document s’adresse à la machine",
                message=f"Dans «\N{NO-BREAK SPACE}{hit.source.title}\N{NO-BREAK SPACE}», ce "
                "passage ressemble à une consigne donnée à un modèle de langage. Il a été écarté "
                "de la réponse. Vérifiez d’où vient ce document.",
                source=span,
                source_text=span.of(hit.source.text),
            )
    return tuple(found.values())


def _orders_in_document(sentence: str) -> bool:
    """A document of an authority says « vous » : « réponds », « écris » speak to a machine."""
    return (
        is_order(sentence)
        or _says("document", sentence)
        or bool(check_injection(sentence, "", CheckContext()))
    )


def orders_of(hit: Hit) -> list[Span]:
    """The sentences of a passage that speak to the machine, placed in the text of its source."""
    start, text = hit.passage.span.start, hit.passage.text
    return [
        Span(start=start + span.start, end=start + span.end)
        for span in sentences(text)
        if _orders_in_document(span.of(text))
    ]
