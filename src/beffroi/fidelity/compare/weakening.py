"""« si vous le souhaitez », « si possible » added to a rule."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.modality import MUTUAL, WHY
from beffroi.fidelity.modality import modalities
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Severity, Span

_WEAK = re.compile(
    r"(?<!\w)(?:si vous (?:le )?(?:souhaitez|voulez|desirez)|si possible|facultati\w+|conseill(?:e|ee|es|ees|ons)|deconseill\w+|si vous pouvez)(?!\w)"  # noqa: E501
)


def compare_weakening(sides: Sides) -> list[Finding]:
    """« si vous le souhaitez », « si possible » added to what the source simply says."""
    source = modalities(sides.source)
    if any(m.kind in ("permission", "conseil", "dispense") for m in source):
        return []
    severity: Severity = "bloquant" if source else "a_verifier"
    findings = []
    for match in _WEAK.finditer(sides.draft.plain):
        index = sides.draft.sentence_of(match.start())
        best, score = sides.best_source(index)
        if best is not None and score >= MUTUAL:
            findings.append(
                finding(
                    "modalite.affaiblie", severity, "Une règle devient un choix", WHY,
                    source=sides.source.sentences[best],
                    draft=Span(start=match.start(), end=match.end()),
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings
