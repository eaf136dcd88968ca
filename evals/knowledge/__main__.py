"""Does the search find the right sheet, show the answer, and keep silent when there is none?

    python -m evals.knowledge            (from the project's root; reads ``../shared/data``)

Beside a plain word search (SQLite FTS5, BM25 over whole sheets, no stemming), in the same run.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beffroi.knowledge import Found
from evals.knowledge.questions import Question, questions
from evals.knowledge.sheets import index, sources


@dataclass(frozen=True)
class Judged:
    question: Question
    found: Found

    @property
    def first(self) -> bool:
        return bool(self.found.hits) and self.found.hits[0].source.id in self.question.sheets

    @property
    def in_five(self) -> bool:
        return any(source.id in self.question.sheets for source in self.found.sources)

    def holds(self, passages: int) -> bool:
        return any(self.question.answered_by(h.passage) for h in self.found.hits[:passages])


def main() -> None:
    made, embedder = index()
    start = time.process_time()
    judged = [Judged(q, made.search(q.text, limit=10)) for q in questions()]
    spent = (time.process_time() - start) / len(judged)
    embedder.save()
    print(f"{1000 * spent:.1f} ms de processeur par question")
    for title, part in (("partie inconnue", True), ("partie connue", False)):
        some = [j for j in judged if j.question.unseen == part]
        print(f"\n{title}")
        report(some)
        if part:
            registers(some)
        baseline([j.question for j in some if j.question.answered])
    if "--fautes" in sys.argv:
        mistakes(j for j in judged if not j.question.unseen)


def report(some: Sequence[Judged]) -> None:
    answered = [j for j in some if j.question.answered]
    print(f"  {len(answered)} questions répondues")
    print(f"  bonne fiche première          {_share(j.first for j in answered)}")
    print(f"  bonne fiche parmi cinq        {_share(j.in_five for j in answered)}")
    print(f"  réponse dans le 1er passage   {_share(j.holds(1) for j in answered)}")
    print(f"  réponse dans les 3 premiers   {_share(j.holds(3) for j in answered)}")
    print(f"  abstentions à tort            {_share(not j.found.answerable for j in answered)}")
    for kind, label in (("sans_reponse", "sans réponse"), ("hors_limites", "hors limites")):
        own = [j for j in some if j.question.kind == kind]
        print(f"  {len(own)} {label}, se tait   {_share(not j.found.answerable for j in own)}")


def registers(some: Sequence[Judged]) -> None:
    for register in ("standard", "familier", "sms", "fautes", "apprenant", "agee"):
        own = [j for j in some if j.question.register == register and j.question.answered]
        print(
            f"  {register:10} {len(own):3} : première {_share(j.first for j in own)}, "
            f"cinq {_share(j.in_five for j in own)}, trois passages "
            f"{_share(j.holds(3) for j in own)}"
        )


def baseline(some: Sequence[Question]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE s USING fts5(id UNINDEXED, title, text)")
    database.executemany(
        "INSERT INTO s VALUES (?,?,?)", [(s.id, s.title, s.text) for s in sources()]
    )
    ranks = [_plain(database, question.text) for question in some]
    first = _share(r[:1] and r[0] in q.sheets for q, r in zip(some, ranks, strict=True))
    five = _share(bool(set(r) & q.sheets) for q, r in zip(some, ranks, strict=True))
    print(f"  mots seuls (FTS5) : première {first}, cinq {five}")


def _plain(database: sqlite3.Connection, question: str) -> list[str]:
    words = re.findall(r"\w+", question)
    query = " OR ".join(f'"{word}"' for word in words)
    rows = database.execute("SELECT id FROM s WHERE s MATCH ? ORDER BY rank LIMIT 5", (query,))
    return [str(row[0]) for row in rows]


def mistakes(some: Iterable[Judged]) -> None:
    """Of the known part only: the other is not to be looked at."""
    for judged in some:
        question, found = judged.question, judged.found
        if question.answered and not (judged.first and found.answerable):
            nearest = [source.id for source in found.sources]
            print(f"  {question.text} → {nearest}, attendu {sorted(question.sheets)}")
        elif not question.answered and found.answerable:
            print(f"  {question.text} → répondu d’après {found.hits[0].source.id}")


def _share(values: Iterable[object]) -> str:
    known = [bool(value) for value in values]
    return f"{sum(known) / len(known):6.1%}" if known else "–"


if __name__ == "__main__":
    main()
