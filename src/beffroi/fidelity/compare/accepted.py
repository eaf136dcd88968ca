"""Facts of a draft that the source does not write and that are right all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beffroi.fidelity.derive import LONGEST_LIST, derived
from beffroi.fidelity.same import days_between, implied, same
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.types import Fact
from beffroi.french.flat import bare_same_length, flat

#: « 2 conditions : », « les 3 étapes », « en deux fois »: the writer counts what is listed.
_LISTED = re.compile(
    r" (?:\w+ )?(?:documents?|conditions?|etapes?|choses?|cas|possibilites?|facons?|solutions?|pieces?"  # noqa: E501
    r"|exceptions?|raisons?|moyens?|points?|regles?|options?|questions?|criteres?|justificatifs?"
    r"|situations?|dates?|obligations?|interdictions?|lieux|informations?|papiers|preuves?|objectifs?"
    r"|projets?|parties?|versements?|decisions?|delegues?|sujets?|periodes?|creneaux|gestes?|types?"
    r"|groupes?|familles de|sortes?|niveaux|temps|fois|demarches?|mesures?|aides?|tarifs?|services?|elements?|personnes?|interlocut\w+|endroits?|categories|choix|agents?)(?!\w)"  # noqa: E501
)
_FRACTIONS = {
    " tiers": ("1", "2", "3"),
    " quart": ("1", "3", "4"),
    "cinquieme": ("1", "2", "3", "4", "5"),
}
_SERIES = re.compile(r"(?<![\d,.])(\d{1,3}) (?:a|au) (\d{1,3})(?![\d,.])")
_BOTH = re.compile(r"(?:les|ces|des|nos|vos|leurs) $")
COMING_OF_AGE_WORDS = re.compile(r"(?<!\w)(?:mineur|majeur|majorite|minorite)e?s?(?!\w)")
_HALF = re.compile(r"(?<!\w)(?:moitie|50 %|double|demi-tarif)(?!\w)")
_EQUAL = re.compile(r"(?<!\w)(?:parts egales|a egalite|moitie|a deux|par deux)(?!\w)")
TERM = re.compile(r"(?:trimestre|semestre)s?")
_NEXT_DAY = re.compile(r"(?<!\w)(?:veille|lendemain)(?!\w)")
_PER_DAY = re.compile(
    r"(?<!\w)(?:par jour|quotidien\w*|journali\w+|jour et nuit|par journee)(?!\w)"
)
_CALENDAR_WORDS = re.compile(r"jours? (?:ouvre|ouvrable|ferie)|ouvres?(?!\w)|ouvrables?(?!\w)")


def accepted_addition(fact: Fact, sides: Sides, sheet: tuple[Fact, ...]) -> bool:
    """True when ``fact`` follows from the source, counts a list, or is on the sheet."""
    if any(same(known, fact) or implied(fact, known) for known in sheet):
        return True
    if derived(fact, (*sides.source.facts, *sides.common.facts)):
        return True
    if fact.family == "duree" and fact.value[:2] == ("mois", "216"):
        return bool(COMING_OF_AGE_WORDS.search(sides.source.plain))
    if fact.family == "taux" and fact.value[0] == "50" and _EQUAL.search(sides.source.plain):
        return True
    if fact.family == "date" and fact.value[2] and _beside(fact, sides):
        return True
    if fact.family == "date" and not fact.value[2]:
        return bool(TERM.search(sides.source.plain))
    if fact.family == "nombre" and _in_fraction(fact, sides.source.plain):
        return True
    if fact.family == "duree" and _one_unit(fact, sides.source.plain):
        return True
    if fact.family == "nombre" and fact.value == ("2",) and _HALF.search(sides.source.plain):
        return True
    if fact.family == "duree" and fact.value[:2] == ("minute", "1440"):
        return bool(_NEXT_DAY.search(sides.source.plain))
    if (
        fact.family == "nombre"
        and fact.value in (("4",), ("2",))
        and TERM.search(sides.source.plain)
    ):
        return True
    if fact.family == "nombre" and fact.value == ("1", "rang"):
        return True
    if fact.family == "nombre" and (_is_one(fact, sides) or _in_series(fact, sides)):
        return True
    if fact.family == "nombre":
        return _counts_a_list(fact, sides.draft.text) or _pair_of_known(fact, sides)
    if fact.family == "jour" and len(fact.value) == 7 and _PER_DAY.search(sides.source.plain):
        return True
    if fact.family == "jour":
        return stated_by_days(fact, sides.source.facts) or _explains_working_days(fact, sides)
    return fact.family == "voie" and _names_known_place(fact, sides.source.plain)


def _in_fraction(fact: Fact, plain: str) -> bool:
    """« 2 sur 3 » where the source says « deux tiers »."""
    return any(fact.value[0] in numbers and word in plain for word, numbers in _FRACTIONS.items())


def _one_unit(fact: Fact, plain: str) -> bool:
    """« un an » where the source says « dans l'année qui suit »."""
    word = {("mois", "12"): "annee", ("mois", "1"): "mois", ("minute", "10080"): "semaine"}.get(
        (fact.value[0], fact.value[1])
    )
    whole = word and re.search(rf"(?<!\w)(?:toute?|chaque) {word}(?!\w)", plain)
    return bool(whole) or bool(
        word
        and re.search(
            rf"(?:l'|l[ae] |cette |ce )(?:prochaine? )?{word} (?:qui|suiv|prec|d'apres|de (?:la|sa|son))",  # noqa: E501
            plain,
        )
    )


