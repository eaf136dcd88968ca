"""One sentence through the model: several ways of saying it, and the checks choose.

Greedy first, shown as it comes. If a fact is lost, the model is told what is missing, then asked
again with the list of what to keep: two repairs at most. Then the rules, then the original words.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

from beffroi.drafting import ask
from beffroi.drafting.checks import check_all
from beffroi.drafting.choose import Candidate, choose, difficulty
from beffroi.drafting.finish import finished
from beffroi.drafting.masking import Mask
from beffroi.drafting.parse import clean_answer, one_paragraph
from beffroi.drafting.types import Strategy
from beffroi.drafting.units import Unit
from beffroi.findings import Check, CheckContext, Finding
from beffroi.french.sentences import sentences
from beffroi.llm.types import ChatModel, Completion, Message, Wait

Rewrite = Callable[[str], str]
#: When the rules alone bring every sentence to so many words, the model is not asked.
EASY = 14
#: When they bring it to so many, the model is not asked a third time.
LONG = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitResult:
    """What became of a unit; plain values, so that a durable job can store it between steps."""

    index: int
    text: str
    strategy: Strategy
    seconds: float = 0.0
    watt_hours: tuple[float | None, ...] = ()
    method: str = "inconnue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What is needed to write a sentence: the model, the stable prefix, the checks, the rules.

    ``measure``: of two faithful ways of saying it, the one with the lower value is kept.
    """

    model: ChatModel
    start: tuple[Message, ...]
    mask: Mask
    context: CheckContext
    checks: Sequence[Check]
    rewrite: Rewrite
    stop: Callable[[], bool]
    measure: Callable[[str], float] = difficulty


@dataclass(slots=True)
class _Work:
    """The candidates of one sentence, and what the model used for them."""

    desk: Desk
    unit: Unit
    candidates: list[Candidate] = field(default_factory=list)
    used: list[Completion] = field(default_factory=list)

    def add(self, text: str, strategy: Strategy) -> Candidate:
        text = finished(self._laid(text, strategy), self.desk.context)
        if known := next((c for c in self.candidates if c.text == text), None):
            return known
        found = check_all(self.unit.text, text, self.desk.context, checks=self.desk.checks)
        candidate = Candidate(
            text=text, strategy=strategy, findings=found, difficulty=self.desk.measure(text)
        )
        self.candidates.append(candidate)
        return candidate

    def _laid(self, text: str, strategy: Strategy) -> str:
        """On one line, but for the lists that the rules make; a list item holds no other list."""
        in_item = self.unit.before.endswith("- ")
        if strategy == "regle" and not in_item:
            return text.strip()
        return one_paragraph(text.replace("\n- ", " "))

    def original(self) -> Candidate:
        """The words of the source: faithful to themselves, no check needed."""
        text = finished(one_paragraph(self.unit.text), self.desk.context)
        candidate = Candidate(
            text=text, strategy="origine", findings=(), difficulty=self.desk.measure(text)
        )
        self.candidates.append(candidate)
        return candidate

    def answer(self, completion: Completion, strategy: Strategy) -> Candidate | None:
        """The candidate of an answer; an answer cut by its length is no candidate."""
        self.used.append(completion)
        if completion.finish != "fin":
            return None
        return self.add(self.desk.mask.restore(clean_answer(completion.text)), strategy)


def keep(unit: Unit, context: CheckContext) -> UnitResult:
    """The unit word for word, its typography set."""
    return UnitResult(index=unit.index, text=finished(unit.text, context), strategy="origine")


def write(unit: Unit, desk: Desk) -> Iterator[str | Wait | UnitResult]:
    """Pieces of the first answer as they come (names restored), then the result that was chosen.

    Raises :class:`beffroi.errors.ModelError` and :class:`beffroi.errors.Stopped`.
    """
    work = _Work(desk=desk, unit=unit)
    original = work.original()
    ruled = work.add(desk.rewrite(unit.text), "regle")
    if ruled.faithful and ruled is not original and _longest(ruled.text) <= EASY:
        yield _result(work, ruled)
        return
    masked = desk.mask.hide(unit.text)
    asked = ask.sentence_messages(desk.start, masked)
    first = yield from _greedy(work, asked)
    if first is None or not first.faithful:
        good_enough = ruled.faithful and _longest(ruled.text) <= LONG
        _repair(work, asked, masked, first, listed=not good_enough)
    best = choose([c for c in work.candidates if c is original or c.text])
    yield _result(work, best)


def _greedy(work: _Work, asked: Sequence[Message]) -> Generator[str | Wait, None, Candidate | None]:
    restorer = work.desk.mask.streamed()
    last: Completion | None = None
    room = ask.answer_tokens(work.unit.text)
    for piece in ask.stream(work.desk.model, asked, max_tokens=room, stop=work.desk.stop):
        if piece.wait is not None:
            yield piece.wait
        if piece.text:
            yield restorer.feed(piece.text)
        last = piece.completion or last
    yield restorer.flush()
    assert last is not None
    return work.answer(last, "modele")


def _repair(
    work: _Work,
    asked: Sequence[Message],
    masked: str,
    first: Candidate | None,
    *,
    listed: bool,
) -> None:
    """Two rounds at most: what is missing is named, then (``listed``) listed beforehand."""
    desk, room = work.desk, ask.answer_tokens(work.unit.text) + 32
    if first is not None and first.text:
        missing, added = wanted(first.findings)
        messages = ask.repair_messages(
            asked, desk.mask.hide(first.text), _hidden(desk, missing), _hidden(desk, added)
        )
        answer = ask.whole(desk.model, messages, max_tokens=room, stop=desk.stop)
        repaired = work.answer(answer, "repare")
        if repaired is not None and repaired.faithful:
            return
    facts = facts_to_keep(work.unit.text, desk) if listed else []
    if facts:
        messages = ask.keeping_messages(desk.start, masked, _hidden(desk, facts))
        answer = ask.whole(desk.model, messages, max_tokens=room, stop=desk.stop)
        work.answer(answer, "liste")


def wanted(findings: Sequence[Finding]) -> tuple[list[str], list[str]]:
    """What the source says and the draft must say again; what the draft says in excess."""
    missing = [f.source_text for f in findings if f.source_text and f.severity != "information"]
    added = [f.draft_text for f in findings if f.draft_text and not f.source_text]
    return list(dict.fromkeys(missing)), list(dict.fromkeys(added))


def facts_to_keep(sentence: str, desk: Desk) -> list[str]:
    """The facts of a sentence: what the checks would miss in an empty rewriting of it."""
    return wanted(check_all(sentence, "", desk.context, checks=desk.checks))[0]


def _hidden(desk: Desk, texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(desk.mask.hide(text).split()) for text in texts))


def _longest(text: str) -> int:
    return max((len(span.of(text).split()) for span in sentences(text)), default=0)


def _result(work: _Work, best: Candidate) -> UnitResult:
    return UnitResult(
        index=work.unit.index,
        text=best.text,
        strategy=best.strategy,
        seconds=sum(completion.seconds for completion in work.used),
        watt_hours=tuple(completion.energy.watt_hours for completion in work.used),
        method=work.used[-1].energy.method if work.used else "inconnue",
    )
