"""A name borne by a street, a school, a hall, a company: neither someone nor an address."""

from __future__ import annotations

from collections.abc import Sequence

from beffroi.privacy.people.names import names
from beffroi.privacy.people.vocabulary import (
    CASES,
    CIVILITIES,
    GREETINGS,
    KIN,
    PARTICLES,
    PLACE_LINKS,
    PLACES,
    ROLES,
    SELF,
    STOP,
)
from beffroi.privacy.people.words import Word

_REACH = 7


#: « École : Jean Rostand »: the label of a form.
_LABELS = frozenset(
    "ecole college lycee creche salle gymnase stade rue avenue place quartier arret station "
    "equipement site maternelle elementaire mediatheque piscine residence square".split()
)


def names_a_place(words: Sequence[Word], begin: int) -> bool:
    """Whether the words just before ``begin`` say that what follows is not someone.

    « rue du Docteur Roux », « groupe scolaire Jean-Moulin », « écoles Pasteur et Jean Moulin ».
    """
    at = begin - 1
    if at >= 0 and words[at].folded in _LABELS and words[begin].gap.strip(" \u00a0") == ":":
        return True
    if _hyphened(words, begin):
        return True
    passed_name = False
    while at >= 0 and begin - at <= _REACH:
        word = words[at]
        gap = words[at + 1].gap.strip(" \u00a0«\"“’'-")
        if gap and (gap not in {",", "(", ":"} or not passed_name):
            return False
        if word.folded == "mail" and words[at + 1].folded in {"de", "du", "d"}:
            return False  # « le mail de Pascal »; the promenade is « mail Pascal »
        if _is_place(word):
            return not passed_name or word.folded.endswith("s") or (begin - at == 3)
        if word.folded in PLACE_LINKS:
            passed_name = passed_name or (word.folded == "et")
        elif words[at + 1].folded == "et" or (word.shape in "TUI" and passed_name):
            passed_name = True
        else:
            return False
        at -= 1
    return False


def _hyphened(words: Sequence[Word], begin: int) -> bool:
    """« point info jeunesse Léo-Lagrange »: after a common noun, a first name and a surname tied
    by a hyphen are a place’s name, as the rules of typography write it; nobody signs so."""
    word = words[begin]
    parts = word.folded.split(" ")
    if begin == 0 or len(parts) != 2 or "-" not in word.text or word.gap != " ":
        return False
    known, before = names(), words[begin - 1]
    borne = known.is_first(parts[0]) and parts[1] in known.last and not known.is_first(parts[1])
    noun = before.shape == "l" or before.caps
    return (
        borne
        and noun
        and known.commonness(before.folded) > 0
        and not known.is_name(before.folded)
        and not known.is_verb(before.folded)
        and before.folded not in _NEAR_PEOPLE
    )


#: What stands before someone, and is a common noun too.
_NEAR_PEOPLE = KIN | GREETINGS | ROLES | STOP | CASES | PARTICLES | SELF | frozenset(CIVILITIES)


def _is_place(word: Word) -> bool:
    if word.folded == "sa" and word.shape != "U":  # « sa sœur », not the company
        return False
    head = word.folded.split(" ")[0]
    return word.folded in PLACES or (head in PLACES and len(head) > 3)
