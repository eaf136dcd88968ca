"""People told by the look of their name alone: capitals, known first names and surnames."""

from __future__ import annotations

from collections.abc import Sequence

from beffroi.privacy.people.names import Names
from beffroi.privacy.people.places import names_a_place
from beffroi.privacy.people.sequences import (
    KNOWN_TOWN,
    LOWER_SURNAME,
    adjacent,
    end_of_name,
    goes_on,
    informative,
    never,
)
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    NOT_PEOPLE,
    PARTICLES,
    PLACES,
    ROLES,
    SERVICES,
    STOP,
)
from beffroi.privacy.people.words import Word
from beffroi.privacy.types import Gender

#: Where a name begins and ends, how sure, by which rule, gender; nobody when both ends are one.
Step = tuple[int, int, float, str, Gender]


def by_look(words: Sequence[Word], at: int, names: Names) -> Step | None:
    word = words[at]
    if never(word, names) or len(word.folded) < 1 or word.folded in PLACES:
        return None
    end = _name_pair(words, at, names)
    if end is None:
        return None
    if names_a_place(words, at):
        end = end_of_name(words, at, names, announced=True)
        while end < len(words) and adjacent(words[end]) and names.is_name(words[end].folded):
            end += 1
        return end, end, 0.0, "", ""
    if known_pair(words, at, end) or (end == at + 1 and _is_a_thing(words, at, names)):
        return end, end, 0.0, "", ""
    return at, end, 0.8 if end > at + 1 else 0.6, "nom", ""


#: Days and countries that are first names too: alone, they are what they are.
_ALONE = frozenset("noel toussaint france paris".split())


def _is_a_thing(words: Sequence[Word], at: int, names: Names) -> bool:
    """« Emmaüs », « menu de Noël », « les Nuits de la Lune »: one word that is nobody."""
    word = words[at]
    if word.folded in BRANDS or word.folded in _ALONE:
        return True
    return with_article(words, at) and names.commonness(word.folded) > 0.0 and not word.caps


def with_article(words: Sequence[Word], at: int) -> bool:
    """« la Lune », « de la Loue »: French puts no article before someone."""
    before = words[at - 1].folded.split(" ")[-1] if at else ""
    return before in {"la", "le", "l"} and adjacent(words[at])


def known_pair(words: Sequence[Word], at: int, end: int) -> bool:
    return (
        any(
            f"{words[i].folded} {words[i + 1].folded}" in NOT_PEOPLE
            for i in range(at, min(end, len(words) - 1))
        )
        or " ".join(w.folded for w in words[at:end]) in NOT_PEOPLE
    )


