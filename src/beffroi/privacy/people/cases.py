"""A person told by what is done for them: « le dossier Garcia », « je suis Loïck Meunier »."""

from __future__ import annotations

from collections.abc import Sequence

from beffroi.privacy.people.looks import Step, known_pair
from beffroi.privacy.people.names import Names
from beffroi.privacy.people.places import names_a_place
from beffroi.privacy.people.sequences import (
    KNOWN_TOWN,
    adjacent,
    end_of_name,
    informative,
    never,
)
from beffroi.privacy.people.vocabulary import (
    BRANDS,
    CASES,
    GREETINGS,
    PLACES,
    SELF,
)
from beffroi.privacy.people.words import Word


def after_case(words: Sequence[Word], at: int, names: Names) -> Step | None:
    """« le dossier Garcia », « rappeler Durand », « je suis Loïck Meunier »."""
    word = words[at]
    if at + 1 >= len(words) or not (
        word.folded in CASES | _GIVEN or word.folded in SELF or _introduces(words, at)
    ):
        return None
    step = at + 1
    while step + 1 < len(words) and words[step].folded in {"a", "de", "d", "avec", "par"}:
        step += 1
    after = words[step]
    if not adjacent(after) or never(after, names) or after.folded in PLACES | BRANDS:
        return None
    if names.communes.get(after.folded, 0) > KNOWN_TOWN:
        return None
    common = names.commonness(after.folded)
    unheard = (
        common == 0.0
        and len(after.folded) > 4
        and (informative(after) or after.caps)
        and word.folded not in {"avec", "pour", "par", "chez"}
    )
    unheard = unheard or (
        word.folded in _CALLING and common == 0.0 and len(after.folded) > 3 and not after.caps
    )
    unheard = unheard or (
        word.folded in _GIVEN and step > at + 1 and common == 0.0 and len(after.folded) > 3
    )
    if not (names.is_name(after.folded) or unheard):
        return None
    pair = end_of_name(words, step, names, announced=False) > step + 1
    if names.is_first(after.folded) and (pair or informative(after)):
        common = min(common, _CASE_TITLE if informative(after) else 0.0)
    if names.is_first(after.folded) and at > 1 and words[at - 2].folded in GREETINGS:
        common = 0.0  # « bonjour c est rose »
    if names.is_first(after.folded) and common < 12.0 and (step > at + 1 or word.folded in SELF):
        common = 0.0
    if common > (_CASE_TITLE if informative(after) else 0.5):
        return None
    end = end_of_name(words, step, names, announced=True)
    if known_pair(words, step, end) or names_a_place(words, step):
        return end, end, 0.0, "", ""
    return step, end, 0.7, "cas", ""


_CASE_TITLE = 60.0
#: « clés remises à quentric », « notification à Kerleo »: whoever receives is someone.
_GIVEN = frozenset(
    "remis remise remises transmis transmise notifie notifiee notification adresse adressee "
    "attribue attribuee accorde accordee rendu rendue donne donnee prete pretee confie "
    "confiee loue louee cede cedee vendu vendue livre livree".split()
)
#: « relancer titou »: whoever is called is someone, or a service that the lists know.
_CALLING = frozenset("relancer rappeler appeler prevenir joindre contacter".split())


def _introduces(words: Sequence[Word], at: int) -> bool:
    """« c est regis », « slt c yao »."""
    if words[at].folded == "est":
        return at > 0 and words[at - 1].folded == "c"
    return words[at].folded == "c" and (at == 0 or words[at - 1].folded in GREETINGS)
