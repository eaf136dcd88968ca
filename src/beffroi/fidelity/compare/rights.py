"""Remedies and sanctions: what a person may do against a decision, and what they risk."""

from __future__ import annotations

import re

from beffroi.fidelity.reach import coverage
from beffroi.fidelity.severity import SHORT_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Kind, Severity, Span

_REMEDY = re.compile(
    r"(?<!\w)(?:recours|tribunal|contest\w+|deferee?s?|reclamation|mediateur|defenseur des droits|telerecours|saisir le maire|faire appel)(?!\w)"  # noqa: E501
)
#: « Vous n’êtes pas d’accord ? Écrivez au président » opens the same remedy.
_DISAGREE = re.compile(
    r"(?<!\w)(?:d'accord|desaccord|oppos\w+|revoir|reexamin\w+|erreur|plainte)(?!\w)"
)
_COURT = re.compile(
    r"(?<!\w)(?:tribun\w+ (?:administrati\w+|judiciaires?|correctionnels?)|cour (?:administrative )?d'appel|conseil d'etat|conseil de prud'hommes)"  # noqa: E501
)
_COURT_KEPT = re.compile(
    r"(?<!\w)(?:tribun\w+|juges?|cour|justice|conseil d'etat|prud'hom\w+|telerecours)(?!\w)"
)
_OPEN_TO = re.compile(
    r"(?<!\w)(?:recours|deferee?s?|contest\w+|saisi\w*|attaqu\w+|delai|devant)(?!\w)"
)
_SANCTION = re.compile(
    r"(?<!\w)(?:amende|contravention|puni\w*|fourriere|verbalis\w+|poursuites?|penalites?|majoration|sanction\w*|enlevee?s?|enlevement|resili\w+|radi(?:ee?s?|ation)|sans suite|facture(?:e|es|r|s)?|restent? dus?|reste(?:ra)? due?|retournee?s?|exclu(?!siv)\w*|expuls\w+|(?:a|aux) (?:vos|ses|leurs) frais|aux frais|perdu\w*|la perte|astreintes?|d'office|irrecevable\w*|abrog\w+|revoqu\w+|retrait|retire(?:e|es|s|ra)?|rejet\w*|refus\w*|renv\w+)(?!\w)"  # noqa: E501
)
_HEAVY = re.compile(
    r"(?<!\w)(?:amende|contravention|fourriere|verbalis\w+|poursuites?|penalites?|majoration|expuls\w+|astreintes?)(?!\w)"
)
#: From this share of its words on, a sentence is told otherwise.
_SAID = 0.5
_NEAR = 0.6
#: « classé sans suite »: the word after the threat belongs to it.
_NEXT_WORD = 12
_PAY = re.compile(
    r"(?<!\w)(?:pai(?:e|er|ez|era|erez|eront)\w*|payer|payez|payent|risqu\w+|perd\w+)(?!\w)"
)
_THREAT = re.compile(
    r"(?<!\w)(?:infraction|non-respect|a defaut|faute d[e']|sous peine|en cas d'absence|en l'absence d[e']|non signale\w*|tout (?:dossier|vehicule|manquement|retard)|sera|seront|expose|passible|peine)(?!\w)"  # noqa: E501
)
_FINAL = re.compile(
    r"(?<!\w)(?:est definiti\w+|sans appel|ne peut pas etre contest\w+|aucun recours|n'est pas contestable)"  # noqa: E501
)
WHY_REMEDY = "Les voies de recours sont un droit : elles ne disparaissent jamais."
WHY_SANCTION = "La personne ne saurait pas ce qu’elle risque."


def compare_rights(sides: Sides, *, kind: Kind) -> list[Finding]:
    return [*_remedies(sides, kind), *_sanctions(sides, kind)]


def _remedies(sides: Sides, kind: Kind) -> list[Finding]:
    said = _REMEDY.search(sides.source.plain)
    final = _FINAL.search(sides.draft.plain)
    if final and not _FINAL.search(sides.source.plain):
        source = _sentence(sides.source, said.start()) if said else None
        span = Span(start=final.start(), end=final.end())
        return [
            _finding(
                sides,
                "recours.ajout",
                "bloquant",
                "La décision est dite définitive",
                WHY_REMEDY,
                source,
                span,
            )
        ]
    kept = f"{sides.draft.plain}\n{sides.common.plain}"
    lost = _lost_court(sides, kept)
    if lost and kind not in SHORT_KINDS:
        return [
            _finding(
                sides,
                "recours.omission",
                "bloquant",
                "Le juge à saisir a disparu",
                WHY_REMEDY,
                lost,
                None,
            )
        ]
    if not said or _REMEDY.search(kept) or _DISAGREE.search(kept):
        return []
    severity: Severity = "a_verifier" if kind in SHORT_KINDS else "bloquant"
    source = _sentence(sides.source, said.start())
    return [
        _finding(
            sides,
            "recours.omission",
            severity,
            "Les voies de recours ont disparu",
            WHY_REMEDY,
            source,
            None,
        )
    ]


def _lost_court(sides: Sides, kept: str) -> Span | None:
    """The court that a person may turn to, when the draft names none."""
    said = _COURT.search(sides.source.plain)
    if said is None or _COURT_KEPT.search(kept):
        return None
    span = _sentence(sides.source, said.start())
    return span if _OPEN_TO.search(span.of(sides.source.plain)) else None


def _sanctions(sides: Sides, kind: Kind) -> list[Finding]:
    """A sentence that threatens, when nothing of the draft threatens any more."""
    drafts = (sides.draft.plain, sides.common.plain)
    if any(_SANCTION.search(plain) or _PAY.search(plain) for plain in drafts):
        return []
    for match in _SANCTION.finditer(sides.source.plain):
        span = _sentence(sides.source, match.start())
        index = sides.source.sentence_of(match.start())
        heavy = _HEAVY.search(span.of(sides.source.plain))
        if not heavy and _told(sides, index, match):
            continue
        if _THREAT.search(span.of(sides.source.plain)):
            severity: Severity = "a_verifier" if kind in SHORT_KINDS else "bloquant"
            return [
                _finding(
                    sides,
                    "consequence.omission",
                    severity,
                    "La conséquence a disparu",
                    WHY_SANCTION,
                    span,
                    None,
                )
            ]
    return []


def _told(sides: Sides, index: int, threat: re.Match[str]) -> bool:
    """The draft says most of the sentence in its own words, and the threat itself."""
    words, known = sides.source.content(index), _all_words(sides)
    named = [w for w in words if threat.start() <= w.start < threat.end() + _NEXT_WORD]
    return coverage(words, known, near=_NEAR) >= _SAID and coverage(named, known) > 0


def _all_words(sides: Sides) -> list[Word]:
    return [w for group in (*sides.draft.words, *sides.common.words) for w in group if w.content]


def _sentence(side: Side, offset: int) -> Span:
    return side.sentences[side.sentence_of(offset)]


def _finding(
    sides: Sides, kind: str, severity: Severity, title: str, why: str,
    source: Span | None, draft: Span | None,
) -> Finding:  # fmt: skip
    return finding(
        kind, severity, title, why, source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
