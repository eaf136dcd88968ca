"""People named in running text: after a civility, a kin, a greeting, or by their own look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beffroi.privacy.people.cases import after_case
from beffroi.privacy.people.looks import Step, by_look, known_pair
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.places import names_a_place
from beffroi.privacy.people.sequences import (
    KNOWN_TOWN,
    adjacent,
    end_of_name,
    informative,
    never,
    opens,
)
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CIVILITIES,
    GREETINGS,
    KIN,
    LAWYERS,
    OF,
    PARTICLES,
    PLACE_LINKS,
    PLACES,
    ROLES,
    SERVICES,
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
            or after_case(words, at, names)
            or by_look(words, at, names)
        )
        if step is None:
            at += 1
            continue
        begin, end, confidence, rule, gender = step
        at = max(end, at + 1)
        if end > begin:
            yield mention(text, words, begin, end, confidence, rule, gender, names)
            for first, last in _enumerated(words, end, rule, names):
                yield mention(text, words, first, last, 0.65, "liste", "", names)
                at = last


def _enumerated(
    words: Sequence[Word], at: int, rule: str, names: Names
) -> Iterator[tuple[int, int]]:
    """« M. Martin, Lefebvre et Roche »: the names that follow a name in a list."""
    while at < len(words):
        gap = words[at].gap.strip()
        begin = at + 1 if words[at].folded in {"et", "ou", "contre"} and not gap else at
        if (begin == at and gap not in {",", "/", "&"}) or begin >= len(words):
            return
        word = words[begin]
        if never(word, names) or word.folded in PLACES | BRANDS:
            return
        if begin > at and rule == "parenté" and word.shape == "T" and not word.caps:
            yield begin, end_of_name(words, begin, names, announced=False)  # « Ange et Trésor »
            return
        if word.folded in SERVICES:
            return
        if not names.is_name(word.folded) and not (begin > at and _nickname(words, begin, names)):
            return
        limit = 100.0 if informative(word) or rule == "civilité" else 8.0
        if names.commonness(word.folded) > limit or names.communes.get(word.folded, 0) > KNOWN_TOWN:
            return
        at = end_of_name(words, begin, names, announced=informative(word))
        yield begin, at


def _nickname(words: Sequence[Word], at: int, names: Names) -> bool:
    """« patrick et ludo »: after a person and « et », a short word that is no French word."""
    word = words[at]
    known = names.commonness(word.folded) > 0.0 or word.folded in names.communes
    return not known and 2 < len(word.folded) < 7 and not names.is_verb(word.folded)


def mention(
    text: str,
    words: Sequence[Word],
    begin: int,
    end: int,
    confidence: float,
    rule: str,
    gender: Gender,
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
            return word.text == "Me" or (word.caps and dotted)
        return dotted or word.shape in "IUTM" or word.folded in {"dr", "mm", "pr", "m"}
    return True


def _after_civility(words: Sequence[Word], at: int, names: Names) -> Step | None:
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return None
    if not (_civility(words[at], following) or _is_lawyer(words, at)):
        return None
    if words[at].folded == "m" and words[at].gap and words[at].gap[-1:].isdigit():
        return None
    begin, civility = at + 1, CIVILITIES[words[at].folded]
    while begin < len(words) and _between(words[begin], names, titled=not civility):
        begin += 1
    if begin >= len(words) or words[begin].gap.strip(" .\u00a0()/-"):
        return None
    if names_a_place(words, at) and not (civility and words[at - 1].folded in PLACE_LINKS):
        return None  # « cabinet du Dr Roux »; but « la maison de Mme Roux »
    gender: Gender = "" if begin > at + 1 else civility  # type: ignore[assignment]
    start = begin
    while begin + 1 < len(words) and _is_particle(words[begin]) and begin - start < 3:
        if not adjacent(words[begin + 1]):
            break  # « la dame du 8 bis »
        begin += 1
    if not opens(words[begin], names) or (
        begin > start and not _particle_name(words, start, begin)
    ):
        return None
    return start, end_of_name(words, begin, names, announced=True), 0.95, "civilité", gender


def _is_lawyer(words: Sequence[Word], at: int) -> bool:
    """« le notaire, me Legrand » in a text without capitals."""
    return words[at].folded == "me" and any(w.folded in LAWYERS for w in words[max(0, at - 2) : at])


def _is_particle(word: Word) -> bool:
    return word.folded in PARTICLES and word.shape != "I"


def _between(word: Word, names: Names, *, titled: bool) -> bool:
    """« M. et Mme », « Mme ou M. », « Madame la docteure »; not « Dr M. Maurier »."""
    if titled and word.text == "M.":
        return False
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
    if at + 1 >= len(words) or not (word.folded in KIN | GREETINGS | OF or _small(words, at)):
        return None
    begin = at + 1
    skipped = {"e", "es", "est", "a", "au"} if word.folded in GREETINGS else {"e", "es", "est"}
    if word.folded in OF:
        skipped = skipped | {"de", "d"}
    while begin < len(words) and words[begin].folded in skipped:
        begin += 1
    if begin >= len(words) or words[begin].gap.strip(' (),:«"\u00a0'):
        return None
    first = words[begin]
    if never(first, names) or first.folded in KIN | BRANDS | SERVICES:
        return None
    if names_a_place(words, begin):
        return None
    if first.folded in PLACES and not names.is_last(first.folded):
        return None
    if known_pair(words, begin, min(begin + 2, len(words))):
        return None
    called = word.folded in GREETINGS and _called(words, begin, names)
    if not called and not _named_after_kin(word, first, names):
        return None
    if _small(words, at) and not names.is_first(first.folded):
        return None
    announced = informative(first) or names.is_first(first.folded)
    end = end_of_name(words, begin, names, announced=announced)
    return begin, end, 0.85, "parenté", ""


def _small(words: Sequence[Word], at: int) -> bool:
    """« le petit leo », « la petite lina », « du jeune enzo »."""
    return (
        words[at].folded in {"petit", "petite", "jeune"}
        and at > 0
        and words[at - 1].folded in {"le", "la", "du", "au", "ce", "cette"}
    )


def _called(words: Sequence[Word], at: int, names: Names) -> bool:
    """« salut steph, »: an unheard word between a greeting and a comma."""
    pause = at + 1 < len(words) and words[at + 1].gap.strip() == ","
    unheard = names.commonness(words[at].folded) == 0.0 and words[at].folded not in SERVICES
    return pause and unheard and len(words[at].folded) > 2


def _named_after_kin(word: Word, after: Word, names: Names) -> bool:
    if after.shape == "I":
        return "." in after.text and after.folded not in CIVILITIES
    if len(after.folded) < 2 or names.communes.get(after.folded, 0) > KNOWN_TOWN * 5:
        return False
    common = names.commonness(after.folded)
    if names.is_first(after.folded):
        return common < 200
    if names.is_last(after.folded):
        return common < (80 if informative(after) or word.folded in _SURNAMED else 12)
    return common == 0.0 and (informative(after) or word.folded in _SURNAMED)


#: After these, a surname is more likely than an adjective.
_SURNAMED = frozenset(
    "famille familles consorts voisin voisine epoux soussigne soussignee gardien gardienne "
    "locataire certain certaine proprietaire feu".split()
)
