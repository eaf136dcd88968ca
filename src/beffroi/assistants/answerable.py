"""When the words themselves say that a passage answers, or that none can, whatever the confidence
of the search.

That confidence is learned on hundreds of documents. Over the three sheets of a small collection no
word is rare: a passage that holds half the words of the question answers it. And a title
that holds half of them is the right sheet, when the search does not hold it for hopeless.

The other way: who asks for an hour, a telephone number or a price is not answered by a document
that holds none (a rule on pools does not say when the municipal pool opens).
"""

from __future__ import annotations

import re
from dataclasses import replace

from beffroi.assistants.spoken import spoken
from beffroi.assistants.terms import terms
from beffroi.french.flat import bare, flat
from beffroi.knowledge import Found, Hit

#: A collection of at most so many documents is small; score from which it answers all the same.
SMALL, SMALL_HOPE = 4, 0.3
#: Share and least number of the terms of the question that one passage and its titles must hold.
SHARE, LEAST = 0.5, 2
#: Share that the title alone must hold, and the least score of its passage.
TITLE_SHARE, HOPE = 0.5, 0.2


#: What is asked for by name, and what any document that tells it must hold.
_MUST_HOLD = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"numero de tel|telephone (?:direct|du|de la|des)| tel d[eu] ",
         r"\b0\d(?:[ .]?\d\d){4}|\b(?:3\d{3}|1\d{2}|116 ?\d{3})\b"),
        (r"adresse (?:mail|electronique|e mail)| (?:mail|courriel) d[eu] ", r"\S@\S"),
        (r"quelles? heures?|horaires?", r"\d ?h\b|\d+ ?heures?\b|\bmidi\b|\bminuit\b"),
        (r"combien (?:ca |cela )?(?:coute|faut payer)| prix | tarifs? ",
         r"€|\beuros?\b|gratuit|\d ?%"),
        (r"quels? jours? | quelles? dates? ",
         r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|fevrier|mars|avril|\bmai\b|juin"
         r"|juillet|aout|septembre|octobre|novembre|decembre|\d jours|delai|dans les|avant l"),
        (r"qui (?:est|sont) (?:le|la|l|les|son|sa) (?:president|adjoint|directeur|directrice"
         r"|responsable|elue?|maire) ",
         r"\b(?:m\.|mme|madame|monsieur) [a-z]|: [a-z]+ [a-z]+$"),
    )
)  # fmt: skip


def with_full_matches(found: Found) -> Found:
    """``found``, answerable when the words of one of its first passages say so, and not when the
    document lacks what is asked for by name."""
    if found.hits and _lacks_what_is_asked(found):
        return replace(found, answerable=False)
    wanted = _wanted(found)
    if found.answerable or len(wanted) < LEAST or not found.hits:
        return found
    first = found.hits[0]
    titled = len(wanted & _titles(first)) >= max(LEAST, TITLE_SHARE * len(wanted))
    if titled and first.score >= HOPE:
        return replace(found, answerable=True)
    if 0 < len(found.sources) <= SMALL and _small_answers(found, wanted):
        return replace(found, answerable=True)
    return found


def _small_answers(found: Found, wanted: set[str]) -> bool:
    first = found.hits[0]
    held = len(wanted & (_titles(first) | set(terms(first.passage.text))))
    likely = first.score >= SMALL_HOPE and held >= LEAST
    return likely or any(_full(hit, wanted) for hit in found.hits[:3])


def _lacks_what_is_asked(found: Found) -> bool:
    asked = spoken(" ".join((found.question, *(read for _, read in found.understood.corrections))))
    texts = {hit.source.id: hit.source.text for hit in found.hits[:3]}
    whole = bare(flat("\n".join(texts.values()))).lower()
    return any(wanted.search(asked) and not held.search(whole) for wanted, held in _MUST_HOLD)


def _wanted(found: Found) -> set[str]:
    """The terms of the question, its misspelt words as the search read them."""
    question = found.question
    for written, read in found.understood.corrections:
        question = question.replace(written, read)
    return set(terms(question))


def _full(hit: Hit, wanted: set[str]) -> bool:
    path = set(terms(" ".join((*hit.passage.heading_path, hit.passage.text))))
    return len(wanted & (_titles(hit) | path)) >= max(LEAST, SHARE * len(wanted))


def _titles(hit: Hit) -> set[str]:
    return set(terms(" ".join((hit.source.title, *hit.source.synonyms))))
