"""Word search over passages, by tantivy: which passages hold the rarest words of a question.

Chosen by measure over SQLite FTS5 (decision 0100). The engine only sees stems made by
:mod:`beffroi.knowledge.terms`; what it holds can be made again from the store at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEAP = 50_000_000

#: A word in the titles of a passage counts more than one in its body.
HEAD_WEIGHT = 1.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What is searched of a passage: stems separated by spaces, of its body and of its titles."""

    row: int
    document: int
    collection: str
    body: str
    head: str


class Words:
    """An engine in ``folder``, made when it is absent."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema(tantivy)
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._folder = folder

    @property
    def generation(self) -> int:
        """The one given at the last :meth:`write` that ended; -1 when there was none."""
        path = self._folder / "generation"
        return int(path.read_text()) if path.is_file() else -1

    def write(
        self,
        entries: Iterable[Entry],
        *,
        gone: Iterable[int] = (),
        generation: int,
        anew: bool = False,
    ) -> None:
        """Add ``entries`` and forget the documents ``gone``; ``anew`` forgets all first."""
        import tantivy

        writer = self._index.writer(heap_size=HEAP, num_threads=1)
        if anew:
            writer.delete_all_documents()
        for row in gone:
            writer.delete_documents_by_term("document", row)
        for entry in entries:
            writer.add_document(
                tantivy.Document(
                    row=entry.row,
                    document=entry.document,
                    collection=entry.collection,
                    body=entry.body,
                    head=entry.head,
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        partial = self._folder / "generation.part"
        partial.write_text(str(generation))
        partial.replace(self._folder / "generation")

    def search(
        self, weights: Mapping[str, float], *, collections: Collection[str] | None, limit: int
    ) -> list[tuple[int, float]]:
        """(row, BM25 score) of the passages that hold these stems best, the best first."""
        import tantivy

        if not weights or (collections is not None and not collections):
            return []
        query = self._any_of(tantivy, weights)
        if collections is not None:
            within = self._within(tantivy, collections)
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, within)]
            )
        self._index.reload()
        searcher = self._index.searcher()
        hits = searcher.search(query, limit, count=False).hits
        return [(int(searcher.doc(address)["row"][0]), float(score)) for score, address in hits]

    def _any_of(self, tantivy: Any, weights: Mapping[str, float]) -> Any:
        clauses = []
        for stem, weight in weights.items():
            for name, boost in (("body", weight), ("head", weight * HEAD_WEIGHT)):
                term = tantivy.Query.term_query(self._schema, name, stem, "freq")
                clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(term, boost)))
        return tantivy.Query.boolean_query(clauses)

    def _within(self, tantivy: Any, collections: Collection[str]) -> Any:
        """One of these collections, without a say in the score."""
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "collection", name))
            for name in collections
        ]
        return tantivy.Query.const_score_query(tantivy.Query.boolean_query(terms), 0.0)


def _schema(tantivy: Any) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("row", stored=True, indexed=True)
    builder.add_integer_field("document", stored=False, indexed=True)
    builder.add_text_field("collection", stored=False, tokenizer_name="raw", index_option="basic")
    for name in ("body", "head"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()
