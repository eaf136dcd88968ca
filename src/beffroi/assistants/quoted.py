"""The answer without a model: passages quoted exactly and arranged, or « je ne trouve pas »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beffroi.assistants.extract import Said, extracts
from beffroi.assistants.types import Answer, Citation, Contact, Sentence
from beffroi.findings import Span
from beffroi.knowledge import Found, Hit

#: Titles shown when nothing answers.
NEAREST = 3
#: Score of the best passage from which it is shown, as only near, when nothing is found.
HOPE = 0.12
NOT_FOUND = "Je ne trouve pas la réponse dans vos documents."
_NB = "\N{NO-BREAK SPACE}"


def quoted_answer(question: str, found: Found, *, contact: Contact) -> Answer:
    """What the documents say, word for word; each run of sentences under the title it is from."""
    near = bool(found.hits) and found.hits[0].score >= HOPE
    runs = extracts(found) if found.answerable or near else ()
    if not runs or not found.answerable:
        return not_found(question, found.hits, contact=contact, near=runs[:1])
    citations = tuple(citation(found.hits[run[0].hit], run) for run in runs)
    return Answer(
        question=question,
        status="repondu",
        text=_laid_out(runs, citations),
        sentences=_sentences(runs),
        citations=citations,
        contact=contact,
    )


def not_found(
    question: str, hits: Sequence[Hit], *, contact: Contact, near: Sequence[Sequence[Said]] = ()
) -> Answer:
    """« Je ne trouve pas… », the passage ``near`` the question when there is one, quoted and said
    to be only near, the nearest titles, and the office that answers."""
    titles = dict.fromkeys((hit.source.id, hit.source.title) for hit in hits)
    nearest = tuple(titles)[:NEAREST]
    citations = tuple(citation(hits[run[0].hit], run) for run in near)
    shown = [f"{_near_line(c)}\n{_running(run)}" for c, run in zip(citations, near, strict=True)]
    parts = (NOT_FOUND, *shown, _nearest_line(nearest), contact_line(contact))
    return Answer(
        question=question,
        status="pas_trouve",
        text="\n".join(filter(None, parts)),
        sentences=(Sentence(text=NOT_FOUND), *_sentences(near)),
        citations=citations,
        nearest=nearest,
        contact=contact,
    )


def _sentences(runs: Sequence[Sequence[Said]]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(text=one.text, cites=(rank,), quoted=True)
        for rank, run in enumerate(runs)
        for one in run
    )


def _near_line(cited: Citation) -> str:
    return (
        f"Ce passage de «{_NB}{cited.title}{_NB}» en est le plus proche, sans que je sois sûr "
        f"qu’il réponde{_NB}:"
    )


def citation(hit: Hit, run: Sequence[Said]) -> Citation:
    """The stretch of the source that ``run`` covers."""
    span = Span(start=run[0].span.start, end=run[-1].span.end)
    return Citation(
        document_id=hit.source.id,
        title=hit.source.title,
        span=span,
        text=span.of(hit.source.text),
        url=hit.source.url,
        page=hit.passage.page,
    )


def contact_line(contact: Contact) -> str:
    """« Adressez-vous à… », or nothing when no office is known."""
    ways = [contact.telephone, contact.email, contact.hours]
    told = ", ".join(filter(None, ways))
    if contact.office:
        return f"Adressez-vous à{_NB}: {contact.office}{f' ({told})' if told else ''}."
    return f"Pour joindre quelqu’un{_NB}: {told}." if told else ""


def _nearest_line(nearest: Sequence[tuple[str, str]]) -> str:
    if not nearest:
        return ""
    titles = f"{_NB}; ".join(f"«{_NB}{title}{_NB}»" for _, title in nearest)
    return f"Les documents les plus proches{_NB}: {titles}."


def _laid_out(runs: Sequence[Sequence[Said]], citations: Sequence[Citation]) -> str:
    parts = []
    for rank, (run, cited) in enumerate(zip(runs, citations, strict=True)):
        head = "D’après" if rank == 0 else "À voir aussi,"
        parts.append(f"{head} «{_NB}{cited.title}{_NB}»{_NB}:\n{_running(run)}")
    return "\n\n".join(parts)


def _running(run: Sequence[Said]) -> str:
    """Sentences one after the other, each item of a list on its own line."""
    text = ""
    for one in run:
        line = re.sub(r"\s*\n\s*", " ", one.text)
        text += ("\n" if text and one.item else " " if text else "") + line
    return text
