"""The answer worded by a model, sentence by sentence, each supported by a passage or removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from beffroi.assistants import ask
from beffroi.assistants.assistant import Assistant
from beffroi.assistants.expected_kind import holds, kinds_asked
from beffroi.assistants.injection import is_order
from beffroi.assistants.support import best_support
from beffroi.assistants.types import Answer, Piece, Sentence, Turn
from beffroi.drafting.masking import Mask, hidden
from beffroi.embedding.types import Embedder
from beffroi.french import sentences
from beffroi.llm.types import ChatModel, Completion, Message

_MARK = re.compile(r"\s*[\[(]\s*(?:passages?\s*)?(\d{1,2})(?:\s*,\s*\d{1,2})*\s*[\])]", re.I)
#: A sentence is over when what follows it has begun.
_OVER = re.compile(r"[.!?…](?:\s*\[[^\]]*\][.]?)*\s+(?=\S)|\n+")


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What wording one answer needs. ``floor`` is the answer without a model."""

    assistant: Assistant
    model: ChatModel
    mask: Mask
    floor: Answer
    question: str
    turns: Sequence[Turn]
    embedder: Embedder | None
    stop: Callable[[], bool]

    @property
    def passages(self) -> list[tuple[str, str]]:
        return [(cited.title, cited.text) for cited in self.floor.citations]


@dataclass(kw_only=True)
class Judged:
    """Sentences as they are checked: those kept, those removed."""

    kept: list[Sentence] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def worded(desk: Desk) -> Generator[Piece, None, Answer]:
    """A piece for each sentence that a passage supports; the whole answer is returned.

    When nothing is supported the floor is returned, with what was removed. Raises
    :class:`beffroi.errors.ModelError` and :class:`beffroi.errors.Stopped`.
    """
    judged = Judged()
    completion = yield from _heard(desk, judged)
    if not judged.kept:
        return _floor(desk, judged, completion)
    for sentence in _completing(desk, judged.kept):
        judged.kept.append(sentence)
        yield Piece(sentence=sentence)
    return Answer(
        question=desk.floor.question,
        status="repondu",
        text=laid_out(judged.kept),
        sentences=tuple(judged.kept),
        citations=desk.floor.citations,
        removed=tuple(judged.removed),
        contact=desk.floor.contact,
        completion=completion,
    )


def _heard(desk: Desk, judged: Judged) -> Generator[Piece, None, Completion | None]:
    """The stream of the model, each sentence judged as soon as it is over."""
    restorer = desk.mask.streamed()
    completion: Completion | None = None
    text = ""
    for chunk in ask.pieces(desk.model, _said(desk), stop=desk.stop):
        if chunk.wait is not None:
            yield Piece(wait=chunk.wait)
        completion = chunk.completion or completion
        text += restorer.feed(chunk.text) if chunk.text else ""
        over = list(_OVER.finditer(text))
        if over:
            yield from _judged(desk, judged, text[: over[-1].end()])
            text = text[over[-1].end() :]
    text += restorer.flush()
    if completion is None or completion.finish == "fin" or re.search(r"[.!?][\s\])\d\[]*$", text):
        yield from _judged(desk, judged, text)
    elif text.strip():
        judged.removed.append(text.strip())
    return completion


def _said(desk: Desk) -> tuple[Message, ...]:
    said = ask.messages(desk.assistant, desk.question, desk.floor.citations, desk.turns)
    return hidden(desk.mask, said)


def _judged(desk: Desk, judged: Judged, text: str) -> Iterator[Piece]:
    for written, first in _with_marks(text):
        rank = None
        if not is_order(written) and not _only_asks(written):
            rank = best_support(
                desk.passages,
                written,
                first=first,
                question=desk.question,
                embedder=desk.embedder,
            )
        if rank is None:
            judged.removed.append(written)
        elif all(written != kept.text for kept in judged.kept):
            sentence = Sentence(text=written, cites=(rank,))
            judged.kept.append(sentence)
            yield Piece(sentence=sentence)


def _only_asks(written: str) -> bool:
    """A question put back to the person answers nothing, whatever words it shares."""
    return written.rstrip(' »"\N{NO-BREAK SPACE}').endswith("?")


def _with_marks(text: str) -> list[tuple[str, int | None]]:
    """The sentences of ``text`` without their marks ``[1]``, each with the rank that it named."""
    moved = re.sub(r"([.!?])((?:\s*\[\d+\])+)", r"\2\1", text)
    found = []
    for span in sentences(moved):
        part = span.of(moved)
        mark = _MARK.search(part)
        bare = _MARK.sub("", part).strip(" -–•*\n")
        bare = re.sub(r"^(?:Réponse|Question)\s*:\s*", "", bare).strip()
        if re.search(r"\w", bare):
            found.append((bare, int(mark[1]) - 1 if mark else None))
    return found


def _completing(desk: Desk, kept: Sequence[Sentence]) -> list[Sentence]:
    """What was asked for and that the model did not keep: the sentence quoted that holds it."""
    kinds = kinds_asked(desk.question)[:1]
    missing = [kind for kind in kinds if not any(holds(one.text, kind) for one in kept)]
    quoted = [
        one
        for one in desk.floor.sentences
        if one.cites == (0,) and missing and all(holds(one.text, kind) for kind in missing)
    ]
    return quoted[:1]


def laid_out(kept: Sequence[Sentence]) -> str:
    """Sentences in one paragraph, each item of a list on its own line."""
    text = ""
    for one in kept:
        text += (
            "\n" if text and re.match(r"\s*[-–•]", one.text) else " " if text else ""
        ) + one.text
    return text


def _floor(desk: Desk, judged: Judged, completion: Completion | None) -> Answer:
    return replace(desk.floor, removed=tuple(judged.removed), completion=completion)
