"""Who does what, by the grammar of each sentence: a verb, its subject or its agent, what it bears on.

A relative takes its antecedent for subject, a coordinated or an infinitive verb the subject of the
verb that governs it; a passive without « par » has no one. « on », « il », « cela » are no one.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from beffroi.fidelity.lexicon import meanings
from beffroi.fidelity.sides import Side
from beffroi.fidelity.words import STOP, key_of
from beffroi.findings import Span
from beffroi.french.flat import bare
from beffroi.french.parsing import parsed

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_FOLLOWING = frozenset({"conj", "xcomp", "advcl"})
#: Verbs that say nothing alone: the infinitive or the noun that follows carries the act.
_LIGHT = "être avoir pouvoir devoir falloir aller faire vouloir souhaiter venir rester"
#: « demander à X de faire »: X does it, not the one who asks.
_CONTROL = (
    "demander permettre inviter autoriser obliger charger proposer ordonner conseiller interdire"
    " imposer recommander empêcher dispenser aider prier"
)
_NO_ONE = frozenset(
    "on il elle ils elles ce cela ca c qui que dont lui leur celui celle ceux".split()
)
_PERSONS = {"vous": "vous", "tu": "vous", "te": "vous", "nous": "nous", "je": "nous", "j": "nous"}
_DEPTH = 4


@cache
def _keys(verbs: str) -> frozenset[str]:
    """The keys of these verbs; at the first call, since they need the French lexicon."""
    return frozenset(key_of(verb) for verb in verbs.split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """``verb`` is done by the subject at ``span`` (``None``: by no one that is named).

    ``who`` are the keys of the words of the subject, its head first; ``about`` the meanings of
    the words that the verb governs. ``person`` is « vous », « nous » or «».
    """

    verb: str
    form: str
    who: tuple[str, ...]
    person: str
    span: Span | None
    at: Span
    sentence: int
    about: frozenset[str]


def acts(side: Side) -> list[Act]:
    """Every act of a text, in order."""
    found: list[Act] = []
    for index, span in enumerate(side.sentences):
        if side.words[index]:
            found += _of_sentence(side, index, span.start)
    return found


def _of_sentence(side: Side, index: int, start: int) -> Iterator[Act]:
    for token in parsed(side.sentences[index].of(side.text)):
        if token.pos_ not in ("VERB", "AUX") or key_of(token.lower_) in _keys(_LIGHT):
            continue
        subject, passive = _subject(token)
        if subject is None and not passive:
            continue
        yield _act(token, subject, index, start)


def _act(token: Any, subject: Any, index: int, start: int) -> Act:
    words = [] if subject is None else _phrase(subject)
    at = Span(start=start + token.idx, end=start + token.idx + len(token))
    return Act(
        verb=key_of(token.lower_),
        form=token.lower_,
        who=tuple(key_of(w.lower_) for w in words),
        person="" if subject is None else _PERSONS.get(bare(subject.lower_), ""),
        span=None if subject is None else _span(words, start),
        at=at,
        sentence=index,
        about=frozenset(_about(token, subject)),
    )


def _subject(token: Any) -> tuple[Any, bool]:
    """The one who acts, and whether the verb is passive."""
    children = list(token.children)
    agent = next((c for c in children if c.dep_ == "obl:agent"), None)
    passive = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in children)
    if agent is not None or passive:
        return agent, True
    verb = token
    for _ in range(_DEPTH):
        found = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if verb.dep_ == "acl:relcl" and (found is None or bare(found.lower_) == "qui"):
            found = verb.head
        if found is not None:
            named = found if bare(found.lower_) not in _NO_ONE else None
            return named, False
        governed = verb.dep_ == "xcomp" and key_of(verb.head.lower_) in _keys(_CONTROL)
        if verb.dep_ not in _FOLLOWING or governed:
            return _owed(verb), False
        verb = verb.head
    return None, False


def _owed(verb: Any) -> Any:
    """« il vous appartient d’informer… »: you do it."""
    given = next((c for c in verb.head.children if bare(c.lower_) in _PERSONS), None)
    return given if key_of(verb.head.lower_).startswith("appart") else None


def _phrase(subject: Any) -> list[Any]:
    """The head of the subject, then the full words that belong to it."""
    near = [
        t
        for t in subject.subtree
        if t.i != subject.i
        and abs(t.i - subject.i) <= _DEPTH
        and t.dep_ in ("flat:name", "amod", "nmod", "appos", "flat:foreign", "conj")
        and bare(t.lower_) not in STOP
    ]
    return [subject, *near]


def _span(words: list[Any], start: int) -> Span:
    low = min(w.idx for w in words)
    high = max(w.idx + len(w) for w in words)
    return Span(start=start + low, end=start + high)


def _about(token: Any, subject: Any) -> Iterator[str]:
    """The meanings of what the verb governs, its subject left out."""
    mine = set() if subject is None else {t.i for t in subject.subtree}
    for child in token.children:
        if child.dep_ in _SUBJECTS and child.dep_ != "nsubj:pass":
            continue
        for word in child.subtree:
            if word.i not in mine and word.is_alpha and bare(word.lower_) not in STOP:
                yield from meanings(key_of(word.lower_))
