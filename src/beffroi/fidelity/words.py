"""The words that carry meaning, reduced so that two writings of one idea meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from beffroi.french.flat import bare, bare_same_length, flat

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

STOP = frozenset(
    bare(
        "a à au aux avec ce ces cet cette ci d de des du donc elle elles en et est eu eux il ils je j l la "  # noqa: E501
        "là le les leur leurs lui m ma mais me même mes moi mon n ne ni nos notre nous on ont or ou où par "  # noqa: E501
        "pas pour qu que qui quoi s sa sans se ses si soi son sont sur t ta te tes toi ton tu un une vos "  # noqa: E501
        "votre vous y été être étant étés avoir ayant ai as avons avez avait avaient aura auront aurait "  # noqa: E501
        "soit soient sera seront serait seraient étaient était fut furent afin ainsi alors après aussi "  # noqa: E501
        "autre autres avant c car cela celle celles celui ceux chaque chez comme comment concernant "  # noqa: E501
        "dans depuis dès desquels dont encore entre fait font faire hors ici jusque jusqu lors lorsque "  # noqa: E501
        "lorsqu moins plus pendant peu peut peuvent pouvez pouvoir pourra pourront doit doivent devez "  # noqa: E501
        "devra devront devoir puis quand quel quelle quelles quels quelque sauf selon seulement sous "  # noqa: E501
        "tel telle tels telles toujours tous tout toute toutes très trop vers voici voilà via ledit "  # noqa: E501
        "ladite lesdits lesdites dit dite susvisé susvisée présent présente présents présentes va vont "  # noqa: E501
        "allez c'est ça bien deux trois quatre cinq six sept huit dix"
    ).split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A content word: its stem and where it stands."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word without accents."""
    return str(_stemmer().stemWord(word))


def content_words(text: str) -> list[Word]:
    """The content words of ``text``, in order; numbers are facts, not words."""
    plain = bare_same_length(flat(text))
    return [
        Word(stem=stem(match[0]), start=match.start(), end=match.end())
        for match in _WORD.finditer(plain)
        if match[0] not in STOP and not match[0][0].isdigit() and len(match[0]) > 1
    ]