def _name_pair(words: Sequence[Word], at: int, names: Names) -> int | None:
    """Where a name that nothing announces ends; ``None`` when there is none at ``at``."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) and adjacent(words[at + 1]) else None
    if word.shape == "I":
        return _initial(words, at, names)
    if _of_a_family(words, at, names):
        return at + 1
    if following is not None and following.folded in _BORN and names.is_last(word.folded):
        return at + 1 if informative(word) or not names.is_ordinary(word.folded) else None
    if _alone_between_brackets(words, at) and names.is_first(word.folded) and informative(word):
        return at + 1
    if names.is_first(word.folded):
        return _first_name(words, at, following, names)
    if following is not None and names.is_first(following.folded):
        return _surname_first(words, at, following, names)
    if following is not None and following.shape == "I" and "." in following.text:
        ok = informative(word) and names.is_last(word.folded) and not names.is_ordinary(word.folded)
        return at + 2 if ok else None
    return _unknown(words, at, following, names)


def _of_a_family(words: Sequence[Word], at: int, names: Names) -> bool:
    """« les costa »: French would write an s, a name does not."""
    word = words[at]
    return (
        at > 0
        and words[at - 1].folded == "les"
        and adjacent(word)
        and word.folded in names.last
        and len(word.folded) > 3
        and word.folded[-1] not in "sxz"
        and names.commonness(word.folded) < 1.0
        and word.folded not in SERVICES | PLACES | BRANDS
    )


#: « SAUVAGE ép. LECLERCQ », « Durand née Roussel ».
_BORN = frozenset("ep epouse nee veuve vve".split())


def _alone_between_brackets(words: Sequence[Word], at: int) -> bool:
    return words[at].gap.endswith("(") and (
        at + 1 == len(words) or words[at + 1].gap.startswith(")")
    )


def _unknown(words: Sequence[Word], at: int, following: Word | None, names: Names) -> int | None:
    """« Oleksandra Kovalenko »: two words no list knows; « Garcia »: a surname that is no word."""
    word = words[at]
    if word.folded in BRANDS or word.shape == "M":
        return None
    if not informative(word):
        return at + 1 if at > 0 and _is_only_a_surname(word, names) else None
    if not _is_strange(word, names):
        return None
    capitals = following is not None and "T" in word.shape + following.shape
    if following is not None and capitals and _is_strange(following, names):
        return end_of_name(words, at, names, announced=False)
    surname = names.is_last(word.folded) and (
        word.shape == "T" or (word.shape == "U" and len(word.folded) > 3)
    )
    return at + 1 if surname and at > 0 and word.gap.strip(" \u00a0'’") in {"", ",", "("} else None


def _is_only_a_surname(word: Word, names: Names) -> bool:
    """« horvat », « AUBERT » without any capital to tell: no word, no place, a known surname."""
    return (
        word.folded in names.last
        and len(word.folded) > 4
        and names.commonness(word.folded) == 0.0
        and word.folded not in names.communes
        and not names.is_verb(word.folded)
        and word.folded not in ROLES | PLACES
    )


def _is_strange(word: Word, names: Names) -> bool:
    return (
        informative(word)
        and len(word.folded) > 2
        and names.commonness(word.folded) == 0.0
        and names.communes.get(word.folded, 0) < 3_000
        and word.folded not in ROLES
        and word.folded not in PLACES
    )


def _initial(words: Sequence[Word], at: int, names: Names) -> int | None:
    """« J. Dupont », « J.-P. Martin »."""
    if at + 1 >= len(words) or "." not in words[at].text:
        return None
    after = words[at + 1]
    if after.gap not in ("", " ", "\u00a0", ".", ". ", "-") or after.folded in ROLES:
        return None
    if words[at].folded in CIVILITIES or after.folded in STOP:
        return None
    if not informative(after) and not names.is_last(after.folded) and len(after.folded) < 4:
        return None
    if names.is_ordinary(after.folded) and not names.is_last(after.folded):
        return None
    if (
        not informative(after)
        and not names.is_last(after.folded)
        and names.commonness(after.folded)
    ):
        return None
    return end_of_name(words, at + 1, names, announced=True)


def _first_name(words: Sequence[Word], at: int, following: Word | None, names: Names) -> int | None:
    word = words[at]
    common = names.commonness(word.folded)
    end = end_of_name(words, at, names, announced=common < 1.0)
    if end > at + 1:
        return _pair_end(words, at, end, names)
    if following is not None and informative(word) and goes_on(following, names, announced=False):
        return at + 2
    town = names.communes.get(word.folded, 0)
    if informative(word) and common < 1.0 and town < KNOWN_TOWN and word.shape != "U":
        return at + 1
    if word.shape == "T" and informative(word) and at > 0 and town < KNOWN_TOWN:
        inside = not words[at].gap.strip(" \u00a0,('’") and word.folded not in _FEASTS
        return at + 1 if inside and common < 200 and _in_sentence(words, at) else None
    if not informative(word) and common == 0.0 and len(word.folded) > 3 and town < 2_000:
        return at + 1
    return None


#: Capitals inside a sentence that are no first name.
_FEASTS = frozenset("noel toussaint france victoire paris avril marianne madeleine".split())


def _in_sentence(words: Sequence[Word], at: int) -> bool:
    """Whether a lower-case word stands just before: a capital there is a name’s."""
    return words[at - 1].shape == "l" or words[at - 1].folded in {"et", "a"}


def _pair_end(words: Sequence[Word], at: int, end: int, names: Names) -> int | None:
    """A first name and what follows: certain with capitals, weighed without."""
    taken = words[at:end]
    if all(informative(w) or w.folded in PARTICLES or w.shape == "I" for w in taken):
        if any(names.is_last(w.folded) or names.commonness(w.folded) < 1 for w in taken[1:]):
            return end
        return end if names.commonness(taken[0].folded) < 1 else None
    commons = [names.commonness(w.folded) for w in taken if w.folded not in PARTICLES]
    surname = next((w for w in taken[1:] if names.is_last(w.folded)), None)
    if surname is not None and names.commonness(surname.folded) < 0.5 and commons[0] < 200:
        return end
    if commons[0] < 8.0 and surname is not None and max(commons) < 60:
        return end
    if min(commons) < 1.0 and max(commons) < LOWER_SURNAME * (4 if commons[0] < 1.0 else 1):
        return end
    return at + 1 if commons[0] == 0.0 else None


def _surname_first(words: Sequence[Word], at: int, following: Word, names: Names) -> int | None:
    """« DUPONT Jeanne », « Dupont Jeanne », « dupont jeanne »."""
    word = words[at]
    common = names.commonness(word.folded)
    first_common = names.commonness(following.folded)
    if word.folded in STOP or word.folded in ROLES or len(word.folded) < 2:
        return None
    end = end_of_name(words, at, names, announced=False)
    if word.shape in "UM" and informative(word) and following.shape == "T":
        rare = common < 1 or names.is_last(word.folded)
        return max(end, at + 2) if rare and len(word.folded) > 2 else None
    if informative(word) and informative(following):
        rare = names.is_last(word.folded) and common < 3
        return max(end, at + 2) if rare or (common == 0 and first_common < 1) else None
    known = names.is_last(word.folded) and first_common < 3 and not informative(word)
    if known and (common < 3 or (common < 60 and not _determined(words, at))):
        return max(end, at + 2)
    return None


def _determined(words: Sequence[Word], at: int) -> bool:
    """« la rivière », « un petit », « mon ami »: a noun, not a surname."""
    if at == 0 or words[at].gap.strip(" \u00a0"):
        return False
    return words[at - 1].folded in STOP and words[at - 1].folded not in {"a", "et", "par", "avec"}
