"""A question that leans on the one before: « et pour un mineur ? » is completed for the search."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beffroi.assistants.terms import terms
from beffroi.assistants.types import Turn
from beffroi.french.flat import bare, flat

#: A question with fewer terms than this says too little alone.
ENOUGH = 3
_LEANS = re.compile(
    r"^(?:et|mais|ou alors|sinon|donc|alors|du coup|ok|d'accord|dans ce cas|meme chose)\b"
    r"|^(?:combien|quand|ou|pourquoi|comment|lequel|laquelle|lesquel(?:le)?s) ?(?:ca|cela)? ?\??$"
    r"|\b(?:ca|cela|celui-ci|celle-ci|celle-la|celui-la|ce delai|ce document|cette demarche"
    r"|dans ce cas|la[- ]bas|l[ae] meme|en plus)\b"
    r"|\b(?:y|en) (?:a|faut|ai|avoir|payer|aller)\b"
    r"|\b(?:elle|ils|elles|le|la|les|lui|leur) (?:coute|dure|est|sont|fournir|demander|obtenir"
    r"|renouveler|payer|envoyer)\b"
)


def completed(question: str, history: Sequence[Turn]) -> str:
    """``question``, after the previous one when it leans on it.

    A question leans when it opens with « et », speaks of « cela », or holds fewer than three terms.
    Two questions back are enough: « et pour un mineur ? » then « et le prix ? » keep their subject.
    """
    if not history or not leans(question):
        return question
    before = completed(history[-1].question, history[-2:-1])
    return f"{before} {question}"


def leans(question: str) -> bool:
    plain = bare(flat(question)).strip()
    return bool(_LEANS.search(plain)) or len(terms(question)) < ENOUGH