def stated_by_days(fact: Fact, others: Iterable[Fact]) -> bool:
    """True when the recurring days of ``others`` say together what ``fact`` says, no more."""
    days = set(fact.value)
    groups = [set(o.value) for o in others if o.family == "jour"]
    union: set[str] = set().union(*groups)
    inside = [g for g in groups if g <= days]
    return days <= union and set().union(*inside) == days


def _beside(fact: Fact, sides: Sides) -> bool:
    """« dimanche 6 » where the source says « la veille » of Monday the 7th."""
    steps = {"veille": -1, "lendemain": 1}
    return any(
        word in sides.source.plain and days_between(known, fact) == step
        for word, step in steps.items()
        for known in (*sides.source.facts, *sides.common.facts)
        if known.family == "date"
    )


def _is_one(fact: Fact, sides: Sides) -> bool:
    """« 1 véhicule » where the source says « un véhicule »."""
    words = sides.draft.content(sides.draft.sentence_of(fact.span.start))
    noun = next((w.form for w in words if w.start >= fact.span.end), "")
    return fact.value == ("1",) and bool(noun and _one_of(noun).search(sides.source.plain))


def _one_of(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)une? (?:seule? )?(?:\w+ )?{re.escape(noun.rstrip('s'))}")


def _in_series(fact: Fact, sides: Sides) -> bool:
    """« les bureaux 1, 2, 3 et 4 » where the source says « n° 1 à 4 »."""
    if not fact.value[0].isdigit():
        return False
    value = int(fact.value[0])
    return any(
        int(m[1]) < value < int(m[2]) and int(m[2]) - int(m[1]) <= LONGEST_LIST
        for m in _SERIES.finditer(sides.source.plain)
    )


def _counts_a_list(fact: Fact, text: str) -> bool:
    number = fact.value[0]
    if not number.isdigit() or int(number) > LONGEST_LIST or fact.value[-1] == "rang":
        return False
    plain = bare_same_length(flat(text))
    both = number == "2" and _BOTH.search(plain[: fact.span.start][-6:])
    return bool(both or _LISTED.match(plain, fact.span.end))


def _pair_of_known(fact: Fact, sides: Sides) -> bool:
    """« les 2 parents » where the source names them."""
    if fact.value != ("2",):
        return False
    words = sides.draft.content(sides.draft.sentence_of(fact.span.start))
    noun = next((w.form for w in words if w.start >= fact.span.end), "")
    return bool(noun) and noun[:-1] in sides.source.plain


def _explains_working_days(fact: Fact, sides: Sides) -> bool:
    """« jours ouvrés (sans compter le samedi et le dimanche) » explains and adds nothing."""
    index = sides.draft.sentence_of(fact.span.start)
    span = sides.draft.sentences[index]
    plain = bare_same_length(flat(span.of(sides.draft.text)))
    return bool(_CALENDAR_WORDS.search(plain))


def _names_known_place(fact: Fact, plain: str) -> bool:
    """« parking du Stade » where the source says « le stade »: every word is known."""
    return all(word in plain for word in fact.value[0].split()[1:])
