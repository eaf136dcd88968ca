"""The words of a text, with the key by which two forms of one word meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from beffroi.fidelity.stems import stem
from beffroi.french.flat import bare, bare_same_length, flat
from beffroi.french.lexicon import lexicon

_WORD = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[.;:!?,()\n]|\s-\s")

#: Grammar, auxiliaries, and words that say nothing alone.
STOP = frozenset(
    bare(
        """a à au aux avec ce ces cet cette ci d de des du donc elle elles en et est eu eux il ils je
        j l la là le les leur leurs lui m ma mais me même mêmes mes moi mon n ne ni nos notre nous on
        ont or ou où par pas pour qu que qui quoi s sa sans se ses si soi son sont sur t ta te tes toi
        ton tu un une vos votre vous y été être étant étés avoir ayant ai as avons avez avait avaient
        aura auront aurait aurez soit soient sera seront serez serait seraient étaient était fut
        furent afin ainsi alors après aussi autre autres avant c car cela celle celles celui ceux
        chaque comme comment concernant concerne dans depuis dès desquels dont encore entre
        fait font faire fera feront faites hors ici jusque jusqu lors lorsque lorsqu moins plus pendant
        peu peut peuvent pouvez pouvoir pourra pourront pourrez pourrait pourraient doit doivent devez
        devra devront devrez devoir devrait devraient puis quand quel quelle quelles quels quelque
        sauf selon seulement sous tel telle tels telles toujours tous tout toute toutes très trop vers
        voici voilà via ledit ladite lesdits lesdites dit dite susvisé susvisée présent présente
        présents présentes va vont allez allons ça bien un deux trois quatre cinq six sept huit dix h
        m mme mlle article arrête vu considérant monsieur madame messieurs mesdames titre cadre suite
        égard vue sein lieu fois etc ès merci attention svp bonjour cordialement aucun aucune
        puisque parce ensuite aujourd hui déjà assez vraiment simplement notamment exemple trouve
        certain certains certaine certaines plusieurs nul nulle jamais rien personne ainsi voulez
        veuillez souhaitez souhaitant souhaite veut veux vouloir cas façon manière"""  # noqa: E501
    ).split()
)

_NOUNS_FIRST = frozenset(
    """règle règles somme sommes place places note loi lit compte porte part parts droit droits point
    points service services cours suite mise prise marche pose carte cartes ligne livre livres page
    poste postes salle rue banque caisse charge charges série classe prime titre ville rose terre
    ferme tombe conseil conseils mur date dates cause bac bacs taxe taxes liste listes fiche fiches
    avis mars mai membre membres tri""".split()  # noqa: E501
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word: ``form`` without accents, ``written`` with them in lower case, ``key`` shared by its forms, ``content`` if it says much.

    ``clause`` counts the stretches between marks of punctuation, over the whole text.
    """  # noqa: E501

    form: str
    written: str
    key: str
    start: int
    end: int
    content: bool
    clause: int
    capital: bool


@lru_cache(maxsize=65536)
def key_of(form: str) -> str:
    """The key of a lower-case word with its accents: the stem of its infinitive or singular."""
    tables = lexicon()
    noun = tables.nouns.get(form)
    verb = tables.conjugated.get(form)
    participle = tables.participles.get(form)
    if participle and not (noun and form in _NOUNS_FIRST):
        form = participle
    elif verb and not (noun and form in _NOUNS_FIRST):
        form = verb[0][0]
    elif noun:
        form = noun[0] or form
    return bare(stem(form))


def read_words(text: str) -> list[Word]:
    """Every word of ``text``, in order; numbers in digits are facts, not words."""
    plain, lower = bare_same_length(flat(text)), flat(text).lower()
    breaks = [match.start() for match in _BREAK.finditer(flat(text, lines=True))]
    words, clause, seen = [], 0, 0
    for match in _WORD.finditer(lower if len(lower) == len(text) else plain):
        start, end = match.span()
        while seen < len(breaks) and breaks[seen] < start:
            clause, seen = clause + 1, seen + 1
        form = plain[start:end]
        words.append(
            Word(
                form=form, written=match[0], key=key_of(match[0]), start=start, end=end, clause=clause,  # noqa: E501
                content=len(form) > 1 and form not in STOP and not form[0].isdigit(),
                capital=text[start].isupper(),
            )
        )  # fmt: skip
    return words
