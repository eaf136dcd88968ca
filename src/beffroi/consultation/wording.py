"""Titles, descriptions and plain sentences proposed by a model, on top of a result that stands.

The code counts, the model words. A call is made for a theme and its sub-themes, never for an
answer; each may fail, and what it would have said stays as computed. Titles given by a person are
never touched. What a model says is verified by :mod:`.parse`; numbers are never its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log10

from beffroi.consultation import ask, titles
from beffroi.consultation.parse import Named, Worded
from beffroi.consultation.recount import material_of
from beffroi.consultation.shown import shown
from beffroi.consultation.synthesis import NB, inside, minority_of, synthesis
from beffroi.consultation.tracks import tracks
from beffroi.consultation.types import Answer, Idea, Result, Theme
from beffroi.drafting.masking import Clear, Mask, mask_texts
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.errors import ModelError, ModelUnavailable, PolicyRefused
from beffroi.llm.types import ChatModel
from beffroi.privacy import NO_LISTS, Lists

#: Calls for up to 1,000 answers, and for 1,000,000 or more; in between, by the logarithm.
FEWEST_CALLS, MOST_CALLS = 25, 80
PASSAGES, MINORITY = 5, 2
#: Groups named in one call: three when the budget allows, more when it does not.
AT_ONCE = (3, 4, 6, 8, 12, 40)
#: A model that failed this many times in a row is not asked again.
PATIENCE = 3


def budget(answers: int) -> int:
    """Most calls for so many answers: 25 up to 1,000, 80 from 1,000,000."""
    share = (log10(max(1, answers)) - 3) / 3
    return round(FEWEST_CALLS + (MOST_CALLS - FEWEST_CALLS) * min(1.0, max(0.0, share)))


def worded(
    result: Result,
    answers: Sequence[Answer],
    *,
    model: ChatModel,
    naming: Collection[str] | None = None,
    policy: Policy = DEFAULT_POLICY,
    lists: Lists = NO_LISTS,
    report: Callable[[str, int, int], None] = lambda label, done, total: None,
    stop: Callable[[], bool] = lambda: False,
) -> Result:
    """``result`` with what ``model`` could say of it. ``naming``: the only themes to be named
    (none when a person gave the titles); all of them without it.

    ``answers`` are those that were analysed; ``lists`` are the collectivité’s, for what is masked
    beyond this machine. Raises :class:`beffroi.errors.Stopped` only.
    """
    material = _Material(result, answers)
    try:
        policy.check("personnelle", model.info)
    except PolicyRefused as refused:
        kept = f"{refused.sentence} Les textes calculés ont été gardés."
        return replace(result, notices=(*result.notices, kept))
    mask = _mask(material, model, policy, lists)
    asked = _Asked(reader=ask.Reader(model=model, mask=mask, stop=stop), report=report)
    calls = _plan(material, len(result.answers), naming)
    asked.total = len(calls.naming) + len(calls.wording)
    for groups in calls.naming:
        asked.try_names(groups, question=result.question)
    titled = _titled(result, asked.named)
    fresh = _Material(titled, answers)
    for theme in calls.wording:
        asked.try_words(fresh.group(fresh.themes[theme], minority=True))
    spoken = {name: (words.majority, words.minority) for name, words in asked.worded.items()}
    sentences = synthesis(material_of(titled, answers), spoken)
    said = replace(titled, synthesis=sentences, tracks=tracks(titled))
    return replace(said, notices=(*result.notices, *asked.notices()))


class _Material:
    """What a model may read of each theme, personal data hidden."""

    def __init__(self, result: Result, answers: Sequence[Answer]) -> None:
        self.themes = {theme.id: theme for theme in result.themes}
        self.result = result
        self._texts = {answer.row: answer.text for answer in answers}

    @property
    def top(self) -> list[Theme]:
        """Themes that have no parent and some answers, the largest first."""
        found = [t for t in self.themes.values() if t.parent is None and t.n_answers]
        return sorted(found, key=lambda theme: (-theme.n_answers, theme.id))

    def leaves(self, theme: Theme) -> list[Theme]:
        """What is to be named under ``theme``: its sub-themes, or itself."""
        under = [t for t in self.themes.values() if t.parent == theme.id and t.n_answers]
        return sorted(under, key=lambda t: (-t.n_answers, t.id)) or [theme]

    def group(self, theme: Theme, *, minority: bool = False) -> ask.Group:
        return ask.Group(
            id=theme.id,
            title=theme.title,
            words=theme.words,
            passages=self._shown(theme.verbatims[:PASSAGES]),
            minority=self._shown(self._against(theme)) if minority else (),
        )

    def _against(self, theme: Theme) -> list[Idea]:
        """The first passages of the smaller of for and against, if there is one."""
        smaller = minority_of(theme)
        if smaller is None:
            return []
        found = (
            idea
            for answer in self.result.answers
            if answer.ideas and inside(theme, answer) == smaller
            for idea in answer.ideas
            if idea.theme == theme.id or idea.theme.startswith(f"{theme.id}.")
        )
        return [idea for idea in found if idea.position == smaller][:MINORITY]

    def _shown(self, ideas: Iterable[Idea]) -> tuple[str, ...]:
        return tuple(shown(self._texts[i.row][i.start : i.end]) for i in ideas)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Calls:
    """Groups to be named together, one call each; then themes to be worded, one call each."""

    naming: tuple[tuple[ask.Group, ...], ...]
    wording: tuple[str, ...]


def _plan(material: _Material, answers: int, naming: Collection[str] | None) -> _Calls:
    """The calls to make, the largest themes first, never more than the budget."""
    most, top = budget(answers), material.top
    chunks: list[tuple[ask.Group, ...]] = []
    for at_once in AT_ONCE if naming is None or naming else ():
        chunks = [
            tuple(material.group(leaf) for leaf in leaves[start : start + at_once])
            for leaves in ([x for x in material.leaves(t) if _wanted(x, naming)] for t in top)
            for start in range(0, len(leaves), at_once)
        ]
        if len(chunks) + len(top) <= most:
            break
    named = tuple(chunks[:most])
    left = most - len(named)
    return _Calls(naming=named, wording=tuple(theme.id for theme in top[:left]))


def _wanted(theme: Theme, naming: Collection[str] | None) -> bool:
    return naming is None or theme.id in naming


def _mask(material: _Material, model: ChatModel, policy: Policy, lists: Lists) -> Mask:
    """Beyond this machine, personal data that were not hidden already become tokens."""
    if not policy.masks("personnelle", model.info, modele_allows="machine"):
        return Clear()
    texts = [material.result.question]
    for theme in material.themes.values():
        group = material.group(theme, minority=True)
        texts += [group.title, *group.words, *group.passages, *group.minority]
    return mask_texts(texts, lists=lists)


@dataclass(kw_only=True)
class _Asked:
    """The calls one after the other: what they gave, and how many failed."""

    reader: ask.Reader
    report: Callable[[str, int, int], None]
    total: int = 0
    done: int = 0
    failed: int = 0
    in_a_row: int = 0
    last: str = ""
    named: dict[str, Named] = field(default_factory=dict)
    worded: dict[str, Worded] = field(default_factory=dict)

    def try_names(self, groups: Sequence[ask.Group], *, question: str) -> None:
        self._try(lambda: self.named.update(ask.name(self.reader, groups, question=question)))

    def try_words(self, group: ask.Group) -> None:
        self._try(lambda: self.worded.update({group.id: ask.word(self.reader, group)}))

    def _try(self, call: Callable[[], None]) -> None:
        self.report("Titres et phrases proposés par le modèle", self.done, self.total)
        self.done += 1
        if self.in_a_row >= PATIENCE:
            self.failed += 1
            return
        try:
            call()
            self.in_a_row = 0
        except ModelError as error:
            self.failed, self.last = self.failed + 1, error.sentence
            self.in_a_row += PATIENCE if isinstance(error, ModelUnavailable) else 1

    def notices(self) -> list[str]:
        info = self.reader.model.info
        references = " et ".join(ask.prompt(file).reference for file in ("nommer", "resumer"))
        found = []
        if self.failed < self.total:
            found.append(
                f"Titres et phrases proposés par {info.title} (consignes {references}), "
                f"vérifiés par règle{NB}; une personne les relit."
            )
        if self.failed:
            asked = f"{self.failed}{NB}demande{'s' * (self.failed > 1)} sur {self.total}"
            found.append(
                f"Le modèle n’a pas répondu à {asked}{NB}: "
                f"les textes calculés ont été gardés. {self.last}"
            )
        return found


def _titled(result: Result, named: Mapping[str, Named]) -> Result:
    """Leaves under their new titles; a theme above keeps the short names of its largest."""
    above = {theme.parent for theme in result.themes}
    bottom = [t for t in result.themes if t.id not in above]
    called = {theme.id: titles.stems_of(theme.title) for theme in bottom}
    leaves: dict[str, Theme] = {}
    for theme in sorted(bottom, key=lambda t: (-t.n_answers, t.id)):
        said = named.get(theme.id) or Named(title="", description="")
        stems = titles.stems_of(said.title)
        others = (called[name] for name in called if name != theme.id)
        fresh = bool(said.title) and not any(titles.alike(stems, other) for other in others)
        called[theme.id] = stems if fresh else called[theme.id]
        leaves[theme.id] = replace(
            theme,
            title=said.title if fresh else theme.title,
            description=said.description or theme.description,
        )
    return replace(result, themes=tuple(leaves.get(t.id, t) for t in result.themes))
