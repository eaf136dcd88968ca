"""An index in memory that finds by shared words: for tests and demonstrations, like the scripted
model. The index of an authority is that of :mod:`beffroi.knowledge`.

>>> from beffroi.knowledge import Source
>>> index = ScriptedIndex([Source(id="1", title="Piscine", text="La piscine ouvre à 9 h.")])
>>> index.search("Quand ouvre la piscine ?").hits[0].passage.text
'La piscine ouvre à 9 h.'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beffroi.assistants.terms import terms
from beffroi.findings import Span
from beffroi.knowledge import Found, Hit, Passage, Source, Understood

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.S)
#: Share of the words of the question that the best passage and its title must hold.
ENOUGH = 0.4


class ScriptedIndex:
    """Each paragraph of ``sources`` is a passage. ``searched`` keeps what was asked."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self.searched: list[str] = []

    def source(self, document_id: str) -> Source | None:
        return self._sources.get(document_id)

    def search(
        self, question: str, *, collections: frozenset[str] | None = None, limit: int = 5
    ) -> Found:
        self.searched.append(question)
        wanted = set(terms(question))
        allowed = [
            source
            for source in self._sources.values()
            if collections is None or source.collection in collections
        ]
        hits = [hit for source in allowed for hit in _hits(source, wanted)]
        hits = sorted(hits, key=lambda hit: -hit.score)[:limit]
        return Found(
            question=question,
            understood=Understood(words=tuple(sorted(wanted))),
            hits=tuple(hits),
            answerable=bool(hits) and hits[0].score >= ENOUGH,
        )


def _hits(source: Source, wanted: set[str]) -> Iterator[Hit]:
    title = set(terms(" ".join((source.title, *source.synonyms))))
    for number, found in enumerate(_PARAGRAPH.finditer(source.text)):
        own = set(terms(found[0])) | title
        score = len(wanted & own) / len(wanted) if wanted else 0.0
        if score:
            span = Span(start=found.start(), end=found.end())
            passage = Passage(document_id=source.id, number=number, span=span, text=found[0])
            yield Hit(source=source, passage=passage, score=score)
