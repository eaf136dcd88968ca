"""Whom a right is for, and where things happen: a public or a place left out, another brought in."""  # noqa: E501

from __future__ import annotations

import re

from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Kind, Severity, Span

WHY_PUBLIC = "Des personnes se croiraient concernées à tort, ou écartées à tort."
#: A public → what shows that the draft still speaks of it (beginnings of words).
_PUBLICS: tuple[tuple[str, str], ...] = (
    (r"demandeu\w+ d'emploi|chomeu\w+", r"emploi|chom|travail"),
    (r"etudiante?s?", r"etudiant|etudes|universi"),
    (r"apprentie?s?", r"apprenti"),
    (r"retraitee?s?", r"retrait"),
    (r"personnes agees|seniors|aines", r"age|senior|aine|ans"),
    (r"handicap\w*", r"handicap|mobilite"),
    (r"locataires?", r"lou|locat|vous"),
    (r"proprietaires?", r"propriet|posse|vous"),
    (r"non imposables?", r"impos|impot"),
    (r"adherente?s?", r"adheren|membre|inscrit"),
    (r"commercante?s?", r"commer|vous"),
    (r"artisans?", r"artisan"),
    (r"agriculteurs?|agricoles?", r"agric"),
    (r"salariee?s?", r"salari|employ|travail"),
    (r"boursiers?|boursieres?", r"bours"),
    (r"pietons?", r"pieton|a pied|marche"),
    (r"cyclistes?|velos?", r"cycl|velo"),
    (r"mineure?s?(?! de)", r"mineur|ans|enfant|jeune"),
    (r"majeure?s?", r"majeur|ans|adulte"),
    (r"enceintes?", r"encein|grossesse"),
    (r"residente?s?|domiciliee?s?|habitante?s?", r"resid|domicil|habit|viv|vous|commune|ville|ici"),
    (r"scolarisee?s?", r"scol|ecole|eleve|classe"),
)  # fmt: skip
_ENTITLED = re.compile(
    r"(?<!\w)(?:ouverte?s?|reservee?s?|accord\w+|attribu\w+|benefici\w+|adress\w+|destine\w+|peuvent|droit|gratuit\w*|eligib\w+|verse\w*|propose\w*|concern\w+|priorit\w+)(?!\w)"
)


def compare_publics(sides: Sides, *, kind: Kind) -> list[Finding]:
    if kind == "audience":
        return []
    findings = []
    for pattern, kept in _PUBLICS:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", sides.source.plain):
            index = sides.source.sentence_of(match.start())
            best, score = sides.best_draft(index)
            entitled = _ENTITLED.search(sides.source.plain_sentence(index))
            if best is None or score < ENOUGH or not entitled:
                continue
            if not re.search(rf"(?<!\w)(?:{kept})", sides.draft.plain + sides.common.plain):
                where = Span(start=match.start(), end=match.end())
                title = "Le public concerné a changé"
                findings.append(
                    public_finding(
                        sides,
                        "public.omission",
                        "a_verifier",
                        title,
                        WHY_PUBLIC,
                        where,
                        sides.draft.sentences[best],
                    )
                )
            break
    return findings


def public_finding(
    sides: Sides, kind: str, severity: Severity, title: str, why: str,
    source: Span | None, draft: Span | None,
) -> Finding:  # fmt: skip
    return finding(
        kind, severity, title, why, source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
