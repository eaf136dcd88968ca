"""Profiles, changes and findings as plain dictionaries, for JSON and for pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from beffroi.clarity.rewrite.types import Rewriting
from beffroi.clarity.types import Change, Profile
from beffroi.findings import Finding


def profile_row(measured: Profile) -> dict[str, Any]:
    """The totals, then each measure by name."""
    return {
        "mots": measured.words,
        "phrases": measured.sentences,
        "paragraphes": measured.paragraphs,
        "syllabes": measured.syllables,
        "mesures": {
            m.name: {"valeur": m.value, "unite": m.unit, "libelle": m.label, "sens": m.meaning}
            for m in measured.measures
        },
    }


def change_rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Each measure before, after, and whether the text became easier to read."""
    return [
        {
            "nom": change.before.name,
            "libelle": change.before.label,
            "unite": change.before.unit,
            "avant": change.before.value,
            "apres": change.after.value,
            "tendance": change.trend,
            "sens": change.before.meaning,
        }
        for change in changes
    ]


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Each finding with its passage; offsets are those of the text that was read."""
    return [
        {
            "type": finding.type,
            "severite": finding.severity,
            "titre": finding.title,
            "message": finding.message,
            "debut": finding.draft.start if finding.draft else None,
            "fin": finding.draft.end if finding.draft else None,
            "passage": finding.draft_text,
            "proposition": finding.suggestion,
            "reference": finding.reference,
        }
        for finding in findings
    ]


def rewriting_row(rewriting: Rewriting) -> dict[str, Any]:
    """The new text and, sentence by sentence, the rules that made it."""
    return {
        "texte": rewriting.text,
        "phrases": [
            {
                "avant": sentence.source.of(rewriting.source),
                "apres": sentence.text.of(rewriting.text),
                "regles": [
                    {"regle": a.rule, "raison": a.reason, "avant": a.before, "apres": a.after}
                    for a in sentence.applied
                ],
            }
            for sentence in rewriting.sentences
            if sentence.applied
        ],
    }
