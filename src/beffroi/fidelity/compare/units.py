"""The value is kept; is it counted by the same thing? HT or TTC, per month or per year."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.near_value import sentence_of_side, value_finding
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.types import Fact
from beffroi.findings import Finding
from beffroi.french.amounts import PER, PER_PATTERN


def counted_by(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """HT or TTC, per month or per year."""
    findings = []
    for prefix, heading in (("taxe:", "Hors taxes ou toutes taxes"), ("par:", "L’unité de compte")):
        said = {d for d in fact.details if d.startswith(prefix)}
        written = [{d for d in t.details if d.startswith(prefix)} for t in twins]
        if not said and written[0] and prefix == "par:" and all(written):
            findings += _gained_unit(fact, twin, written[0], sides)
        if not said or any(said <= w or (w <= said and w) for w in written):
            continue
        if any(written):
            findings.append(
                value_finding(
                    "unite.changement", "bloquant", f"{heading} : changement", fact, twin, sides
                )
            )
        elif not _said_elsewhere(said, twins, sides):
            findings.append(
                value_finding(
                    "unite.omission", "a_verifier", f"{heading} : omission", fact, twin, sides
                )
            )
    return findings


def _gained_unit(fact: Fact, twin: Fact, gained: set[str], sides: Sides) -> list[Finding]:
    """« 21 € par an » where the source speaks of a monthly fee, or of nothing of the kind."""
    units = {PER[m[0]] for m in PER_PATTERN.finditer(sentence_of_side(sides.source, fact))}
    wanted = {d.split(":")[1] for d in gained}
    if wanted & units or not units:
        return []
    heading = "L’unité de compte : changement"
    return [value_finding("unite.changement", "bloquant", heading, fact, twin, sides)]


def _said_elsewhere(said: set[str], twins: list[Fact], sides: Sides) -> bool:
    """In the sentence of the value, or in the one before: « Chaque jour de garde coûte… »."""
    starts = {sides.draft.sentence_of(t.span.start) for t in twins}
    near = {max(0, index - step) for index in starts for step in (0, 1)}
    plain = " ".join(sides.draft.plain_sentence(index) for index in sorted(near))
    words = {d.split(":")[1].lower() for d in said}
    return all(
        re.search(rf"(?<!\w){re.escape(w)}s?(?!\w)|{_ADJECTIVES.get(w, '^$')}", plain)
        for w in words
    )


_ADJECTIVES = {
    "mois": "mensuel",
    "an": "annuel|annee",
    "semaine": "hebdomadaire",
    "jour": "journalier|quotidien",
}
