"""An exception of the draft that the source does not make."""

from __future__ import annotations

import re

from beffroi.fidelity.clauses import clauses
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

_WHY_ADDED = "Des personnes ou des cas échapperaient à la règle sans que la source le dise."
_ALSO_IN = re.compile(
    r"(?<!\w)(?:y compris|meme|quels? que|quelles? que|sans exception|tous|toutes)(?!\w)"
)
#: What in a source may be told as an exception.
_EXCEPTED = re.compile(
    r"(?<!\w)(?:sauf|hormis|except\w*|exclu\w*|derog\w+|moins qu\w*|seul\w*|unique\w*|hors|dehors|reserv\w+|que|qu|mais|autres?|toutefois|cependant|si|non|ne|n|ni|pas|limite\w*|contraire|dispens\w+|exoner\w+|suspen\w+|tant)(?!\w)"  # noqa: E501
)


def compare_new_exceptions(sides: Sides) -> list[Finding]:
    """« sauf les professionnels » where the source says « y compris », or excepts nothing."""
    findings = []
    for clause in clauses(sides.draft):
        if clause.kind != "exception":
            continue
        best, _ = sides.best_source(clause.sentence)
        plain = sides.source.plain + sides.common.plain
        if best is None or _EXCEPTED.search(plain):
            continue
        included = _ALSO_IN.search(sides.source.plain_sentence(best))
        findings.append(
            finding(
                "exception.ajout", "bloquant" if included else "a_verifier",
                "Une exception est ajoutée", _WHY_ADDED,
                source=sides.source.sentences[best], draft=clause.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings
