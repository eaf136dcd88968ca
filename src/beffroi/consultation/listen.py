"""The whole way from rows to a result, without any model, always the same for the same file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from beffroi.consultation import assign, label, verbatims
from beffroi.consultation.account import count, sort_rows
from beffroi.consultation.contradictions import contradictions
from beffroi.consultation.group import Labels, centres_of, group
from beffroi.consultation.meaning import meanings
from beffroi.consultation.position import about_a_proposal, of_answer, of_ideas
from beffroi.consultation.segment import count_words, ideas
from beffroi.consultation.synthesis import synthesis
from beffroi.consultation.terms import has_subject
from beffroi.consultation.tracks import tracks
from beffroi.consultation.types import (
    POSITIONS,
    Answer,
    Idea,
    Position,
    Result,
    Row,
    Sorted,
    Theme,
)
from beffroi.consultation.vectors import Matrix, learn
from beffroi.consultation.weak_signals import weak_signals
from beffroi.embedding.types import Embedder

#: ``report(label, done, total)``: what is going on, in French.
Report = Callable[[str, int, int], None]
STEPS = 6


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Ideas of the analysed rows with their texts, points, and sub-theme numbers (-1: none)."""

    ideas: tuple[Idea, ...]
    texts: tuple[str, ...]
    points: Matrix
    labels: Labels
    parents: Labels


def listen(
    answers: Sequence[Answer],
    *,
    question: str,
    embedder: Embedder,
    given: Sequence[assign.Given] = (),
    report: Report = lambda label, done, total: None,
) -> Result:
    """Analyse ``answers`` to one open question. ``given`` themes replace discovery."""
    report("Lecture des réponses", 0, STEPS)
    proposal = about_a_proposal(question, [answer.text for answer in answers])
    rows = sort_rows(answers, proposal=proposal)
    report("Découpage en idées", 1, STEPS)
    cut = _cut(rows)
    report("Recherche des thèmes", 2, STEPS)
    placed = _place(cut, given, embedder, proposal, rows)
    report("Titres et verbatims", 3, STEPS)
    themes, named = _name(placed, rows, given)
    report("Signaux faibles et contradictions", 4, STEPS)
    alerts = weak_signals(named.ideas, named.texts, named.points) if len(named.ideas) else ()
    pairs = contradictions(named.ideas, named.texts, named.points) if len(named.ideas) else ()
    report("Synthèse", 5, STEPS)
    sorted_answers = _sorted(rows, named.ideas, "non classé" if given else "autre")
    accounting = count(rows)
    found = Result(
        question=question,
        rows=len(rows),
        accounting=accounting,
        reasons={row.answer.row: row.reason for row in rows if row.reason},
        themes=themes,
        answers=sorted_answers,
        weak_signals=alerts,
        contradictions=pairs,
        synthesis=synthesis(
            rows=len(rows), accounting=accounting, themes=themes, answers=sorted_answers
        ),
    )
    return replace(found, tracks=tracks(found))


def _cut(rows: Sequence[Row]) -> list[tuple[Idea, str]]:
    return [
        (Idea(row=row.answer.row, start=s.start, end=s.end), s.of(row.answer.text))
        for row in rows
        if row.status == "analysee"
        for s in ideas(row.answer.text)
    ]


def _place(
    cut: list[tuple[Idea, str]],
    given: Sequence[assign.Given],
    embedder: Embedder,
    proposal: bool,
    rows: Sequence[Row],
) -> Placed:
    texts = tuple(text for _, text in cut)
    if not texts:
        return _placed([], texts, np.ones((0, 1), np.float32), np.zeros(0, np.int64), None)
    meaning = meanings(texts, embedder)
    stances = of_ideas([idea for idea, _ in cut], texts, meaning, proposal=proposal)
    cut = [(replace(i, position=p), t) for (i, t), p in zip(cut, stances, strict=True)]
    if given:
        return _assigned(cut, texts, meaning, given, embedder, rows)
    return _discovered(cut, texts, meaning)


def _assigned(
    cut: list[tuple[Idea, str]],
    texts: tuple[str, ...],
    meaning: Matrix,
    given: Sequence[assign.Given],
    embedder: Embedder,
    rows: Sequence[Row],
) -> Placed:
    """Ideas under the given themes; an idea comes again for each further theme that it bears."""
    wholes = {r.answer.row: r.answer.text for r in rows if r.status == "analysee"}
    order = {row: place for place, row in enumerate(wholes)}
    owners = [order[idea.row] for idea, _ in cut]
    said = list(wholes.values())
    meant = meanings(said, embedder)
    points = learn(said, meant).place(said, meant) if len(said) > 1 else meant
    ideas_scores = assign.score(texts, meaning, given, embedder=embedder)
    whole_scores = assign.score(said, meant, given, embedder=embedder)
    scores = assign.of_answers(ideas_scores, owners, whole_scores, points)
    pairs: list[tuple[int, int]] = []
    for owner, places in _grouped(owners).items():
        found = assign.shared_out(ideas_scores[places], assign.themes_of(scores[owner]))
        pairs += [(places[i], theme) for i, theme in found]
    kept = np.array([i for i, _ in pairs], dtype=np.int64)
    return _placed(
        [cut[i] for i in kept],
        tuple(texts[i] for i in kept),
        meaning[kept],
        np.array([theme for _, theme in pairs], dtype=np.int64),
        np.arange(len(given)),
    )


def _grouped(owners: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, owner in enumerate(owners):
        found[owner].append(place)
    return found


def _discovered(cut: list[tuple[Idea, str]], texts: tuple[str, ...], meaning: Matrix) -> Placed:
    """Groups of the ideas that speak of something; the others have no theme (label -1)."""
    labels = np.full(len(texts), -1, dtype=np.int64)
    spoken = np.array([i for i, text in enumerate(texts) if has_subject(text)], dtype=np.int64)
    if len({texts[i] for i in spoken}) < 2:
        labels[spoken] = 0
        return _placed(cut, texts, meaning, labels, np.zeros(1, np.int64))
    subjects = [texts[i] for i in spoken]
    space = learn(subjects, meaning[spoken])
    points = space.place(texts, meaning)
    groups = group(points[spoken], answers=len({cut[i][0].row for i in spoken}))
    labels[spoken] = groups.labels
    return _placed(cut, texts, points, labels, groups.parents)


def _placed(
    cut: list[tuple[Idea, str]],
    texts: tuple[str, ...],
    points: Matrix,
    labels: Labels,
    parents: Labels | None,
) -> Placed:
    return Placed(
        ideas=tuple(idea for idea, _ in cut),
        texts=texts,
        points=points,
        labels=np.asarray(labels, dtype=np.int64),
        parents=np.zeros(1, np.int64) if parents is None else parents,
    )


def _name(
    placed: Placed, rows: Sequence[Row], given: Sequence[assign.Given]
) -> tuple[tuple[Theme, ...], Placed]:
    ids = _ids(placed, given)
    named = tuple(
        replace(idea, theme=ids.get(int(k), ""))
        for idea, k in zip(placed.ideas, placed.labels, strict=True)
    )
    full = replace(placed, ideas=named)
    return _themes(full, ids, rows, given), full


def _ids(placed: Placed, given: Sequence[assign.Given]) -> dict[int, str]:
    """Sub-theme number → public id: ``t3`` alone in its theme, ``t3.2`` beside others."""
    if given:
        return {k: theme.id for k, theme in enumerate(given)}
    sizes = Counter(int(k) for k in placed.labels if k >= 0)
    parents: dict[int, list[int]] = defaultdict(list)
    for k in sizes:
        parents[int(placed.parents[k])].append(k)
    ranked = sorted(parents.values(), key=lambda ks: (-sum(sizes[k] for k in ks), min(ks)))
    return {
        k: f"t{i}" if len(ks) == 1 else f"t{i}.{j}"
        for i, ks in enumerate(ranked, start=1)
        for j, k in enumerate(sorted(ks, key=lambda k: (-sizes[k], k)), start=1)
    }


def _themes(
    named: Placed, ids: Mapping[int, str], rows: Sequence[Row], given: Sequence[assign.Given]
) -> tuple[Theme, ...]:
    members: dict[str, list[int]] = {name: [] for name in ids.values()}
    for i, idea in enumerate(named.ideas):
        if idea.theme:
            members[idea.theme].append(i)
            if "." in idea.theme and not given:
                members.setdefault(idea.theme.split(".")[0], []).append(i)
    texts = {name: [named.texts[i] for i in found] for name, found in members.items()}
    labels = label.label(texts, {} if given else _under(members))
    titles = {theme.id: theme for theme in given}
    weights = _weights(rows)
    return tuple(
        _theme(name, members[name], named, labels[name], titles.get(name), weights)
        for name in sorted(members, key=_order)
    )


def _under(members: Mapping[str, list[int]]) -> dict[str, list[str]]:
    """Theme id → its sub-themes, the largest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(members, key=lambda name: (-len(members[name]), _order(name))):
        if "." in name:
            found[name.split(".")[0]].append(name)
    return dict(found)


def _order(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in name[1:].split(".")]


@dataclass(frozen=True, kw_only=True)
class _Weight:
    """How many answers repeat a row's text, and who wrote them."""

    answers: int
    people: frozenset[str]


def _weights(rows: Sequence[Row]) -> dict[int, _Weight]:
    people: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row.status in ("analysee", "copie"):
            people[row.copy_of or row.answer.row].append(row.answer.person or f"#{row.answer.row}")
    return {
        row: _Weight(answers=len(names), people=frozenset(names)) for row, names in people.items()
    }


def _theme(
    name: str,
    members: list[int],
    named: Placed,
    words: label.Label,
    given: assign.Given | None,
    weights: Mapping[int, _Weight],
) -> Theme:
    found = [named.ideas[i] for i in members]
    rows = sorted({idea.row for idea in found})
    stances: dict[int, list[Position]] = defaultdict(list)
    for idea in found:
        stances[idea.row].append(idea.position)
    positions: dict[Position, int] = dict.fromkeys(POSITIONS, 0)
    for row, stated in stances.items():
        positions[of_answer(stated)] += weights[row].answers
    total = sum(weights[row].answers for row in rows)
    assert sum(positions.values()) == total
    title = given.title if given else words.title
    return Theme(
        id=name,
        title=title,
        description=(given.description if given else "") or describe(words),
        parent=given.parent if given else _parent(name),
        n_answers=total,
        n_people=len(frozenset().union(*(weights[row].people for row in rows))) if rows else 0,
        positions=positions,
        words=words.words,
        verbatims=_verbatims(members, named),
    )


def _parent(name: str) -> str | None:
    return name.split(".")[0] if "." in name else None


def describe(words: label.Label) -> str:
    """One sentence, computed: what the answers under a theme speak of."""
    if not words.words:
        return "Réponses trop diverses pour être résumées par quelques mots."
    said = ", ".join(words.words[:3])
    return f"On y parle surtout de\N{NO-BREAK SPACE}: {said}."


def _verbatims(members: list[int], named: Placed) -> tuple[Idea, ...]:
    if not members:
        return ()
    points = named.points[members]
    centre = centres_of(points, np.zeros(len(members), dtype=np.int64))[0]
    chosen = verbatims.choose(points, centre, [named.texts[i] for i in members])
    return tuple(named.ideas[members[i]] for i in chosen)


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
