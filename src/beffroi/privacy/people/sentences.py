"""People named in running text: after a civility, a kin, a greeting, or by their own look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    opens,
)
from beffroi.privacy.people.vocabulary import (
    CIVILITIES,
    GREETINGS,
    KIN,
    NOT_PEOPLE,
    PARTICLES,
    PLACES,
    ROLES,
    STOP,
)
from beffroi.privacy.people.words import Line, Word
from beffroi.privacy.types import Gender, Mention


def find(text: str, line: Line, names: Names) -> Iterator[Mention]:
    """The people of one line."""
    words, at = line.words, 0
    while at < len(words):
        step = (
            _after_civility(words, at, names)
            or _after_kin(words, at, names)
            or _by_look(words, at, names)
        )
        if step is None:
            at += 1
            continue
        begin, end, confidence, rule, gender = step
        if end > begin:
            yield mention(text, words, begin, end, confidence, rule, gender or None, names)
        at = max(end, at + 1)


Step = tuple[int, int, float, str, Gender]


def mention(
    text: str,
    words: Sequence[Word],
    begin: int,
    end: int,
    confidence: float,
    rule: str,
    gender: Gender | None,
    names: Names,
) -> Mention:
    """The words ``begin`` to ``end`` as a person; the gender comes from a first name if need be."""
    start, stop = words[begin].start, words[end - 1].end
    told = (names.gender(word.folded) for word in words[begin:end])
    return Mention(
        start=start,
        end=stop,
        kind="person",
        text=text[start:stop],
        confidence=confidence,
        rule=rule,
        gender=gender or next((g for g in told if g), ""),
    )


def _civility(word: Word, after: Word | None) -> bool:
    if word.folded not in CIVILITIES:
        return False
    if word.folded in {"me", "pr", "m", "dr", "mm"}:
        dotted = after is not None and after.gap.startswith(".")
        if word.folded == "me":
            return word.text == "Me" or (word.text == "ME" and word.caps and dotted)
        return dotted or word.shape in "IUTM" or word.folded in {"dr", "mm", "pr", "m"}
    return True


def _after_civility(words: Sequence[Word], at: int, names: Names) -> Step | None:
    following = words[at + 1] if at + 1 < len(words) else None
    if not _civility(words[at], following) or following is None:
        return None
    if words[at].folded == "m" and words[at].gap and words[at].gap[-1:].isdigit():
        return None
    begin, civility = at + 1, CIVILITIES[words[at].folded]
    while begin < len(words) and _between(words[begin], names):
        begin += 1
    if begin >= len(words) or words[begin].gap.strip(" .\u00a0()/-") or names_a_place(words, at):
        return None
    gender: Gender = "" if begin > at + 1 else civility  # type: ignore[assignment]
    start = begin
    while begin + 1 < len(words) and _is_particle(words[begin]) and begin - start < 3:
        begin += 1
    if not opens(words[begin], names) or (begin > start and not _particle_name(words, start, begin)):
        return None
    return start, end_of_name(words, begin, names, announced=True), 0.95, "civilité", gender


def _is_particle(word: Word) -> bool:
    return word.folded in PARTICLES and word.shape != "I"


def _between(word: Word, names: Names) -> bool:
    """« M. et Mme », « Mme ou M. », « Madame la docteure »."""
    return word.folded in {"et", "ou", "e"} or (
        word.folded in CIVILITIES and not (informative(word) and names.is_last(word.folded))
    )


def _particle_name(words: Sequence[Word], start: int, begin: int) -> bool:
    """« Mme de Villiers », « M. El Amrani »; not « Madame la maire », « Madame de la mairie »."""
    if words[begin].folded in ROLES or words[begin].folded in PLACES:
        return False
    if words[start].shape in "TU" or informative(words[begin]):
        return True
    return words[start].folded not in {"la", "le", "les", "l", "des"}


def _after_kin(words: Sequence[Word], at: int, names: Names) -> Step | None:
    word = words[at]
    if at + 1 >= len(words) or not (word.folded in KIN or word.folded in GREETINGS):
        return None
    begin = at + 1
    while begin < len(words) and words[begin].folded in {"e", "es", "est"}:
        begin += 1
    if begin >= len(words) or words[begin].gap.strip(" (),:«\"\u00a0."):
        return None
    first = words[begin]
    if never(first, names) or first.folded in PLACES or first.folded in KIN:
        return None
    if not _named_after_kin(first, names):
        return None
    end = end_of_name(words, begin, names, announced=informative(first))
    return begin, end, 0.85, "parenté", ""


def _named_after_kin(word: Word, names: Names) -> bool:
    if word.shape == "I":
        return "." in word.text
    if len(word.folded) < 2 or names.communes.get(word.folded, 0) > KNOWN_TOWN * 5:
        return False
    common = names.commonness(word.folded)
    if names.is_name(word.folded):
        return common < (50 if informative(word) else 12)
    return informative(word) and common == 0.0


def _by_look(words: Sequence[Word], at: int, names: Names) -> Step | None:
    word = words[at]
    if never(word, names) or len(word.folded) < 1 or word.folded in PLACES:
        return None
    end = _name_pair(words, at, names)
    if end is None:
        return None
    if names_a_place(words, at) or _known_pair(words, at, end):
        return end, end, 0.0, "", ""
    return at, end, 0.8 if end > at + 1 else 0.6, "nom", ""


def _known_pair(words: Sequence[Word], at: int, end: int) -> bool:
    return any(
        f"{words[i].folded} {words[i + 1].folded}" in NOT_PEOPLE
        for i in range(at, min(end, len(words) - 1))
    ) or " ".join(w.folded for w in words[at:end]) in NOT_PEOPLE


def _name_pair(words: Sequence[Word], at: int, names: Names) -> int | None:
    """Where a name that nothing announces ends; ``None`` when there is none at ``at``."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) and adjacent(words[at + 1]) else None
    if word.shape == "I":
        return _initial(words, at, names)
    if names.is_first(word.folded):
        return _first_name(words, at, following, names)
    if following is not None and names.is_first(following.folded):
        return _surname_first(words, at, following, names)
    if following is not None and following.shape == "I" and "." in following.text:
        ok = informative(word) and names.is_last(word.folded) and not names.is_ordinary(word.folded)
        return at + 2 if ok else None
    return None


