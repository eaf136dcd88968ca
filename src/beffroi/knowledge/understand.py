"""A question as people write it, read without a model: spelling, telephone spelling, other names.

No I/O but the shipped lexicon. What was read is said (``Understood``), so that a page can show it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from beffroi.knowledge.family import families, root
from beffroi.knowledge.lexicon import Lexicon, Phrase, sms
from beffroi.knowledge.spelling import Speller
from beffroi.knowledge.terms import STOP_WORDS, stem, tokens
from beffroi.knowledge.types import Understood

#: What another name is worth beside the word itself, when looking and when comparing.
SOUGHT, MATCHED = 0.5, 0.85

#: How common a grammar word is taken to be when a misspelling may be one.
GRAMMAR = 5

#: Words that say what is asked rather than about what: they weigh little.
ASKING = frozenset(
    stem(word)
    for word in "combien quand ou faut obtenir demander demande faire avoir besoin aller comment "
    "trouver donner prendre mettre marche deroule passer dit veut droit peux puis temps delai long "
    "prix montant cout coute papiers documents pieces fournir adresser duree date devant bout truc "
    "chose annee annees".split()
)
ASKING_WEIGHT = 0.35

#: What a word that is not a noun keeps of its weight when no document holds it.
UNREAD = 0.4

#: Things that a question is about at most, and words that the encoder reads of it: a letter is
#: searched by the most telling of what it says.
MOST, READ_WORDS = 40, 150


@dataclass(frozen=True, kw_only=True, slots=True)
class Concept:
    """One thing that a question is about. ``weight``: how telling it is. ``names``: its stems and
    those of its other names, each with what it is worth. ``known``: the documents speak of it."""

    weight: float
    names: tuple[tuple[Phrase, float], ...]
    known: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question ready to be searched: ``text`` is for the encoder."""

    question: str
    text: str
    understood: Understood
    concepts: tuple[Concept, ...]

    @property
    def sought(self) -> dict[str, float]:
        """Stems to look for, with their say."""
        found: dict[str, float] = {}
        for concept in self.concepts:
            for phrase, worth in concept.names:
                say = 1.0 if worth == 1.0 else SOUGHT
                for one in phrase:
                    found[one] = max(found.get(one, 0.0), say)
        return found


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads questions for one set of documents: ``forms`` are their words (folded → in how many
    of ``documents``), ``lexicon`` the other names, ``french`` the words of the language."""

    forms: Mapping[str, int]
    documents: int
    lexicon: Lexicon

    def read(self, question: str) -> Asked:
        """``question`` with what it is about; one that is empty is about nothing."""
        words, corrections = self._spelt(question)
        content = [word for word in words if _tells(word)]
        concepts, expansions = self._concepts(content, careless=bool(corrections))
        return Asked(
            question=question,
            text=self._text(question, words, corrections),
            understood=Understood(
                words=tuple(words), corrections=tuple(corrections), expansions=tuple(expansions)
            ),
            concepts=tuple(_most_telling(concepts)),
        )

    def rarity(self, one: str) -> float:
        """How telling a stem is: 0 for one of every document, more for a rare or absent one."""
        known = self._rarities.get(one)
        return self._rarest if known is None else known

    def _spelt(self, question: str) -> tuple[list[str], list[tuple[str, str]]]:
        words: list[str] = []
        corrections: list[tuple[str, str]] = []
        names = _proper_names(question)
        for word in _telephone(tokens(question), self.forms):
            if isinstance(word, tuple):
                written, full = word
                corrections.append((written, full))
                words.extend(tokens(full))
            elif word in names or self._is_known(word):
                words.append(word)
            else:
                read = self._speller.read(word)
                if read:
                    corrections.append((word, " ".join(read)))
                words.extend(read or (word,))
        if corrections:
            words = self._heard(words, corrections, names)
        return words, corrections

    def _heard(
        self, words: list[str], corrections: list[tuple[str, str]], names: frozenset[str]
    ) -> list[str]:
        """``words`` of someone who writes as they speak: one that the documents do not hold is
        read as one of theirs that sounds the same, even when the language knows it (« la nui »,
        « apre »). What was read is added to ``corrections``."""
        found: list[str] = []
        for word in words:
            sure = len(word) < 3 or word in self.forms or word in STOP_WORDS or word in names
            heard = () if sure or word in self.lexicon.words else self._speller.heard(word, times=2)
            if heard:
                corrections.append((word, heard[0]))
            found.extend(heard or (word,))
        return found

    def _is_known(self, word: str) -> bool:
        if len(word) < 3 or word.isdigit() or word in self.forms or word in STOP_WORDS:
            return True
        return stem(word) in self._stems or word in self.lexicon.words or word in _french()

    def _concepts(
        self, content: list[str], *, careless: bool
    ) -> tuple[list[Concept], list[tuple[str, str]]]:
        concepts: list[Concept] = []
        expansions: list[tuple[str, str]] = []
        place = 0
        stemmed = [stem(word) for word in content]
        while place < len(content):
            size, names = self._named(stemmed[place:])
            said = " ".join(content[place : place + size])
            expansions.extend((said, name) for name in names)
            trust = 1.0 if size > 1 else _trust(content[place], careless=careless)
            own = tuple(stemmed[place : place + size])
            kin = self._families.get(root(content[place]), ()) if size == 1 else ()
            concepts.append(self._concept(own, names, kin=kin, trust=trust))
            place += size
        return _distinct(concepts), expansions

    def _named(self, stemmed: list[str]) -> tuple[int, tuple[str, ...]]:
        """How many of the first stems have other names together, and these names."""
        for size in range(min(self.lexicon.longest, len(stemmed)), 0, -1):
            names = self.lexicon.names.get(tuple(stemmed[:size]))
            if names:
                return size, names
        return 1, ()

    def _concept(
        self, own: Phrase, names: Iterable[str], *, kin: Iterable[str], trust: float
    ) -> Concept:
        """``kin``: stems of the same family; ``trust``: what it keeps of its weight when the
        documents do not speak of it."""
        named = [tuple(stem(w) for w in tokens(name) if _tells(w)) for name in names]
        others = [*((one,) for one in sorted(kin)), *named]
        present = [p for p in (own, *others) if p and all(one in self._stems for one in p)]
        known = bool(present)
        told = own if own in present or not present else max(present, key=self._rarity_of)
        asking = ASKING_WEIGHT if all(one in ASKING for one in own) else 1.0
        return Concept(
            weight=asking * self._rarity_of(told) * (1.0 if known else trust),
            names=((own, 1.0), *((p, MATCHED) for p in others if p and p != own)),
            known=known,
        )

    def _rarity_of(self, phrase: Phrase) -> float:
        return sum(self.rarity(one) for one in phrase)

    def _text(self, question: str, words: list[str], corrections: list[tuple[str, str]]) -> str:
        text = " ".join(words) if corrections else question
        storable = text.encode("utf-8", "replace").decode("utf-8")
        return " ".join(storable.split()[:READ_WORDS])

    @cached_property
    def _stems(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for form, documents in self.forms.items():
            one = stem(form)
            counts[one] = min(self.documents, counts.get(one, 0) + documents)
        return counts

    @cached_property
    def _families(self) -> Mapping[str, frozenset[str]]:
        return families(self.forms)

    @cached_property
    def _rarities(self) -> dict[str, float]:
        return {
            one: math.log(1 + self.documents / (0.5 + held)) for one, held in self._stems.items()
        }

    @cached_property
    def _rarest(self) -> float:
        return math.log(1 + 2 * self.documents)

    @cached_property
    def _speller(self) -> Speller:
        words = dict.fromkeys(self.lexicon.words, 1)
        words.update(self.forms)
        words.update(dict.fromkeys(STOP_WORDS, GRAMMAR))
        return Speller(words)


_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ-]{2,}")


def _proper_names(question: str) -> frozenset[str]:
    """Words with a capital inside a sentence: they name someone or some place, well or ill spelt.
    A question whose words all have one says nothing by it."""
    found = _NAME.findall(question)
    few = len(found) <= 2 or 3 * len(found) < len(question.split())
    return frozenset(word for name in found for word in tokens(name)) if few else frozenset()


def _tells(word: str) -> bool:
    return word not in STOP_WORDS and (len(word) > 1 or word.isdigit())


def _telephone(words: list[str], forms: Mapping[str, int]) -> list[str | tuple[str, str]]:
    """``words`` with those of the telephone as (written, meant); one of the documents stays."""
    table = sms()
    found: list[str | tuple[str, str]] = []
    for word in words:
        meant = table.get(word)
        keeps = meant is None or (len(word) > 2 and word in forms)
        found.append(word if keeps or meant is None else (word, meant))
    return found


def _most_telling(concepts: list[Concept]) -> list[Concept]:
    """The :data:`MOST` heaviest, in the order of the question."""
    if len(concepts) <= MOST:
        return concepts
    least = sorted((concept.weight for concept in concepts), reverse=True)[MOST - 1]
    return [concept for concept in concepts if concept.weight >= least][:MOST]


def _distinct(concepts: list[Concept]) -> list[Concept]:
    """Each thing once, however often it is said."""
    return list({concept.names[0][0]: concept for concept in concepts}.values())


def _trust(word: str, *, careless: bool) -> float:
    """A noun that no document holds is a subject that they do not treat; another word may be a way
    of saying, and an unknown one a misspelling that was not read."""
    from beffroi.knowledge.french_words import french_nouns

    if word in french_nouns() or word.isdigit():
        return 1.0
    return UNREAD if careless or word in _french() else 1.0


def _french() -> frozenset[str]:
    from beffroi.knowledge.french_words import french_words

    return french_words()
