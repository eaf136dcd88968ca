"""Whether a question tells of a danger, of which kinds, and in a foreign language."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.assistants.emergency.learned import (
    ENOUGH,
    ENOUGH_ON_A_FORM,
    ENOUGH_ON_PAPER,
    SURE,
    likelihood,
)
from beffroi.assistants.emergency.numbers import ADVICE, LINES, NUMBERS, Family
from beffroi.assistants.expressions import patterns
from beffroi.assistants.spoken import spoken
from beffroi.embedding.types import Embedder

#: The gravest first: the numbers of the first family come first.
GRAVITY: tuple[Family, ...] = (
    "mer", "vital", "poison", "suicide", "feu", "enfant_disparu", "violence_couple", "agression",
    "enfant_danger", "personne_disparue", "sourd", "age_handicap", "harcelement", "rue", "secours",
    "pharmacie", "garde",
)  # fmt: skip

_NB = "\N{NO-BREAK SPACE}"
#: A machine must say that nobody was called.
MACHINE = "Je suis une machine" + _NB + ": je ne peux prévenir personne à votre place."
FOREIGN = "Emergency" + _NB + "? Call 112 now (free, English spoken)."


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """``families`` from the gravest; ``foreign`` when the words were not French; not ``sure`` when
    only the second line heard it, and not loudly: a document that answers may say otherwise."""

    families: tuple[Family, ...]
    foreign: bool = False
    sure: bool = True

    @property
    def numbers(self) -> tuple[str, ...]:
        """The lines to call, the right ones first, each once."""
        first, *others = self.families
        lines = dict.fromkeys(LINES[first])
        for family in others:
            lines |= dict.fromkeys(LINES[family][:2])
        if "sourd" in self.families:
            return ("114", *(line for line in lines if line != "114"))
        return tuple(lines)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown: what to do, one line a number, and that a machine speaks."""
        lines = [f"{number}{_NB}: {NUMBERS[number]}." for number in self.numbers]
        foreign = (FOREIGN,) if self.foreign else ()
        return (*foreign, ADVICE[self.families[0]], *lines, MACHINE)


def alarm(question: str, *, embedder: Embedder | None = None) -> Alarm | None:
    """The danger that ``question`` tells; ``None`` when it tells none. No language model.

    Rules first. With ``embedder``, what no rule foresaw is compared with known cries: the family
    is then unknown, and the general numbers are given.

    In doubt it alarms: numbers shown for nothing cost less than numbers missing. A subject (a
    poster on suicide, a file for the fire commission, an accident of last year and its insurance)
    is not a danger.
    """
    said = spoken(question)
    far = _heard("urgence_langues", said) | _heard("urgence_autres_alphabets", question)
    near = set[str]()
    if not _is_a_subject(said):
        near = _heard("urgence_certaine", said)
        if not _tells("papier", said):
            near |= _heard("urgence_probable", said)
    families = tuple(family for family in GRAVITY if family in near | far)
    if not families:
        return _second_line(question, said, embedder)
    return Alarm(families=families, foreign=bool(far - near) and not near)


def _heard(rules: str, text: str) -> set[str]:
    whole = rules != "urgence_autres_alphabets"
    return {
        family
        for family, pattern in patterns(rules, whole_words=whole).items()
        if pattern.search(text)
    }


def _second_line(question: str, said: str, embedder: Embedder | None) -> Alarm | None:
    if embedder is None or _is_a_subject(said):
        return None
    heard = likelihood(question, embedder)
    if heard <= _enough(said):
        return None
    return Alarm(families=("secours",), sure=heard > SURE)


def _enough(said: str) -> float:
    """How loud the second line must hear: « g perdu mon permi jfais koi » sounds like distress."""
    if _tells("demarche", said):
        return ENOUGH_ON_A_FORM
    return ENOUGH_ON_PAPER if _tells("papier", said) else ENOUGH


def _is_a_subject(said: str) -> bool:
    """What is certain is a subject too when it is told of the past and about a file."""
    if _tells("passe", said) and _tells("dossier", said):
        return True
    return _tells("a_propos", said) and " maintenant " not in said


def _tells(section: str, said: str) -> bool:
    return patterns("urgence_sujet")[section].search(said) is not None
