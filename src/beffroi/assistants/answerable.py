"""A passage that holds nearly all the words of a question answers it, however few the documents."""

from __future__ import annotations

from dataclasses import replace

from beffroi.assistants.terms import terms
from beffroi.knowledge import Found

#: Share and least number of the terms of the question that one passage and its titles must hold.
SHARE, LEAST = 0.75, 2


def with_full_matches(found: Found) -> Found:
    """``found``, answerable when one of its first passages holds the words of the question.

    The confidence of a search is learned on hundreds of documents; over the three sheets of a
    small collection no word is rare, and the words themselves decide.
    """
    wanted = set(terms(found.question))
    if found.answerable or len(wanted) < LEAST:
        return found
    for hit in found.hits[:3]:
        titles = (hit.source.title, *hit.source.synonyms, *hit.passage.heading_path)
        own = set(terms(" ".join((*titles, hit.passage.text))))
        if len(wanted & own) >= max(LEAST, SHARE * len(wanted)):
            return replace(found, answerable=True)
    return found
