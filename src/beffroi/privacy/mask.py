"""Mentions become tokens: one number for each entity, one letter for each way of writing it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from beffroi.privacy import tokens
from beffroi.privacy.detect import detect
from beffroi.privacy.fold import fold
from beffroi.privacy.lists import NO_LISTS, Lists
from beffroi.privacy.types import Gender, Kind, Masked, Mention, Placed, Table, TokenKey


def mask(
    text: str, *, mentions: Iterable[Mention] | None = None, lists: Lists = NO_LISTS
) -> Masked:
    """``text`` with every personal datum replaced by a token, and the table to restore it.

    ``mentions`` are those that a person has reviewed; without them :func:`detect` finds them.
    They must not overlap (``ValueError``). ``lists`` are the collectivité's own.
    """
    found = detect(text, lists=lists) if mentions is None else tuple(mentions)
    return mask_all([text], mentions=[found])[0]


def mask_all(
    texts: Sequence[str],
    *,
    mentions: Sequence[Sequence[Mention]] | None = None,
    lists: Lists = NO_LISTS,
) -> list[Masked]:
    """Several texts of one request, under one table: the same person bears the same token."""
    every = [detect(text, lists=lists) for text in texts] if mentions is None else mentions
    literals = frozenset(key for text in texts for key in tokens.alike(text))
    register = _Register(taken=frozenset((family, number) for family, number, _ in literals))
    for text, found in zip(texts, every, strict=True):
        for surname, bearer in _tied(text, found):
            # whoever bears another's second surname is no second surname: no circle
            if surname not in register.tied and fold(bearer.text) not in register.tied:
                register.tied[surname] = bearer
    register.learn_genders(mention for found in every for mention in found)
    written = [
        tuple(_places(text, found, register)) for text, found in zip(texts, every, strict=True)
    ]
    table = Table(entries=dict(register.entries), literals=literals)
    return [
        Masked(text=_written(text, placed), table=table, placed=placed)
        for text, placed in zip(texts, written, strict=True)
    ]


#: « Sophie Martin ép. Le Goff »: two surnames of one person.
_TIE = re.compile(
    r"\s?,?\s?\(?(?:[ée]p\.?|[ée]pouse|n[ée]e|veuve|vve|nom d[’']usage)\s?:?\s?", re.I
)


def _tied(text: str, found: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """The folded second surname, and the mention of who bears it."""
    people = sorted((m for m in found if m.kind == "person"), key=lambda m: m.start)
    for one, other in pairwise(people):
        if _TIE.fullmatch(text, one.end, other.start) and (
            other.gender != "m" or " " not in other.text
        ):
            yield fold(other.text), one


def _places(text: str, found: Sequence[Mention], register: _Register) -> Iterator[Placed]:
    end = 0
    for mention in sorted(found, key=lambda m: m.start):
        if mention.start < end or text[mention.start : mention.end] != mention.text:
            raise ValueError("mentions overlap, or are not of this text")
        end = mention.end
        yield Placed(mention=mention, token=register.token(mention))


def _written(text: str, placed: Sequence[Placed]) -> str:
    parts, end = [], 0
    for item in placed:
        parts += [text[end : item.mention.start], item.token]
        end = item.mention.end
    return "".join((*parts, text[end:]))


@dataclass
class _Register:
    """Who has which number, while one request is being masked."""

    taken: frozenset[tuple[str, int]]
    entries: dict[TokenKey, str] = field(default_factory=dict)
    numbers: dict[tuple[Kind, str], int] = field(default_factory=dict)
    genders: dict[int, Gender] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    bearers: dict[str, list[str]] = field(default_factory=dict)
    tied: dict[str, Mention] = field(default_factory=dict)

    def learn_genders(self, mentions: Iterable[Mention]) -> None:
        """A civility met once holds for all the mentions of the person."""
        for mention in sorted(mentions, key=lambda m: -len(m.text.split())):
            if mention.kind == "person":
                number = self._number(mention)
                if mention.gender and not self.genders.get(number):
                    self.genders[number] = mention.gender

    def token(self, mention: Mention) -> str:
        number = self._number(mention)
        family = tokens.WORDS[mention.kind]
        rank = 0
        while (known := self.entries.get((family, number, tokens.letter(rank)))) is not None:
            if known == mention.text:
                break
            rank += 1
        variant = tokens.letter(rank)
        self.entries[family, number, variant] = mention.text
        gender = self.genders.get(number, "") if mention.kind == "person" else ""
        return tokens.write(mention.kind, number, variant, gender)

    def _number(self, mention: Mention) -> int:
        name = self._entity(mention)
        if (mention.kind, name) not in self.numbers:
            self.numbers[mention.kind, name] = self._next(tokens.WORDS[mention.kind])
            for word in name.split() if mention.kind == "person" else ():
                self.bearers.setdefault(word, []).append(name)
        return self.numbers[mention.kind, name]

    def _entity(self, mention: Mention) -> str:
        if mention.kind != "person":
            return re.sub(r"\W", "", fold(mention.text)) or mention.text
        folded = fold(mention.text) or mention.text
        if (mention.kind, folded) in self.numbers and self._is(folded, mention):
            return folded
        if (bearer := self.tied.get(folded)) is not None and bearer.text != mention.text:
            return self._entity(bearer)
        words = frozenset(folded.split())
        longest = max(words, key=len, default="")
        near = dict.fromkeys(self.bearers.get(longest, ()))
        alike = [n for n in near if words <= set(n.split()) or _same(words, n)]
        own = f"{folded} {_OTHER}{mention.gender}" if alike else folded
        return next((n for n in alike if self._is(n, mention)), own)

    def _is(self, name: str, mention: Mention) -> bool:
        """Whether ``mention`` may be ``name``: « Mme Traoré » is not « Amadou Traoré ».

        A first name alone parts nobody: « Martin » is a surname too.
        """
        known = self.genders.get(self.numbers["person", name], "")
        told = mention.gender if mention.rule == "civilité" else ""
        return not (told and known and told != known)

    def _next(self, family: str) -> int:
        number = self.last.get(family, 0) + 1
        while (family, number) in self.taken:
            number += 1
        self.last[family] = number
        return number


#: Begins the word that parts two people of the same name and of different gender.
_OTHER = "\0"


def _same(words: frozenset[str], name: str) -> bool:
    """« J. Dupont » is « Jeanne Dupont »: an initial stands for a word that begins with it."""
    others = set(name.split())
    initials = {word for word in words if len(word) == 1}
    return (
        bool(initials)
        and words - initials <= others
        and len(words) > len(initials)
        and all(
            any(other.startswith(initial) for other in others - (words - initials))
            for initial in initials
        )
    )
