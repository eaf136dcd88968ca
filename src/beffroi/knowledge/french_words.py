"""The words of the language, folded: a word of the language is never « corrected »."""

from __future__ import annotations

from functools import cache

from beffroi.knowledge.terms import folded

#: Occurrences per million words under which a form of Lexique is too rare to be trusted over a
#: likely misspelling (« caret », « crech »).
COMMON = 0.3


@cache
def french_words() -> frozenset[str]:
    """The forms that people use, read once (half a second)."""
    from beffroi.french.lexicon import lexicon

    return frozenset(
        folded(form) for form, weight in lexicon().frequency.items() if weight >= COMMON
    )


@cache
def french_nouns() -> frozenset[str]:
    """The nouns among them: what a question can be about."""
    from beffroi.french.lexicon import lexicon

    return frozenset(folded(form) for form in lexicon().nouns)
