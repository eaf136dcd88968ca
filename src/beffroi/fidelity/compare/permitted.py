"""Facts that a draft may leave out: inside a dropped visa, of a text named, kept in part."""

from __future__ import annotations

import re

from beffroi.fidelity.same import same
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.types import Fact

_VISA = re.compile(r'["(\- ]*vu(?!\w)')
_OF_A_TEXT = re.compile(
    r"[^.;:\n]{0,30}?(?:du|de la|de l'|des) ?(?:code|loi|decret|ordonnance|constitution|reglement)"
)


def is_internal(fact: Fact, side: Side) -> bool:
    """« Article 2 » of the act itself: a plain number, with no code or law after it."""
    plain = fact.family == "reference" and fact.value[0].isdigit() and "article" in fact.details
    return plain and not _OF_A_TEXT.match(side.plain, fact.span.end)


def in_dropped_visa(fact: Fact, sides: Sides) -> bool:
    """The date of a request in « Vu la demande… », when the rewrite keeps no visa."""
    visa = _VISA.match(sides.source.plain_sentence(sides.source.sentence_of(fact.span.start)))
    kept = (sides.draft, sides.common)
    return bool(visa) and not any(
        _VISA.match(side.plain_sentence(j)) for side in kept for j in range(len(side.sentences))
    )


def keeps_part(fact: Fact, sides: Sides) -> bool:
    """True when the draft keeps another fact of this family from the same sentence: « 32 €… 55 € »."""  # noqa: E501
    span = sides.source.sentences[sides.source.sentence_of(fact.span.start)]
    others = [
        f
        for f in sides.source.facts
        if f is not fact and _group(f) == _group(fact) and span.start <= f.span.start < span.end
    ]
    return any(same(other, written) for other in others for written in sides.draft.facts)


def _group(fact: Fact) -> str:
    return "lieu" if fact.family in ("voie", "adresse") else fact.family