def _initial(words: Sequence[Word], at: int, names: Names) -> int | None:
    """« J. Dupont », « J.-P. Martin »."""
    if at + 1 >= len(words) or "." not in words[at].text:
        return None
    after = words[at + 1]
    if after.gap not in ("", " ", "\u00a0", ".", ". ") or not informative(after):
        return None
    if after.folded in ROLES or (names.is_ordinary(after.folded) and not names.is_last(after.folded)):
        return None
    return end_of_name(words, at + 1, names, announced=True)


def _first_name(
    words: Sequence[Word], at: int, following: Word | None, names: Names
) -> int | None:
    word = words[at]
    common = names.commonness(word.folded)
    end = end_of_name(words, at, names, announced=False)
    if end > at + 1:
        return _pair_end(words, at, end, names)
    if following is not None and informative(word) and goes_on(following, names, announced=False):
        return at + 2
    town = names.communes.get(word.folded, 0)
    if informative(word) and common < 1.0 and town < KNOWN_TOWN and word.shape != "U":
        return at + 1
    if not informative(word) and common == 0.0 and len(word.folded) > 3 and town == 0:
        return at + 1
    return None


def _pair_end(words: Sequence[Word], at: int, end: int, names: Names) -> int | None:
    """A first name and what follows: certain with capitals, weighed without."""
    taken = words[at:end]
    if all(informative(w) or w.folded in PARTICLES or w.shape == "I" for w in taken):
        if any(names.is_last(w.folded) or names.commonness(w.folded) < 1 for w in taken[1:]):
            return end
        return end if names.commonness(taken[0].folded) < 1 else None
    commons = [names.commonness(w.folded) for w in taken if w.folded not in PARTICLES]
    if min(commons) < 1.0 and max(commons) < LOWER_SURNAME:
        return end
    return at + 1 if commons[0] == 0.0 else None


def _surname_first(
    words: Sequence[Word], at: int, following: Word, names: Names
) -> int | None:
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
    known = names.is_last(word.folded) and common < 3 and first_common < 3
    return max(end, at + 2) if known and not informative(word) else None
