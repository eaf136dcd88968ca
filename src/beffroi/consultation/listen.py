"""The whole way from rows to a result, without any model, always the same for the same file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from beffroi.consultation.account import count, sort_rows
from beffroi.consultation.assign import Given
from beffroi.consultation.contradictions import contradictions
from beffroi.consultation.off_topic import REASON as OFF_TOPIC
from beffroi.consultation.place import cut, place
from beffroi.consultation.position import about_a_proposal, of_answer
from beffroi.consultation.segment import count_words
from beffroi.consultation.synthesis import Material, number, synthesis
from beffroi.consultation.themes import name
from beffroi.consultation.tracks import tracks
from beffroi.consultation.types import Answer, Idea, Result, Row, Sorted
from beffroi.consultation.weak_signals import weak_signals
from beffroi.embedding.types import Embedder

#: ``report(label, done, total)``: what is going on, in French; ``done`` counts steps and, while
#: the meaning is read, the part of that step.
Report = Callable[[str, float, int], None]
STEPS = 6


def listen(
    answers: Sequence[Answer],
    *,
    question: str,
    embedder: Embedder,
    given: Sequence[Given] = (),
    report: Report = lambda label, done, total: None,
) -> Result:
    """Analyse ``answers`` to one open question. ``given`` themes replace discovery."""
    report("Lecture des réponses", 0, STEPS)
    proposal = about_a_proposal(question, [answer.text for answer in answers])
    rows = sort_rows(answers, proposal=proposal)
    report("Découpage en idées", 1, STEPS)
    found = cut(rows)

    def told(done: int, total: int) -> None:
        said = f"Lecture du sens : {number(done)} textes sur {number(total)}"
        report(said, 2 + done / max(1, total), STEPS)

    placed = place(
        found, given, embedder, question=question, proposal=proposal, rows=rows, told=told
    )
    rows = tuple(_aside(row, placed.aside) for row in rows)
    report("Titres et verbatims", 3, STEPS)
    themes, named = name(placed, rows, given)
    report("Signaux faibles et contradictions", 4, STEPS)
    meaning = placed.sense.of if placed.sense else None
    alerts = (
        weak_signals(named.ideas, named.texts, named.points, meaning=meaning)
        if len(named.ideas)
        else ()
    )
    pairs = contradictions(named.ideas, named.texts, named.points) if len(named.ideas) else ()
    report("Synthèse", 5, STEPS)
    sorted_answers = _sorted(rows, named.ideas, "non classé" if given else "autre")
    accounting = count(rows)
    result = Result(
        question=question,
        rows=len(rows),
        accounting=accounting,
        reasons={row.answer.row: row.reason for row in rows if row.reason},
        themes=themes,
        answers=sorted_answers,
        weak_signals=alerts,
        contradictions=pairs,
        synthesis=synthesis(
            Material(
                rows=len(rows),
                accounting=accounting,
                themes=themes,
                answers=sorted_answers,
                texts={answer.row: answer.text for answer in answers},
                proposal=proposal,
            )
        ),
    )
    return replace(result, tracks=tracks(result))


def _aside(row: Row, aside: Collection[int]) -> Row:
    """A row that is off topic says so; the copies of it too."""
    if (row.copy_of or row.answer.row) not in aside:
        return row
    return replace(row, status="hors_sujet", reason=OFF_TOPIC, copy_of=None)


def _sorted(rows: Sequence[Row], found: Sequence[Idea], unplaced: str) -> tuple[Sorted, ...]:
    """One entry per analysed or repeated row; a copy takes what its first text was given.

    ``unplaced`` flags an answer without theme: « non classé » when none of the given themes
    suits it, « autre » when it speaks of nothing that could be a theme (« d’accord »).
    """
    by_row: dict[int, list[Idea]] = defaultdict(list)
    for idea in found:
        by_row[idea.row].append(idea)
    texts = {row.answer.row: row.answer.text for row in rows}
    return tuple(
        _one(row, by_row[row.copy_of or row.answer.row], texts, unplaced)
        for row in rows
        if row.status in ("analysee", "copie")
    )


def _one(row: Row, found: list[Idea], texts: Mapping[int, str], unplaced: str) -> Sorted:
    weight: Counter[str] = Counter()
    for idea in found:
        weight[idea.theme] += count_words(texts[idea.row][idea.start : idea.end])
    names = [name for name, _ in weight.most_common() if name]
    return Sorted(
        row=row.answer.row,
        themes=tuple(names),
        position=of_answer(idea.position for idea in found),
        ideas=tuple(found) if row.status == "analysee" else (),
        flags=("copie",) if row.status == "copie" else () if names else (unplaced,),
        copy_of=row.copy_of,
    )
