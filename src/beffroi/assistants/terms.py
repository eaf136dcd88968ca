"""The words by which a question and a passage meet: stems without accents, grammar left out."""

from __future__ import annotations

import re
from functools import lru_cache

from beffroi.fidelity.stems import stem
from beffroi.french.flat import bare, flat

_WORD = re.compile(r"[^\W_]+")

#: Grammar, auxiliaries, politeness, and the words that only shape a question.
GRAMMAR = frozenset(
    """a ai ait alors apres as au aucun aussi autre aux avant avec avez avoir avons ayant beaucoup bien
    bonjour bonsoir c ca car ce cela celle celui ces cet cette ceux chez ci combien comme comment d dans
    de depuis des desormais dire dis dites dit dois doit doivent donc dont du elle elles en encore entre
    es est et etait etre eu eux fait faire faites faudra faut font g il ils j jai je juste l la le les
    leur leurs lors lui m ma mais me merci mes moi moins mon n ne ni nos notre nous on ont ou oui par
    pas pendant peu peut peuvent peux plus possible pour pourquoi pouvez puis puisque q qu quand que
    quel quelle quelles quels qui quoi s sa sans savoir se sera seront ses si sil soit son sont sous
    stp suis sur svp t ta te tes toi ton tous tout toute toutes tres tu un une va vais veulent veut veux
    voudrais voudrait vers vos votre voulez vous vouloir y ya meme gens personne chose truc aimerais
    souhaite souhaiterais cherche besoin question sais savez connaitre expliquer expliquez moi est-ce
    madame monsieur mme mr m salut appelle coucou cordialement avance please quid concernant sujet""".split()  # noqa: E501
)


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """The term of one lower-case word, its accents kept until the stem is taken."""
    return bare(stem(word))


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order, repeated as they are; figures are terms too."""
    words = _WORD.findall(flat(text).lower())
    return [term_of(word) for word in words if bare(word) not in GRAMMAR and _says(word)]


def _says(word: str) -> bool:
    return len(word) > 1 or word.isdigit()
