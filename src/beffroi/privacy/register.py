"""Who bears which token: one number for each entity, one letter for each way of writing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from beffroi.privacy import tokens
from beffroi.privacy.fold import fold
from beffroi.privacy.types import Gender, Kind, Mention, Placed, Table, TokenKey

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


@dataclass
class Register:
    """Who has which number, while one request is being masked.

    Texts are learned first (:meth:`learn`), then given their tokens (:meth:`places`); neither is
    kept, so that a long file can go by in parts.
    """

    literals: frozenset[TokenKey]
    taken: frozenset[tuple[str, int]] = field(init=False)
    entries: dict[TokenKey, str] = field(default_factory=dict)
    numbers: dict[tuple[Kind, str], int] = field(default_factory=dict)
    genders: dict[int, Gender] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    bearers: dict[str, list[str]] = field(default_factory=dict)
    tied: dict[str, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.taken = frozenset((family, number) for family, number, _ in self.literals)

    def table(self) -> Table:
        """What restores all that was written so far."""
        return Table(entries=dict(self.entries), literals=self.literals)

    def learn(self, texts: Sequence[str], every: Sequence[Sequence[Mention]]) -> None:
        """Who bears two surnames; and a civility met once holds for the person everywhere."""
        for text, found in zip(texts, every, strict=True):
            for surname, bearer in _tied(text, found):
                # whoever bears another's second surname is no second surname: no circle
                if surname not in self.tied and fold(bearer.text) not in self.tied:
                    self.tied[surname] = bearer
        mentions = [mention for found in every for mention in found]
        for mention in sorted(mentions, key=lambda m: -len(m.text.split())):
            if mention.kind == "person":
                number = self._number(mention)
                if mention.gender and not self.genders.get(number):
                    self.genders[number] = mention.gender

    def places(self, text: str, found: Sequence[Mention]) -> tuple[Placed, ...]:
        """Each mention of ``text`` with its token. Raises ``ValueError`` when they overlap."""
        placed, end = [], 0
        for mention in sorted(found, key=lambda m: m.start):
            if mention.start < end or text[mention.start : mention.end] != mention.text:
                raise ValueError("mentions overlap, or are not of this text")
            end = mention.end
            placed.append(Placed(mention=mention, token=self.token(mention)))
        return tuple(placed)

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
