"""New answers join a result: what people validated keeps its name, new subjects are announced.

A new idea goes where the old ideas that resemble it most are. Those that resemble none, and that
resemble each other, make a new theme when enough answers hold them. Nothing of the old answers
moves; every new row is accounted for, and the sums are checked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation import changes, label
from beffroi.consultation.account import count, sort_rows
from beffroi.consultation.contradictions import contradictions
from beffroi.consultation.meaning import AT_ONCE, meanings
from beffroi.consultation.off_topic import REASON as OFF_TOPIC
from beffroi.consultation.off_topic import off_topic
from beffroi.consultation.place import learn_on
from beffroi.consultation.position import about_a_proposal, of_answer, of_ideas
from beffroi.consultation.recount import recount
from beffroi.consultation.segment import ideas
from beffroi.consultation.synthesis import NB, number
from beffroi.consultation.terms import has_subject
from beffroi.consultation.types import STATUSES, Answer, Idea, Result, Row, RowStatus, Sorted, Theme
from beffroi.consultation.vectors import Matrix
from beffroi.consultation.weak_signals import weak_signals
from beffroi.embedding.types import Embedder

#: Old ideas that vote for the theme of a new one.
VOTERS = 8
#: A new idea is far when its nearest old ideas resemble it less than those of this share of the
#: old ideas resemble them.
FAR_SHARE = 0.15
#: Far ideas whose groups resemble each other at least so much (cosine, average link) go together.
TOGETHER = 0.45
#: A new theme needs this many answers, and this share of the new ones.
LEAST_ANSWERS, LEAST_SHARE = 4, 0.01
#: Far ideas looked at to find new themes: the memory is their square.
MOST_FAR = 4_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """``answers`` are all of them, the new ones numbered after the old; ``new`` are theme ids."""

    result: Result
    answers: tuple[Answer, ...]
    new: tuple[str, ...]


def join(
    result: Result,
    answers: Sequence[Answer],
    more: Sequence[Answer],
    *,
    embedder: Embedder,
    report: Callable[[str, int, int], None] = lambda label, done, total: None,
) -> Joined:
    """``result``, which was found in ``answers``, with ``more`` answers to the same question."""
    report("Lecture des nouvelles réponses", 0, 3)
    last = max([result.rows, *(answer.row for answer in answers)])
    fresh = tuple(replace(answer, row=last + i) for i, answer in enumerate(more, start=1))
    every = (*answers, *fresh)
    rows = _rows(result, every, len(answers))
    report("Rangement sous vos thèmes", 1, 3)
    cut = _cut(rows)
    placed = _place(result, every, cut, embedder)
    rows = tuple(_aside(row, placed.aside) for row in rows)
    report("Nouveaux thèmes et comptes", 2, 3)
    made, themed = _with_new_themes(result, every, placed, len(fresh))
    sorted_rows = _sorted(rows, themed, result)
    accounting = _accounting(result, rows)
    found = replace(
        made,
        rows=result.rows + len(fresh),
        accounting=accounting,
        reasons={**result.reasons, **{r.answer.row: r.reason for r in rows if r.reason}},
        answers=(*result.answers, *sorted_rows),
    )
    assert sum(accounting.values()) == found.rows
    new = tuple(theme.id for theme in made.themes[len(result.themes) :])
    whole = recount(_alerted(found, placed, themed), every)
    said = _said(whole, len(fresh), new)
    return Joined(result=replace(whole, notices=(*result.notices, said)), answers=every, new=new)


def _rows(result: Result, every: Sequence[Answer], old: int) -> tuple[Row, ...]:
    """The status of each new row."""
    proposal = about_a_proposal(result.question, [answer.text for answer in every])
    firsts = {answer.row: answer.copy_of or answer.row for answer in result.answers}
    before = {answer.row for answer in every[:old]}
    found = sort_rows(every, proposal=proposal)[old:]
    return tuple(_following(row, firsts, before, result.reasons) for row in found)


def _following(
    row: Row, firsts: Mapping[int, int], before: Collection[int], reasons: Mapping[int, str]
) -> Row:
    """A copy of an old copy points to the text that it repeats; that of an answer set aside is
    set aside for the same reason."""
    if row.copy_of is None or row.copy_of not in before:
        return row
    if row.copy_of in firsts:
        return replace(row, copy_of=firsts[row.copy_of])
    return replace(
        row, status="hors_sujet", copy_of=None, reason=reasons.get(row.copy_of, row.reason)
    )


def _aside(row: Row, aside: Collection[int]) -> Row:
    """A row that is off topic says so; its copies too."""
    if (row.copy_of or row.answer.row) not in aside:
        return row
    return replace(row, status="hors_sujet", reason=OFF_TOPIC, copy_of=None)


def _accounting(result: Result, rows: Sequence[Row]) -> dict[RowStatus, int]:
    added = count(rows)
    return {status: result.accounting.get(status, 0) + added[status] for status in STATUSES}


def _cut(rows: Sequence[Row]) -> list[tuple[Idea, str]]:
    return [
        (Idea(row=row.answer.row, start=s.start, end=s.end), s.of(row.answer.text))
        for row in rows
        if row.status == "analysee"
        for s in ideas(row.answer.text)
    ]


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """Old ideas then new ones, with their texts and points; ``themes`` of the new ones (« » for
    none), and which of them are ``far`` from every old idea. New rows ``aside`` are off topic."""

    old: tuple[Idea, ...]
    new: tuple[Idea, ...]
    texts: tuple[str, ...]
    points: Matrix
    themes: tuple[str, ...]
    far: NDArray[np.bool_]
    aside: frozenset[int] = frozenset()


def _place(
    result: Result, every: Sequence[Answer], cut: list[tuple[Idea, str]], embedder: Embedder
) -> _Placed:
    words = {answer.row: answer.text for answer in every}
    old = tuple(idea for answer in result.answers for idea in answer.ideas)
    texts = (*(words[i.row][i.start : i.end] for i in old), *(text for _, text in cut))
    if len(set(texts)) < 2 or not cut:
        return _unplaced(old, cut, texts)
    sense = meanings(texts, embedder)
    new_rows = {idea.row for idea, _ in cut}
    aside = new_rows & off_topic(
        (*old, *(idea for idea, _ in cut)), texts, sense.of, question=result.question
    )
    cut = [pair for pair in cut if pair[0].row not in aside]
    texts = (*texts[: len(old)], *(text for _, text in cut))
    if not cut:
        return replace(_unplaced(old, cut, texts), aside=frozenset(aside))
    proposal = about_a_proposal(result.question, [answer.text for answer in every])
    new, new_texts = [idea for idea, _ in cut], texts[len(old) :]
    stances = of_ideas(new, new_texts, sense.of, proposal=proposal)
    space = learn_on(texts, sense)
    parts = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    points = np.vstack([space.place(part, sense.of(part)) for part in parts])
    themes, far = _voted(old, points, [has_subject(text) for text in new_texts])
    return _Placed(
        old=old,
        new=tuple(
            replace(idea, position=stance, theme=theme)
            for idea, stance, theme in zip(new, stances, themes, strict=True)
        ),
        texts=texts,
        points=points,
        themes=tuple(themes),
        far=far,
        aside=frozenset(aside),
    )


def _unplaced(
    old: tuple[Idea, ...], cut: list[tuple[Idea, str]], texts: tuple[str, ...]
) -> _Placed:
    return _Placed(
        old=old,
        new=tuple(idea for idea, _ in cut),
        texts=texts,
        points=np.ones((len(texts), 1), dtype=np.float32),
        themes=("",) * len(cut),
        far=np.zeros(len(cut), dtype=np.bool_),
    )


def _voted(
    old: Sequence[Idea], points: Matrix, spoken: Sequence[bool]
) -> tuple[list[str], NDArray[np.bool_]]:
    """The theme of each new idea by the vote of the old ideas nearest to it; which are far."""
    known = np.array([i for i, idea in enumerate(old) if idea.theme], dtype=np.int64)
    fresh = points[len(old) :]
    if not len(known):
        return [""] * len(fresh), np.array(spoken, dtype=np.bool_)
    limit = float(np.quantile(_nearness(points[known], points[known], itself=True), FAR_SHARE))
    near = _nearness(fresh, points[known])
    themes = []
    for start in range(0, len(fresh), 1_024):
        alike = fresh[start : start + 1_024] @ points[known].T
        best = np.argsort(-alike, axis=1, kind="stable")[:, :VOTERS]
        themes += [
            _winner([(old[known[j]].theme, float(alike[i, j])) for j in chosen])
            for i, chosen in enumerate(best)
        ]
    said = [theme if speaks else "" for theme, speaks in zip(themes, spoken, strict=True)]
    return said, np.array(spoken, dtype=np.bool_) & (near < limit)


def _winner(votes: Sequence[tuple[str, float]]) -> str:
    weight: dict[str, float] = defaultdict(float)
    for theme, alike in votes:
        weight[theme] += max(alike, 1e-3) ** 2
    return max(weight, key=lambda theme: (weight[theme], theme))


def _nearness(points: Matrix, known: Matrix, *, itself: bool = False) -> NDArray[np.float32]:
    """How much each point resembles the three known ones nearest to it (itself left out)."""
    found = np.empty(len(points), dtype=np.float32)
    for start in range(0, len(points), 1_024):
        alike = points[start : start + 1_024] @ known.T
        if itself:
            alike[np.arange(len(alike)), np.arange(start, start + len(alike))] = -1.0
        best = np.sort(alike, axis=1)[:, -3:]
        found[start : start + 1_024] = best.mean(axis=1)
    return found


def _with_new_themes(
    result: Result, every: Sequence[Answer], placed: _Placed, added: int
) -> tuple[Result, tuple[Idea, ...]]:
    """``result`` with its new themes (still empty), and the new ideas under their themes."""
    groups = _groups(placed, max(LEAST_ANSWERS, LEAST_SHARE * added))
    if not groups:
        return result, placed.new
    offset = len(placed.old)
    texts: dict[str, list[str]] = defaultdict(list)
    for place, idea in enumerate(placed.old):
        texts[idea.theme].append(placed.texts[place])
    for k, members in enumerate(groups):
        texts[f"nouveau {k}"] = [placed.texts[offset + i] for i in members]
    labels = label.label({name: found for name, found in texts.items() if name})
    made, themed = result, list(placed.new)
    for k, members in enumerate(groups):
        named = labels[f"nouveau {k}"]
        made = changes.create(made, every, title=named.title)
        theme = replace(made.themes[-1], words=named.words, description=_described(named.words))
        made = replace(made, themes=(*made.themes[:-1], theme))
        for i in members:
            themed[i] = replace(themed[i], theme=theme.id)
    return made, tuple(themed)


def _described(words: Sequence[str]) -> str:
    said = ", ".join(words[:3])
    return f"Thème apparu avec de nouvelles réponses. On y parle surtout de{NB}: {said}."


def _groups(placed: _Placed, least: float) -> list[list[int]]:
    """Places of far new ideas that go together, the largest group first."""
    far = np.flatnonzero(placed.far)[:MOST_FAR]
    if len(far) < 2:
        return []
    from sklearn.cluster import AgglomerativeClustering

    points = placed.points[len(placed.old) :][far]
    tree = AgglomerativeClustering(
        None, metric="cosine", linkage="average", distance_threshold=1 - TOGETHER
    )
    members: dict[int, list[int]] = defaultdict(list)
    for place, k in zip(far, tree.fit_predict(points), strict=True):
        members[int(k)].append(int(place))
    kept = [found for found in members.values() if len(_rows_of(placed, found)) >= least]
    return sorted(kept, key=lambda found: (-len(found), found))


def _rows_of(placed: _Placed, members: Sequence[int]) -> set[int]:
    return {placed.new[i].row for i in members}


def _sorted(rows: Sequence[Row], new: Sequence[Idea], result: Result) -> tuple[Sorted, ...]:
    """One entry per new row analysed or repeated; a copy takes what its first text was given."""
    held: dict[int, list[Idea]] = defaultdict(list)
    for idea in new:
        held[idea.row].append(idea)
    known: dict[int, Sorted] = {answer.row: answer for answer in result.answers}
    found = []
    for row in rows:
        if row.status == "analysee":
            known[row.answer.row] = _one(row.answer.row, held[row.answer.row])
        elif row.status == "copie" and row.copy_of in known:
            first = known[row.copy_of]
            known[row.answer.row] = replace(
                first, row=row.answer.row, ideas=(), flags=("copie",), copy_of=row.copy_of
            )
        else:
            continue
        found.append(known[row.answer.row])
    assert len(found) == sum(row.status in ("analysee", "copie") for row in rows)
    return tuple(found)


def _one(row: int, found: Sequence[Idea]) -> Sorted:
    weight: Counter[str] = Counter()
    for idea in found:
        weight[idea.theme] += idea.end - idea.start
    themes = tuple(name for name, _ in weight.most_common() if name)
    return Sorted(
        row=row,
        themes=themes,
        position=of_answer(idea.position for idea in found),
        ideas=tuple(found),
        flags=() if themes else ("autre",),
    )


def _alerted(result: Result, placed: _Placed, themed: Sequence[Idea]) -> Result:
    """Weak signals and contradictions of everything, with the themes of today."""
    found = (*placed.old, *themed)
    if not found:
        return result
    return replace(
        result,
        weak_signals=weak_signals(found, placed.texts, placed.points),
        contradictions=contradictions(found, placed.texts, placed.points),
    )


def _said(result: Result, added: int, new: Sequence[str]) -> str:
    """« 500 nouvelles réponses ; 2 nouveaux thèmes : … »"""
    titles: Mapping[str, Theme] = {theme.id: theme for theme in result.themes}
    noun = "nouvelles réponses" if added > 1 else "nouvelle réponse"
    if not new:
        return f"{number(added)}{NB}{noun}, aucun nouveau thème."
    themes = "nouveaux thèmes" if len(new) > 1 else "nouveau thème"
    listed = ", ".join(f"«{NB}{titles[name].title}{NB}»" for name in new)
    return f"{number(added)}{NB}{noun}, {len(new)}{NB}{themes}{NB}: {listed}."
