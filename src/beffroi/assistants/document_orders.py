"""Orders to the machine in the documents: found in their passages, told as findings."""

from __future__ import annotations

import re

from beffroi.assistants.hidden import is_hidden, revealed
from beffroi.assistants.injection import markup, meets, says
from beffroi.assistants.spoken import spoken
from beffroi.drafting.checks.injection import check_injection
from beffroi.findings import CheckContext, Finding, Span
from beffroi.french import sentences
from beffroi.knowledge import Hit

#: A document that says it ends before its end: what follows speaks to somebody else.
_FAKE_END = re.compile(
    r"^[^\w\n]*(?:fin|end) (?:du |de la |de l['’]|des |of )?(?:the )?"
    r"(?:documents?|textes?|text|contextes?|context|passages?|extraits?|contenu|fiche|sources?)"
    r"[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: Where a clause begins that may be an order of its own.
_CLAUSE = re.compile(r"[:;(«»\"|\[\]*=#>•–—]|\s-\s|(?<=[.!?])\s")
#: An aside in brackets is one order, whatever its sentences.
_BRACKETS = re.compile(r"\[[^\[\]]{12,1200}\]")


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


def speaks_to_machine(sentence: str) -> bool:
    """Whether this sentence of a document orders a machine about, or says what to answer.

    A document of an authority says « vous »: « réponds », « écris » speak to a machine.
    """
    read = revealed(sentence)
    said = spoken(read)
    return (
        is_hidden(sentence)
        or bool(markup(read))
        or meets("ordre", said)
        or meets("document", said)
        or _clause_orders(read, said)
        or bool(check_injection(read, "", CheckContext()))
    )


def _clause_orders(read: str, said: str) -> bool:
    clauses = [clause for clause in _CLAUSE.split(read) if clause.strip()]
    if len(clauses) == 1:
        return meets("debut", said)
    return any(says("debut", clause) for clause in clauses)


def orders_of(hit: Hit) -> list[Span]:
    """The stretches of a passage that speak to the machine, placed in the text of its source."""
    start, text = hit.passage.span.start, hit.passage.text
    found = [*markup(text), *_asides(text), *_told(text)]
    ended = _FAKE_END.search(hit.source.text)
    if ended and ended.start() < start + len(text) and hit.source.text[ended.end() :].strip():
        found.append(Span(start=max(0, ended.start() - start), end=len(text)))
    return [Span(start=start + span.start, end=start + span.end) for span in _joined(text, found)]


def _asides(text: str) -> list[Span]:
    spans = [Span(start=match.start(), end=match.end()) for match in _BRACKETS.finditer(text)]
    return [span for span in spans if any(speaks_to_machine(part) for part in _parts(span, text))]


def _parts(span: Span, text: str) -> list[str]:
    inside = span.of(text)[1:-1]
    return [part.of(inside) for part in sentences(inside)]


def _told(text: str) -> list[Span]:
    """The sentences that give an order, and those that go on with it."""
    found: list[Span] = []
    before = False
    for span in sentences(text):
        said = _without_markup(span.of(text))
        before = speaks_to_machine(said) or (before and says("suite", revealed(said)))
        if before:
            found.append(span)
    return found


def _without_markup(sentence: str) -> str:
    """What is left to judge once the hidden tags are taken out, wherever they stand."""
    for span in reversed(markup(sentence)):
        sentence = sentence[: span.start] + " " * (span.end - span.start) + sentence[span.end :]
    return sentence


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """``spans`` in order, those that touch or overlap made one."""
    whole: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if whole and not text[whole[-1].end : span.start].strip():
            last = whole.pop()
            span = Span(start=last.start, end=max(last.end, span.end))
        whole.append(span)
    return whole
