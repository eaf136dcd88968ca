"""The facts that both texts say: what a person may stop looking for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beffroi.findings import Span

if TYPE_CHECKING:
    from beffroi.fidelity import Fact

#: Beyond so many characters the page of a text would wait: nothing is underlined.
MOST = 120_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A fact of the source and where the draft says it, each the first time."""

    source: Span
    draft: Span


def kept_facts(source: str, draft: str) -> tuple[Kept, ...]:
    """The dates, hours, places, amounts, numbers, references… of ``source`` that ``draft`` says in
    the same value, in the order of the source. Nothing for texts that are too long."""
    if len(source) + len(draft) > MOST:
        return ()
    from beffroi.fidelity import facts

    said: dict[tuple[str, tuple[str, ...]], Span] = {}
    for fact in filter(_tells, facts(draft)):
        said.setdefault((fact.family, fact.value), fact.span)
    known: dict[tuple[str, tuple[str, ...]], Span] = {}
    for fact in filter(_tells, facts(source)):
        known.setdefault((fact.family, fact.value), fact.span)
    return tuple(Kept(source=span, draft=said[key]) for key, span in known.items() if key in said)


def _tells(fact: Fact) -> bool:
    """The number of an article alone says nothing to who looks for a fact."""
    return not re.fullmatch(r"\d{1,2}(?:er)?", fact.text.strip())
