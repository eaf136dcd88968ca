"""What comes before any search and any model: dangers, orders to the machine, limits."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.assistants.assistant import Assistant
from beffroi.assistants.emergency import Alarm, alarm
from beffroi.assistants.injection import Cleaned, cleaned, says
from beffroi.assistants.limits import Limit, limit
from beffroi.assistants.quoted import contact_line
from beffroi.assistants.types import Answer, Contact, Sentence
from beffroi.embedding.types import Embedder
from beffroi.findings import Finding
from beffroi.french import sentences

#: Limits beside which a cry may still be heard by the second line of the alarm.
NEAR_DANGER = frozenset({"medical", "juridique", "interdit"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Admitted:
    """A question to be searched, without the orders that it gave to the machine. ``doubt`` is the
    answer to give when no document answers a question that may tell of a danger."""

    question: str
    findings: tuple[Finding, ...]
    doubt: Answer | None = None


def triaged(
    question: str, assistant: Assistant, embedder: Embedder | None = None
) -> Admitted | Answer:
    """The question to search, or the answer of a rule: « urgence » or « hors_limites »."""
    heard = alarm(question)
    if heard is not None:
        return _emergency(question, heard)
    clean = _within_limits(cleaned(question), assistant)
    findings = _told(question, clean.orders)
    met = limit(clean.question or "prompt système", assistant)
    if met is None or met.kind in NEAR_DANGER:
        heard = alarm(question, embedder=embedder)
        if heard is not None and (heard.sure or met is not None):
            return _emergency(question, heard)
    if met is not None:
        return _beyond(question, met, assistant.contact, findings)
    doubt = _emergency(question, heard) if heard is not None else None
    return Admitted(question=clean.question, findings=findings, doubt=doubt)


def _within_limits(clean: Cleaned, assistant: Assistant) -> Cleaned:
    """When a question gave orders, what it asks beyond the limits goes with them, if another of
    its sentences asks for something that is treated."""
    if not clean.orders:
        return clean
    spans = sentences(clean.question)
    parts = [span.of(clean.question) for span in spans]
    kept = [part for part in parts if limit(part, assistant) is None]
    if len(kept) == len(parts) or not any(says("demande", part) for part in kept):
        return clean
    aside = tuple(part for part in parts if part not in kept)
    return Cleaned(question=" ".join(kept), orders=(*clean.orders, *aside))


def _emergency(question: str, heard: Alarm) -> Answer:
    return Answer(
        question=question,
        status="urgence",
        text="\n".join(heard.sentences),
        sentences=tuple(Sentence(text=text) for text in heard.sentences),
    )


def _beyond(question: str, met: Limit, contact: Contact, findings: tuple[Finding, ...]) -> Answer:
    line = contact_line(contact)
    return Answer(
        question=question,
        status="hors_limites",
        text="\n".join(filter(None, (met.answer, line))),
        sentences=(Sentence(text=met.answer),),
        contact=contact,
        findings=findings,
    )


def _told(question: str, orders: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            type="securite.consigne_question",
            severity="information",
            title="La question donne un ordre à la machine",
            message="Ce passage de la question a été écarté ; le reste a été traité.",
            source_text=order,
        )
        for order in orders
    )
