"""Other names for the things of the administration, and how people write by telephone.

Two files of our own beside this module: ``lexique/synonymes.txt`` and ``lexique/sms.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from beffroi.knowledge.terms import stems, tokens

FOLDER = Path(__file__).parent / "lexique"

Phrase = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """``names``: stems of what people say → what documents say, as written. ``longest`` is the
    number of words of the longest of them. ``words`` are all the words said, folded."""

    names: Mapping[Phrase, tuple[str, ...]]
    longest: int
    words: frozenset[str]

    def joined(self, pairs: Iterable[tuple[str, str]]) -> Lexicon:
        """This lexicon and more (said, meant) pairs, those of the documents."""
        other = lexicon_of(pairs)
        names = dict(self.names)
        for phrase, meant in other.names.items():
            names[phrase] = tuple(dict.fromkeys((*names.get(phrase, ()), *meant)))
        return Lexicon(
            names=names,
            longest=max(self.longest, other.longest),
            words=self.words | other.words,
        )


def phrase_of(text: str) -> Phrase:
    """The stems of the words of ``text`` that say something, in order."""
    return tuple(stems(text))


def lexicon_of(pairs: Iterable[tuple[str, str]]) -> Lexicon:
    """A lexicon of (said, meant) pairs."""
    names: dict[Phrase, list[str]] = {}
    words: set[str] = set()
    for said, meant in pairs:
        phrase = phrase_of(said)
        if phrase and meant not in names.setdefault(phrase, []) and phrase_of(meant) != phrase:
            names[phrase].append(meant)
            words.update(tokens(said))
    return Lexicon(
        names={phrase: tuple(meant) for phrase, meant in names.items() if meant},
        longest=max((len(phrase) for phrase in names), default=0),
        words=frozenset(words),
    )


@cache
def shipped() -> Lexicon:
    """The lexicon that comes with Beffroi."""
    return lexicon_of(_read_pairs((FOLDER / "synonymes.txt").read_text("utf-8")))


@cache
def sms() -> Mapping[str, str]:
    """How people write by telephone → how it is spelt; both may be several words."""
    lines = _lines((FOLDER / "sms.txt").read_text("utf-8"))
    pairs = (line.split("=", 1) for line in lines)
    return {" ".join(tokens(short)): full.strip() for short, full in pairs}


def _read_pairs(text: str) -> Iterator[tuple[str, str]]:
    """« a, b = c, d » : a and b are said for c and d. « a ~ b » : either is said for the other."""
    for line in _lines(text):
        if "~" in line:
            names = _names(line, "~")
            yield from ((a, b) for a in names for b in names if a != b)
        else:
            said, meant = line.split("=", 1)
            yield from ((a, b) for a in _names(said, ",") for b in _names(meant, ","))


def _names(text: str, mark: str) -> list[str]:
    return [name.strip() for name in text.split(mark) if name.strip()]


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
