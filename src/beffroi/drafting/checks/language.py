"""The draft is in French: known by its most frequent words, without a model."""

from __future__ import annotations

import re
import unicodedata

from beffroi.findings import CheckContext, Finding
from beffroi.french.sentences import sentences

_FRENCH = (
    "le la les l un une des du de d au aux à et ou où en dans sur sous par pour avec sans ce cet "
    "cette ces qui que qu dont est sont sera seront a ont il elle ils elles vous nous on ne n pas "
    "plus se s votre vos notre nos leur leurs y si mais comme être avoir fait jusqu entre "
)
_OTHERS = (
    "the of and to is are was you your for with this that will be not from by at it as have has "
    "must can may please el los las del por con para una der die das und ist nicht di che sono per "
    "della "
)
MIN_WORDS = 6


def check_language(source: str, draft: str, context: CheckContext) -> list[Finding]:
    """Blocking: a sentence of six words or more that reads as another language, or as no language.

    Foreign sentences of the source (a title, a quotation) may stay.
    """
    return [
        Finding(
            type="langue.autre",
            severity="bloquant",
            title="Passage qui n’est pas en français",
            message="Ce passage n’est pas écrit en français. Réécrivez-le ou retirez-le.",
            draft=span,
            draft_text=span.of(draft),
        )
        for span in sentences(draft)
        if _foreign(span.of(draft)) and span.of(draft) not in source
    ]


def _foreign(sentence: str) -> bool:
    if "\ufffd" in sentence or _other_alphabet(sentence):
        return True
    words = re.findall(r"[^\W\d_]+", sentence.lower())
    if len(words) < MIN_WORDS:
        return False
    french = sum(word in _FRENCH.split() for word in words)
    others = sum(word in _OTHERS.split() for word in words)
    return others > french and others >= 2


def _other_alphabet(sentence: str) -> bool:
    """More letters outside of the Latin alphabet than a quoted name would need."""
    letters = [c for c in sentence if c.isalpha()]
    strange = sum(not unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return strange > 3 and strange * 5 > len(letters)
