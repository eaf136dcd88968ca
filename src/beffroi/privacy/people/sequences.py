"""How far a name goes, once it is known or supposed to begin somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.vocabulary import CIVILITIES, PARTICLES, PLACES, ROLES, SERVICES, STOP
from beffroi.privacy.people.words import Word

#: Words beyond which no name goes.
LONGEST = 6
#: A lower-case surname after a first name: « julie petit » is not taken, « julie roche » is.
LOWER_SURNAME = 40.0
#: Inhabitants beyond which a word is a town before it is a surname.
KNOWN_TOWN = 8_000


def informative(word: Word) -> bool:
    """Whether the capital of ``word`` tells something: not in a line all in capitals."""
    return word.shape in "TUM" and not word.caps


def adjacent(word: Word) -> bool:
    """Whether ``word`` follows the one before with nothing between that ends a name."""
    return word.gap in (" ", "", "\u00a0", "  ", "\u202f") or word.gap == "-"


#: Words of forms that are surnames or first names too, and are never that here.
_NEVER = frozenset(
    "iban rib bic nir ine compte "
    "ip ya jai insta demain hier ne nee nes nees "
    "mel tel tels mail nom prenom prenoms date ville cp rue fax".split()
)


def never(word: Word, names: Names) -> bool:
    """Words that no name holds, whatever stands before."""
    folded = word.folded
    if folded in _NEVER:
        return True
    if folded in STOP or folded in CIVILITIES:
        return not (word.shape == "I" or (informative(word) and names.is_last(folded)))
    return folded in ROLES


def opens(word: Word, names: Names) -> bool:
    """Whether ``word`` may be the first of a name right after a civility."""
    if word.shape == "I" and "." in word.text:
        return True
    if word.shape == "l" and not names.is_name(word.folded) and names.is_verb(word.folded):
        return False  # « mme récupère mardi »
    return not (
        word.folded in STOP
        or word.folded in _NEVER
        or word.folded in ROLES
        or word.folded in CIVILITIES
        or (word.folded in PLACES and not names.is_last(word.folded))
        or (len(word.folded) < 2 and word.shape != "I")
    )


def goes_on(word: Word, names: Names, *, announced: bool) -> bool:
    """Whether ``word`` continues a name that has begun."""
    if never(word, names) or (word.folded in PLACES and not names.is_name(word.folded)):
        return False
    if word.shape == "I":
        return True
    if len(word.folded) < 2:
        return False
    if informative(word):
        return True
    return _plausible(word, names, announced=announced)


def _plausible(word: Word, names: Names, *, announced: bool) -> bool:
    """Lower case, or capitals in a line of capitals: only the word itself can tell."""
    common = names.commonness(word.folded)
    if announced and names.is_first(word.folded):
        return common < 200.0
    if names.is_name(word.folded):
        return common < LOWER_SURNAME * (2 if announced else 1)
    town = names.communes.get(word.folded, 0)
    return announced and common == 0.0 and len(word.folded) > 2 and town < KNOWN_TOWN


def end_of_name(words: Sequence[Word], begin: int, names: Names, *, announced: bool) -> int:
    """Index after the last word of the name that begins at ``begin`` (which is taken)."""
    end = begin + 1
    while end < len(words) and end - begin < LONGEST and adjacent(words[end]):
        joined = _through_particles(words, end, names)
        if joined > end and words[joined].folded in SERVICES and not informative(words[joined]):
            break
        if joined > end and (
            goes_on(words[joined], names, announced=announced)
            or _noble(words, begin, joined, names)
        ):
            if not informative(words[joined]) and not _surname_by_default(words[joined], names):
                break
            end = joined + 1
        elif goes_on(words[end], names, announced=announced) or (
            announced and _closes(words, begin, end, names)
        ):
            end += 1
        else:
            break
    return end


def _noble(words: Sequence[Word], begin: int, at: int, names: Names) -> bool:
    """« maxence de roquefeuil »: a first name that is no word, a particle, an unheard word."""
    first, word = words[begin].folded, words[at]
    return (
        names.is_first(first)
        and names.commonness(first) == 0.0
        and names.commonness(word.folded) == 0.0
        and word.folded not in names.communes
        and len(word.folded) > 5
        and not never(word, names)
    )


def _surname_by_default(word: Word, names: Names) -> bool:
    """« clotilde de gaulmyn »: a known surname, or no word and no place at all."""
    unheard = names.commonness(word.folded) == 0.0 and word.folded not in names.communes
    return names.is_last(word.folded) or (unheard and len(word.folded) > 4)


def _closes(words: Sequence[Word], begin: int, at: int, names: Names) -> bool:
    """« l’enfant aurelien petit, »: an ordinary word that is a surname, before a pause."""
    if not names.is_first(words[begin].folded) or never(words[at], names):
        return False
    pause = at + 1 == len(words) or bool(words[at + 1].gap.strip(" \u00a0"))
    common = names.commonness(words[at].folded)
    return (names.is_last(words[at].folded) and pause) or (
        0 < common < 1.0 and not names.is_verb(words[at].folded) and len(words[at].folded) > 3
    )


def _kabyle(words: Sequence[Word], at: int) -> bool:
    """« Mohand Ou Idir »: a capital that the French « ou » never has inside a sentence."""
    return words[at].folded == "ou" and informative(words[at]) and informative(words[at + 1])


def _through_particles(words: Sequence[Word], at: int, names: Names) -> int:
    """Index of the word after the particles at ``at``; ``at`` when there is none."""
    end = at
    while (
        end + 1 < len(words)
        and (words[end].folded in PARTICLES or _kabyle(words, end))
        and adjacent(words[end + 1])
        and end - at < 3
    ):
        end += 1
    return end
