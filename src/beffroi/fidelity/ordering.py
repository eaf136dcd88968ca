"""Findings made distinct, weighed together and put in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from beffroi.fidelity.sides import Sides
from beffroi.findings import SEVERITY_ORDER, Finding

#: Doubts too weak to add up, and how many classes of doubt make a certainty.
_SOFT = frozenset({"ajout", "flou", "approximation", "nom", "voie", "agent", "sigle"})
_CERTAIN = 2


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """One finding of a type for the same two passages. A number of an act that is written alike
    on both sides has not changed: « n° 2014 / 131 » and « – 2014 / 131 »."""
    kept = {(f.type, f.source, f.draft): f for f in findings if not _same_act(f)}
    return list(kept.values())


def _same_act(finding: Finding) -> bool:
    return finding.type == "acte.changement" and finding.source_text == finding.draft_text


def weighed(findings: list[Finding], sides: Sides) -> list[Finding]:
    """Two doubts of different classes on one source sentence make a certainty: both block."""
    doubts: dict[int, set[str]] = {}
    for finding in findings:
        if _is_hard_doubt(finding) and finding.source:
            sentence = sides.source.sentence_of(finding.source.start)
            doubts.setdefault(sentence, set()).add(finding.type.split(".")[0])
    certain = {sentence for sentence, classes in doubts.items() if len(classes) >= _CERTAIN}
    return [
        replace(f, severity="bloquant")
        if _is_hard_doubt(f) and f.source and sides.source.sentence_of(f.source.start) in certain
        else f
        for f in findings
    ]


def _is_hard_doubt(finding: Finding) -> bool:
    return finding.severity == "a_verifier" and finding.type.split(".")[0] not in _SOFT


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """The most serious first, then in the order of the texts."""
    return sorted(findings, key=lambda f: (SEVERITY_ORDER[f.severity], _place(f)))


def _place(finding: Finding) -> int:
    span = finding.source or finding.draft
    return span.start if span else 0
