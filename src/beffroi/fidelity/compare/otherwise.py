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
#: « dans l’année » says « dans un délai d’un an ».
_IN_THE: dict[tuple[str, ...], re.Pattern[str]] = {
    ("mois", "12"): re.compile(r"(?<!\w)(?:dans|pendant|durant|sous|par|de) l'annee(?! \d| scol)"),
    ("mois", "1"): re.compile(r"(?<!\w)(?:dans|pendant|durant|sous) le mois(?!\w)"),
    ("minute", "10080"): re.compile(r"(?<!\w)(?:dans|sous) (?:la semaine|huitaine)(?!\w)"),
    ("minute", "1440"): re.compile(r"(?<!\w)(?:du jour au lendemain|la veille|le lendemain)(?!\w)"),
}
_BOTH_OF = re.compile(
    r"(?<!\w)(?:(?:les|des|aux|ces|ses|vos|leurs|tes|nos) deux|(?:les|vos|tes|ses) 2|un seul d\w+|l'un d\w+|chacun\w*|chaque)(?!\w)"  # noqa: E501
)
_TWO_OF_THREE = re.compile(r"(?<!\w)(?:deux|2) (?:[a-z]+ )?sur (?:trois|3)(?!\w)")
_ENTIRE = re.compile(r"(?<!\w)(?:entier\w*|integral\w*|tout|toute|complet\w*|gratuit\w*)(?!\w)")
_MONTHLY = re.compile(
    r"fois par an|(?<!\w)(?:janvier|avril|juin|juillet|octobre|3 mois|6 mois|trois mois|six mois)(?!\w)"  # noqa: E501
)


def said_otherwise(fact: Fact, draft: Side) -> bool:
    """True when the draft says a source fact in other words than a fact of its family."""
    if fact.family == "jour":
        dated = {d[5:] for f in draft.facts for d in f.details if d.startswith("jour:")}
        return stated_by_days(fact, draft.facts) or set(fact.value) <= dated
    if fact.family == "duree" and TERM.fullmatch(bare_same_length(fact.text.lower())):
        return bool(_MONTHLY.search(draft.plain))
    if fact.family == "duree" and fact.value[:2] == ("mois", "216"):
        return bool(COMING_OF_AGE_WORDS.search(draft.plain))
    if (
        fact.family == "duree"
        and fact.value[:2] in _IN_THE
        and _IN_THE[fact.value[:2]].search(draft.plain)
    ):
        return True
    if fact.family == "nombre" and fact.value == ("2",):
        return _both(fact, draft)
    if fact.family == "date":
        return _edge_of_month(fact, draft)
    if fact.family == "vote" and fact.value == ("unanimite",):
        return bool(_EVERYONE.search(draft.plain))
    if fact.family == "taux" and fact.value[0] == "200/3":
        return bool(_TWO_OF_THREE.search(draft.plain))
    if fact.family == "taux" and fact.value[0] == "100":
        return bool(_ENTIRE.search(draft.plain))
    if fact.family == "taux":
        return _is_the_rest(fact, draft)
    if fact.family == "voie":
        return all(token in draft.plain for token in fact.value[0].split()[1:])
    return False


def _both(fact: Fact, draft: Side) -> bool:
    """« les deux parents » told by « un seul de tes parents », « chaque commune »."""
    return fact.text.lower() == "deux" and bool(_BOTH_OF.search(draft.plain))


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
