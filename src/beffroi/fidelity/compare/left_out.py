"""A whole sentence of the source that nothing in the draft answers, when it rules something."""

from __future__ import annotations

import re

from beffroi.fidelity.likeness import COMING_OF_AGE
from beffroi.fidelity.modality import modalities
from beffroi.fidelity.reach import coverage
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Kind

WHY = "Cette règle n’est plus dite nulle part."
#: Under this likeness, and this share of words found anywhere, a sentence has no answer.
_UNANSWERED = 0.12
_COVERED = 0.3
_FEWEST_WORDS = 3
_OF_AGE = re.compile(r"(?<!\w)(?:mineur|majeur|minorite|majorite)e?s?(?!\w)")
_FORMULAS = re.compile(
    r'["(\- ]*(?:vu |considerant|je vous prie|veuillez agreer|nous vous prions|salutations|en application|sur proposition|le (?:directeur|maire|prefet) (?:general )?(?:des services )?est charge|copie|pour copie|fait a|(?:article|titre|chapitre) \w+ ?[:.-]*$)'  # noqa: E501
)


def _tells_age(sides: Sides) -> bool:
    """« les moins de 18 ans » answers « les mineurs »."""
    return any(fact.value[:2] == COMING_OF_AGE for fact in sides.draft.facts)


def compare_left_out(sides: Sides, *, kind: Kind) -> list[Finding]:
    """Only for kinds that keep everything: the others choose what they tell."""
    if kind in SELECTIVE_KINDS:
        return []
    ruling = {m.sentence for m in modalities(sides.source)}
    known = [w for words in (*sides.draft.words, *sides.common.words) for w in words if w.content]
    findings = []
    for index in sorted(ruling):
        words = sides.source.content(index)
        if len(words) < _FEWEST_WORDS or _FORMULAS.match(sides.source.plain_sentence(index)):
            continue
        if _OF_AGE.search(sides.source.plain_sentence(index)) and _tells_age(sides):
            continue
        if sides.best_draft(index)[1] < _UNANSWERED and coverage(words, known) < _COVERED:
            findings.append(
                finding(
                    "passage.omission", "a_verifier", "Un passage a disparu", WHY,
                    source=sides.source.sentences[index], draft=None,
                    source_text=sides.source.text, draft_text=sides.draft.text,
                )
            )  # fmt: skip
    return findings
