"""The words of an answer as counted: folded, stemmed, without grammar words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from beffroi.consultation.fold import fold

STOP_WORDS = frozenset(
    """
    a ai aie ainsi alors apres as assez au aucun aucune aujourd auquel aura aurait aussi autre
    autres aux avaient avait avant avec avoir avons ayant beaucoup bien c ca car ce ceci cela
    celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun
    chaque chez ci combien comme comment d dans de dedans dehors depuis des deux devrait doit
    doivent donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes
    etre eu eux fait faire fais faut faudrait fois font hors hui ici il ils j je jusqu jusque l
    la le les leur leurs lors lorsque lui m ma mais me meme memes mes mettre mieux mis moi moins
    mon n ne ni nos notre nous on ont or ou par parce pas pendant peu peut peuvent plupart plus
    plutot pour pourquoi pourrait pouvoir puis puisque qu quand que quel quelle quelles quelqu
    quelque quelques quels qui quoi s sa sans se sera serait ses seulement si sinon soient soit
    sommes son sont sous souvent suis sur t ta tant te tel telle telles tels tes toi ton
    toujours tous tout toute toutes tres trop tu un une va vers veut voila vos votre vous
    vraiment y afin ceux etc avoir permettre necessaire actuellement notamment lequel laquelle
    lesquels lesquelles doivent plusieurs coup tenant rien personne chose choses
    """.split()
)
#: Words that say a position, or that one speaks, and nothing of what about.
_NO_SUBJECT = frozenset(
    "oui non ok accord avis favorable defavorable contre favorables approuve bravo merci bonne bon "
    "idee opinion svp urgent important evident evidemment exact exactement absolument".split()
)
_WORD = re.compile(r"[a-z0-9]{2,}")


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The French Snowball stem of a folded word."""
    return str(_stemmer().stemWord(word))


def stems(text: str) -> list[str]:
    """The content words of ``text``, stemmed, in order, repetitions kept."""
    return [stem(w) for w in _WORD.findall(fold(text)) if w not in STOP_WORDS]


def has_subject(text: str) -> bool:
    """Whether ``text`` speaks of something: « oui, tout à fait d’accord » does not."""
    words = _WORD.findall(fold(text))
    return any(len(w) > 2 and w not in STOP_WORDS and w not in _NO_SUBJECT for w in words)
