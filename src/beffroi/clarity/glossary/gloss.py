"""Find the terms of a glossary in a text and explain each at its first use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beffroi.clarity.glossary.terms import Term
from beffroi.findings import Span
from beffroi.french import sentences

_LETTER = r"A-Za-zÀ-ÖØ-öø-ÿŒœ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Gloss:
    """The first use of a term in a text."""

    term: Term
    span: Span

    @property
    def sentence(self) -> str:
        """The explanation as a sentence, the term quoted as it is defined."""
        return f"« {self.term.name} » veut dire : {self.term.definition.rstrip('. ')}."


@dataclass(frozen=True, kw_only=True, slots=True)
class Glossed:
    """``text`` with its explanations; every character of the source is still there, in order."""

    text: str
    glosses: tuple[Gloss, ...]


def glosses(text: str, terms: Iterable[Term]) -> tuple[Gloss, ...]:
    """The first use of each term in ``text``, in reading order.

    A longer term wins over a shorter one inside it (« taxe foncière » over « taxe »).
    """
    plain = _plain(text)
    taken: list[Span] = []
    found: list[Gloss] = []
    for term in sorted(terms, key=lambda t: -len(t.name)):
        if not any(_plain(form) in plain for form in (term.name, *term.forms)):
            continue  # most terms of a big glossary: no expression is compiled for them
        for match in _pattern(term).finditer(text):
            span = Span(start=match.start(), end=match.end())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken += [Span(start=m.start(), end=m.end()) for m in _pattern(term).finditer(text)]
            found.append(Gloss(term=term, span=span))
            break
    return tuple(sorted(found, key=lambda gloss: gloss.span))


def explain(text: str, terms: Iterable[Term], *, most: int | None = None) -> Glossed:
    """``text`` with, after the sentence of its first use, what each term means.

    ``most`` keeps the first explanations only; the rest stay in :func:`glosses`. The terms are
    never replaced: a word of law is explained.
    """
    kept = glosses(text, terms)[:most]
    pieces: list[str] = []
    at = 0
    for span in sentences(text):
        inside = [g for g in kept if span.start <= g.span.start < span.end]
        pieces.append(text[at : span.end])
        pieces += [f" {gloss.sentence}" for gloss in inside]
        at = span.end
    pieces.append(text[at:])
    return Glossed(text="".join(pieces), glosses=kept)


def _pattern(term: Term) -> re.Pattern[str]:
    written: Sequence[str] = sorted({term.name, *term.forms}, key=len, reverse=True)
    choices = "|".join(_spelled(form) for form in written)
    return re.compile(rf"(?<![{_LETTER}-])(?:{choices})(?![{_LETTER}-])", re.IGNORECASE)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u00a0", " ")


def _spelled(form: str) -> str:
    """Any apostrophe, any space."""
    escaped = re.escape(form).replace(r"\ ", r"[ \u00a0]")
    return re.sub("[’']", "[’']", escaped)
