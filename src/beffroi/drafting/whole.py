"""A whole text in one answer: shown as it comes, checked, repaired at most twice.

The best draft wins by number and weight of findings; the floor is one of them, so that a limit
that the model does not hold (an SMS of 400 characters) is held all the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from beffroi.drafting import ask
from beffroi.drafting.checks import check_all
from beffroi.drafting.choose import Candidate, difficulty
from beffroi.drafting.finish import finished
from beffroi.drafting.floor.build import build_floor
from beffroi.drafting.floor.condense import condensed
from beffroi.drafting.floor.letter import framed
from beffroi.drafting.masking import hidden
from beffroi.drafting.parse import clean_answer
from beffroi.drafting.result import Written
from beffroi.drafting.sentence import Desk, wanted
from beffroi.drafting.steps import Steps
from beffroi.drafting.types import Strategy
from beffroi.errors import ModelCutOff
from beffroi.llm.types import Completion, Message, ModelInfo, Wait

ROUNDS = 2
#: The type of the finding that says so.
TOO_LONG = "longueur.depassee"
#: Tokens of the answer when the modèle gives no limit.
ROOM = 1200


def write_whole(steps: Steps, desk: Desk) -> Iterator[str | Wait | Written]:
    """Pieces of the first answer, then what was kept. Raises :class:`ModelError`.

    Without elements of reply there is nothing to word: a model would invent the answer.
    """
    if steps.modele.rules.kind == "letter" and not steps.inputs.source:
        floor = build_floor(steps.modele, steps.inputs)
        yield Written(text=floor.text, strategies={"plancher": 1}, notices=floor.notices)
        return
    text = desk.mask.hide(condensed(steps.modele, steps.inputs))
    asked = hidden(desk.mask, ask.whole_messages(steps.modele, steps.inputs, text))
    room = _room(steps, text)
    first = yield from _first(desk, asked, room)
    used = [first]
    candidates = [_candidate(steps, desk, first, "modele")]
    for _ in range(ROUNDS):
        best = min(candidates, key=_rank)
        if best.faithful:
            break
        limits = [f.message for f in best.findings if f.type == TOO_LONG]
        serious = [f for f in best.findings if f.severity == "bloquant" and f.type != TOO_LONG]
        missing, added = wanted(serious)
        if not missing and not added and not limits:
            break
        messages = ask.repair_messages(
            asked, desk.mask.hide(best.text), _hidden(desk, missing), _hidden(desk, added), limits
        )
        answer = ask.whole(desk.model, messages, max_tokens=room, stop=desk.stop)
        used.append(answer)
        if answer.finish == "fin":
            candidates.append(_candidate(steps, desk, answer, "repare"))
    yield _chosen(steps, desk, candidates, used)


def goes_by_sentences(steps: Steps, info: ModelInfo) -> bool:
    """Whether this model writes this text sentence by sentence: it is not strong, or the text and
    the answer do not fit in what it reads at once."""
    modele = steps.modele
    if modele.approach != "phrases" or not (modele.whole and info.strong):
        return modele.approach == "phrases"
    needed = (len(modele.whole) + len(steps.document)) // 3 + _room(steps, steps.document)
    return needed > info.context_tokens


def _first(
    desk: Desk, asked: Sequence[Message], room: int
) -> Generator[str | Wait, None, Completion]:
    restorer = desk.mask.streamed()
    last: Completion | None = None
    for piece in ask.stream(desk.model, asked, max_tokens=room, stop=desk.stop):
        if piece.wait is not None:
            yield piece.wait
        if piece.text:
            yield restorer.feed(piece.text)
        last = piece.completion or last
    yield restorer.flush()
    assert last is not None
    if last.finish == "longueur":
        raise ModelCutOff(detail=f"{room} tokens were not enough")
    return last


def _candidate(steps: Steps, desk: Desk, answer: Completion, strategy: Strategy) -> Candidate:
    text = desk.mask.restore(clean_answer(answer.text))
    if steps.modele.rules.kind == "letter":
        text = framed(steps.modele, steps.inputs, text)
    return _checked(steps, desk, text, strategy)


def _checked(steps: Steps, desk: Desk, text: str, strategy: Strategy) -> Candidate:
    text = finished(text, desk.context)
    found = check_all(steps.inputs.source, text, desk.context, checks=desk.checks)
    return Candidate(text=text, strategy=strategy, findings=found, difficulty=difficulty(text))


def _chosen(
    steps: Steps, desk: Desk, candidates: list[Candidate], used: list[Completion]
) -> Written:
    best = min(candidates, key=_rank)
    notices: tuple[str, ...] = ()
    if any(finding.severity == "bloquant" for finding in best.findings):
        floor = build_floor(steps.modele, steps.inputs)
        other = _checked(steps, desk, floor.text, "plancher")
        if _rank(other)[:3] < _rank(best)[:3]:
            told = "Le modèle de langage n’a pas tenu les faits ou la longueur demandée : "
            notices = (f"{told}voici la version faite par règles.", *floor.notices)
            best = other
    return Written(
        text=best.text, strategies={best.strategy: 1}, completions=tuple(used), notices=notices
    )


def _rank(candidate: Candidate) -> tuple[int, int, int, float]:
    """What cannot be sent last, then blocking points, then those to look at, then reading."""
    too_long = sum(f.type == TOO_LONG and f.severity == "bloquant" for f in candidate.findings)
    blocking = sum(f.severity == "bloquant" for f in candidate.findings)
    to_check = sum(f.severity == "a_verifier" for f in candidate.findings)
    return (too_long, blocking, to_check, candidate.difficulty)


def _room(steps: Steps, text: str) -> int:
    if steps.modele.whole:
        return ask.answer_tokens(text)
    limit = steps.context.max_characters
    return ROOM if limit is None or limit > 3 * ROOM else 64 + limit


def _hidden(desk: Desk, texts: Sequence[str]) -> list[str]:
    return [" ".join(desk.mask.hide(text).split()) for text in texts]
