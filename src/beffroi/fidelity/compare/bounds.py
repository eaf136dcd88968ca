"""The value is kept; is what bounds it kept too? « au moins » / « au plus », HT, par mois, environ."""  # noqa: E501

from __future__ import annotations

import re

from beffroi.fidelity.bounds import direction
from beffroi.fidelity.compare.matching import Matching
from beffroi.fidelity.compare.near_value import sentence_of_side, sentence_with, value_finding
from beffroi.fidelity.compare.units import counted_by
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.types import Fact
from beffroi.findings import Finding, Severity

_BOUNDED = {"date", "heure", "duree", "montant", "taux", "quantite", "nombre"}
_MAX_WORDS = re.compile(
    r"au plus|tard|maxim|jusqu|avant|limite|depass|exced|plafon|inferieur|moins de|moins d'|dernier"
    r"|cloture|fin |termin|expire|inclus|d'ici|dans les|sous |en dessous|sans quoi|echeance|delai|a "  # noqa: E501
)
_MIN_WORDS = re.compile(
    r"au moins|minim|partir|compter|dater|des |depuis|plus tot|superieur|plus de|et plus|apres|debut"  # noqa: E501
    r"|commenc|ou plus|franc|vigueur|mini|moins"
)
_IN_LESS = re.compile(
    r"(?<!\w)(?:sous|dans les|dans (?:un|le) delai(?: maxim\w+)? d[e'])(?: le| les)? ?$"
)
_LATER = re.compile(r"(?<!\w)(?:apres|au bout d[e']|passe) ?$")
_SILENT = re.compile(r"(?<!\w)(?:ne|n|pas|sans|silence|absence|faute|aucune?)(?!\w)")
#: « porté de 20 à 25 % » gives two values and no bound.
_MOVED = re.compile(
    r"(?<!\w)(?:port|pass|relev|augment|abaiss|ramen|major|baiss)\w+ (?:[a-z']+ ){0,4}de(?!\w)"
)
#: Under this share of the likeness of the best answer, a sentence speaks of another thing.
_FAR = 0.4
_STRICT_BEFORE = re.compile(r"au plus tard|inclus")


def compare_bounds(sides: Sides, matching: Matching) -> list[Finding]:
    findings: list[Finding] = []
    for fact, twins in matching.pairs:
        twin = _nearest(fact, twins, sides)
        if twin.family != fact.family:
            continue
        findings += _bound(fact, twins, twin, sides)
        findings += _within(fact, twin, sides)
        findings += _approximate(fact, twins, twin, sides)
        findings += counted_by(fact, twins, twin, sides)
        findings += _weekday(fact, twins, twin, sides)
    return findings


def _nearest(fact: Fact, twins: list[Fact], sides: Sides) -> Fact:
    row = sides.likeness[sides.source.sentence_of(fact.span.start)]
    return max(
        twins, key=lambda t: (t.family == fact.family, row[sides.draft.sentence_of(t.span.start)])
    )


def _bound(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    if "rang" in fact.value:
        return []
    if _MOVED.search(sentence_of_side(sides.source, fact)) and fact.family in ("taux", "montant"):
        return []
    if fact.family not in _BOUNDED or not fact.bound:
        return _gained_bound(fact, twins, twin, sides)
    wanted = direction(fact.bound)
    if any(direction(t.bound) == wanted for t in twins):
        return _strictness(fact, twins, twin, sides)
    sentence = sentence_with(sides, twin)
    if twin.bound:
        alone = len(twins) == 1 and _once(fact, sides)
        sure: Severity = "bloquant" if alone or _answers(sides, fact, twin) else "information"
        return [
            value_finding("borne.changement", sure, "La limite est inversée", fact, twin, sides)
        ]
    words = _MAX_WORDS if wanted == "max" else _MIN_WORDS
    if words.search(sentence):
        return []
    if fact.family == "heure" and wanted == "min":
        return []
    severity: Severity = "bloquant" if (fact.family, wanted) == ("date", "max") else "a_verifier"
    return [value_finding("borne.omission", severity, "La limite a disparu", fact, twin, sides)]


def _within(fact: Fact, twin: Fact, sides: Sides) -> list[Finding]:
    """« sous un mois » made « après un mois »; a silence that lasts is both."""
    if fact.family != "duree" or fact.bound:
        return []
    before = sides.source.plain[max(0, fact.span.start - 24) : fact.span.start]
    later = sides.draft.plain[max(0, twin.span.start - 14) : twin.span.start]
    silent = _SILENT.search(sentence_with(sides, twin)) or _SILENT.search(
        sentence_of_side(sides.source, fact)
    )
    if silent or not _IN_LESS.search(before) or not _LATER.search(later):
        return []
    return [
        value_finding("borne.changement", "bloquant", "La limite est inversée", fact, twin, sides)
    ]


def _once(fact: Fact, sides: Sides) -> bool:
    """The source says this value once: what answers it cannot be another one."""
    said = [f for f in sides.source.facts if f.family == fact.family and f.value == fact.value]
    return len(said) == 1


def _answers(sides: Sides, fact: Fact, twin: Fact) -> bool:
    """False when another sentence of the draft answers better by far."""
    index = sides.source.sentence_of(fact.span.start)
    score = sides.likeness[index][sides.draft.sentence_of(twin.span.start)]
    return score >= _FAR * sides.best_draft(index)[1]


def _strictness(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """« jusqu’au 30 juin » and « avant le 30 juin » differ by a day."""
    if any(t.bound == fact.bound for t in twins) or fact.family not in ("date", "duree"):
        return []
    if _STRICT_BEFORE.search(sentence_with(sides, twin)) and fact.bound == "max":
        return []
    title = "La borne n’est plus comptée de la même façon"
    return [value_finding("borne.inclusion", "information", title, fact, twin, sides)]


def _gained_bound(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """A maximum made of a plain value is a change for money, rates, measures and counts."""
    if fact.bound or fact.family not in ("montant", "taux", "quantite", "nombre"):
        return []
    if not all(t.bound for t in twins) or _MAX_WORDS.search(sentence_of_side(sides.source, fact)):
        return []
    if _MIN_WORDS.search(sentence_of_side(sides.source, fact)):
        return []
    return [value_finding("borne.ajout", "a_verifier", "Une limite est ajoutée", fact, twin, sides)]


def _approximate(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    if any(t.approximate == fact.approximate for t in twins):
        return []
    title = "« Environ » a disparu" if fact.approximate else "« Environ » est ajouté"
    return [value_finding("approximation", "a_verifier", title, fact, twin, sides)]


def _weekday(fact: Fact, twins: list[Fact], twin: Fact, sides: Sides) -> list[Finding]:
    """The weekday that goes with a date: another one, or one that the calendar contradicts."""
    if fact.family != "date":
        return []
    said = {d for d in fact.details if d.startswith("jour:")}
    written = {d for d in twin.details if d.startswith("jour:")}
    wrong = "jour_faux" in twin.details and "jour_faux" not in fact.details
    if (said and written and said != written) or wrong:
        title = "Le jour de la semaine ne va pas avec la date"
        return [value_finding("date.jour", "bloquant", title, fact, twin, sides)]
    return []
