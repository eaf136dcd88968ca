"""The words of a text as they are searched: no accents, French Snowball stems, no grammar words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_FOLD = str.maketrans(
    {
        **dict.fromkeys("àáâäã", "a"),
        **dict.fromkeys("éèêë", "e"),
        **dict.fromkeys("îïíì", "i"),
        **dict.fromkeys("ôöóòõ", "o"),
        **dict.fromkeys("ûüùú", "u"),
        **dict.fromkeys("ÿý", "y"),
        "ç": "c",
        "ñ": "n",
        "œ": "oe",
        "æ": "ae",
        "’": "'",
        "\u2011": "-",
    }
)
_WORD = re.compile(r"[a-z0-9]+")

#: Words that say nothing of a subject: grammar, politeness, the act of asking.
STOP_WORDS = frozenset(
    """
    a ai aie ainsi alors apres as au aucun aucune aupres auquel aura aurait auront aussi autre
    autres aux avaient avais avait avant avec avez avoir avons ayant ayez c ca car ce ceci cela
    celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun
    chaque chez ci comme comment d dans de dedans depuis des desquels deux devez devoir devons
    devrait dois doit doivent donc dont du duquel durant elle elles en encore entre envers es est et
    etaient etais etait etant ete etes etre eu eux fais faire fait faites fallait faudra faut fois
    font furent fut g hors hui i ici il ils j je jusqu jusque l la laquelle le lequel les lesquelles
    lesquels leur leurs lors lorsque lui m ma mais me meme memes mes moi moins mon n ne ni nos notre
    nous on ont or ou oui par parce parmi pas pendant peu peut peuvent peux plus plutot pour
    pourquoi pourra pourrait pouvez pouvoir puis puisque puisse qu quand quant que quel quelle
    quelles quelqu quelque quelques quels qui quoi rien s sa sauf se selon sera serait seront
    ses si sinon soient sois soit sommes son sont sous souvent suis sur t ta tandis tant te tel
    telle telles tels tes tu toi ton toujours tous tout toute toutes tres trop un une va vais
    vers veut veux veulent voici voila voire vos votre vous vouloir voulez y
    afin etc aujourd deja donc enfin ensuite puis quelqu quiconque
    bonjour bonsoir salut coucou svp stp merci avance madame monsieur mr mme cordialement sil plait
    voudrais voudrait voulais aimerais aimerait souhaite souhaiterais souhaiterait savoir sais sait
    question renseignement renseigner info infos information informations dire dites dis expliquer
    est-ce cas possible obligatoirement exactement vraiment bien ben bah euh hein alors quoi
    existe existent necessaire permet permettre peuvent
    """.split()
)


def folded(text: str) -> str:
    """``text`` in lower case, without accents, ligatures opened."""
    return text.lower().translate(_FOLD)


def tokens(text: str) -> list[str]:
    """Every word of ``text``, folded, in order: « l’État » is « l », « etat »."""
    return _WORD.findall(folded(text))


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("french")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; numbers and short words are left as they are."""
    return word if len(word) < 4 or word[0].isdigit() else str(_stemmer().stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of the words of ``text`` that say something, in order, repetitions kept."""
    return [
        stem(word)
        for word in _WORD.findall(folded(text))
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())
    ]
