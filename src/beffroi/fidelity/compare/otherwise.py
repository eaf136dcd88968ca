"""A fact of the source that the draft says in other words than a fact of its family."""

from __future__ import annotations

import re
from fractions import Fraction

from beffroi.fidelity.compare.accepted import COMING_OF_AGE_WORDS, TERM, stated_by_days
from beffroi.fidelity.sides import Side
from beffroi.fidelity.types import Fact
from beffroi.french.flat import bare_same_length

_REST = re.compile(r"(?<!\w)(?:le reste|le solde|ce qui reste|l'autre moitie)(?!\w)")
_WHOLE = 100
_EVERYONE = re.compile(
    r"(?<!\w)(?:unanim\w+|tous les (?:elus|membres|conseillers|votants)|tout le monde|tous ceux)(?!\w)"  # noqa: E501
)
_MONTHLY = re.compile(
    r"fois par an|(?<!\w)(?:janvier|avril|juin|juillet|octobre|3 mois|6 mois|trois mois|six mois)(?!\w)"  # noqa: E501
)


def said_otherwise(fact: Fact, draft: Side) -> bool:
    """True when the draft says a source fact in other words than a fact of its family."""
    if fact.family == "jour":
        return stated_by_days(fact, draft.facts)
    if fact.family == "duree" and TERM.fullmatch(bare_same_length(fact.text.lower())):
        return bool(_MONTHLY.search(draft.plain))
    if fact.family == "duree" and fact.value[:2] == ("mois", "216"):
        return bool(COMING_OF_AGE_WORDS.search(draft.plain))
    if fact.family == "date":
        return _edge_of_month(fact, draft)
    if fact.family == "vote" and fact.value == ("unanimite",):
        return bool(_EVERYONE.search(draft.plain))
    if fact.family == "taux":
        return _is_the_rest(fact, draft)
    if fact.family == "voie":
        return all(token in draft.plain for token in fact.value[0].split()[1:])
    return False


def _edge_of_month(fact: Fact, draft: Side) -> bool:
    """« en juillet et en août » says « du 1er juillet au 31 août »."""
    day = fact.value[2].lstrip("0")
    if day and re.search(rf"(?<!\w)(?:du|le|entre le) {day}(?:er)? (?:au|et)(?!\w)", draft.plain):
        return True
    month = re.search(r"[a-z]{3,}$", bare_same_length(fact.text.lower()))
    alone = month and re.search(rf"(?<!\d )(?<!1er ){month[0]}(?! \d\d\d\d)", draft.plain)
    return fact.value[2].lstrip("0") in ("1", "30", "31") and bool(alone)


def _is_the_rest(fact: Fact, draft: Side) -> bool:
    """« 60 %, puis le reste » says 40 %."""
    others = [f.value[0] for f in draft.facts if f.family == "taux"]
    return bool(_REST.search(draft.plain)) and any(
        Fraction(fact.value[0]) + Fraction(other) == _WHOLE for other in others
    )
