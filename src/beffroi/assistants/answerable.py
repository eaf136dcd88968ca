"""When the words themselves say that a passage answers, whatever the confidence of the search.

That confidence is learned on hundreds of documents. Over the three sheets of a small collection no
word is rare: a passage that holds half the words of the question answers it. And a title
that holds half of them is the right sheet, when the search does not hold it for hopeless.
"""

from __future__ import annotations

from dataclasses import replace

from beffroi.assistants.terms import terms
from beffroi.knowledge import Found, Hit

#: A collection of at most so many documents is small.
SMALL = 4
#: Share and least number of the terms of the question that one passage and its titles must hold.
SHARE, LEAST = 0.5, 2
#: Share that the title alone must hold, and the least score of its passage.
TITLE_SHARE, HOPE = 0.5, 0.2


def with_full_matches(found: Found) -> Found:
    """``found``, answerable when the words of one of its first passages say so."""
    wanted = _wanted(found)
    if found.answerable or len(wanted) < LEAST or not found.hits:
        return found
    first = found.hits[0]
    titled = len(wanted & _titles(first)) >= max(LEAST, TITLE_SHARE * len(wanted))
    if titled and first.score >= HOPE:
        return replace(found, answerable=True)
    if 0 < len(found.sources) <= SMALL and any(_full(hit, wanted) for hit in found.hits[:3]):
        return replace(found, answerable=True)
    return found


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
