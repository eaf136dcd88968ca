"""Negation and restriction, word by word. The expletive « ne » (« avant qu’il ne ») is neither."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.fidelity.words import Word

_SECOND = frozenset("pas plus jamais aucun aucune guere rien ni nul nulle personne point".split())
#: Verbs that deny with « ne » alone.
_BARE_NE = frozenset(
    "peut peuvent pourra pourront saurait sauraient cesse ose pouvoir pouvait".split()
)
_BEFORE = frozenset("aucun aucune sans ni non nul nulle ne jamais".split())
_LACK = frozenset("sans non ni aucun aucune nul nulle".split())
#: « aucune augmentation du prix de l'eau n'a été votée »: how far the subject may begin.
_OPENERS = frozenset("que qu vous nous il elle ils elles".split())
_FAR_SUBJECT = 11
_NO_SUBJECT = frozenset("aucun aucune nul nulle".split())
#: What is subordinated escapes the negation: « ne joue pas quand l’avis est requis ».
_SUBORDINATE = frozenset("quand lorsque lorsqu sauf hormis puisque parce".split())
#: « ne dispense pas de produire l’original »: it is to be produced.
_UNDOING = ("dispens", "exempt", "exoner", "empech")
_MORE_THAN = re.compile(
    r"(?<!\w)pas [^.;:]*(?:plus|moins) d[e'] ?(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente)"  # noqa: E501
)
_EXPLETIVE = re.compile(r"(?:avant|moins|crainte|peur|sans) qu[e' ]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """What a clause denies: from word ``first`` to word ``last`` of the sentence (included)."""

    first: int
    last: int
    restrictive: bool = False


def scopes(words: Sequence[Word], plain: str) -> list[Scope]:
    """The negations and the restrictions (« ne … que ») of one sentence."""
    found: list[Scope] = []
    for index, word in enumerate(words):
        if word.form in ("ne", "n"):
            scope = _of_ne(words, index, plain)
            if scope:
                found.append(scope)
        elif word.form in ("aucun", "aucune", "nul", "nulle", "ni") and _in_clause_of_ne(
            words, index
        ):
            continue
        elif word.form in _LACK or (word.form == "absence" and _of(words, index)):
            found.append(Scope(first=index, last=min(index + 3, _clause_end(words, index))))
        elif word.form in ("pas", "jamais") and not _has_ne(words, index):
            found.append(Scope(first=index, last=_clause_end(words, index)))
    return found


def denied(index: int, found: Sequence[Scope]) -> bool:
    """True when an odd number of negations hold word ``index``."""
    return sum(1 for s in found if not s.restrictive and s.first <= index <= s.last) % 2 == 1


def _of_ne(words: Sequence[Word], index: int, plain: str) -> Scope | None:
    end = _clause_end(words, index)
    after = words[index + 1 : end + 1]
    start = _subject_start(words, index)
    if _MORE_THAN.search(plain) and _bounds_only(after):
        return None
    if any(w.form in _SECOND for w in after[:9]):
        return Scope(first=start, last=end)
    before = words[max(0, index - 4) : index]
    if start < index or any(w.form in ("rien", "personne", "ni") for w in before):
        return Scope(first=start, last=end)
    if any(w.form in ("que", "qu") for w in after):
        return Scope(first=start, last=end, restrictive=True)
    if after and (after[0].form in _BARE_NE or (len(after) > 1 and after[1].form == "pu")):
        return Scope(first=start, last=end)
    return None


def _subject_start(words: Sequence[Word], index: int) -> int:
    """The negation holds what follows it; its subject stays out, but « aucune hausse n’est… »."""
    for position in range(index - 1, max(-1, index - _FAR_SUBJECT), -1):
        if words[position].clause != words[index].clause:
            break
        if words[position].form in _NO_SUBJECT:
            return position
    return index


def _bounds_only(after: Sequence[Word]) -> bool:
    """« ne peut pas avoir plus de 5 » sets a maximum, and denies nothing."""
    forms = [w.form for w in after]
    return (
        any(
            one in ("plus", "moins") and two in ("de", "d")
            for one, two in itertools.pairwise(forms)
        )
        and "pas" in forms[:4]
    )


def _clause_end(words: Sequence[Word], index: int) -> int:
    end = index
    for position in range(index, len(words)):
        if words[position].clause != words[index].clause:
            break
        if position > index + 3 and words[position].form in ("mais", "car", "si", "lorsque"):
            break
        if position > index + 2 and words[position].form in _SUBORDINATE:
            break
        if position > index and words[position].form.startswith(_UNDOING):
            break
        if position > index + 2 and _new_verb(words, position):
            break
        end = position
    return end


def _new_verb(words: Sequence[Word], position: int) -> bool:
    """« et qu’elle vaut… », « et vous… » open a clause that the negation does not hold."""
    after = words[position + 1].form if position + 1 < len(words) else ""
    return words[position].form == "et" and after in _OPENERS


def _of(words: Sequence[Word], index: int) -> bool:
    """« en l'absence d'opposition » denies the opposition; « l'absence de Paul » alone does too."""
    return index + 1 < len(words) and words[index + 1].form in ("d", "de")


def _in_clause_of_ne(words: Sequence[Word], index: int) -> bool:
    """« ne bénéficie d'aucune réduction » denies once, not twice."""
    clause = words[index].clause
    return any(w.form in ("ne", "n") and w.clause == clause for w in words)


def _has_ne(words: Sequence[Word], index: int) -> bool:
    start = max(0, index - 6)
    return any(
        w.form in ("ne", "n") and w.clause == words[index].clause for w in words[start:index]
    )
