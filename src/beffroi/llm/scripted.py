"""A model that says what it is told to say: for tests, demonstrations and training.

>>> model = ScriptedModel("Bonjour.")
>>> model.complete([Message(role="user", content="Dites bonjour.")]).text
'Bonjour.'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from beffroi.errors import ModelError, ModelGarbled, ModelRefused, ModelUnavailable, PromptTooLong
from beffroi.llm.structured import validated
from beffroi.llm.types import (
    Chunk,
    Completion,
    Finish,
    JsonSchema,
    Message,
    ModelInfo,
)

SCRIPTED_INFO = ModelInfo(
    name="scripted", title="Réponses écrites d’avance", place="machine", context_tokens=100_000
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """What the model was asked; what a scripted callable receives."""

    messages: tuple[Message, ...]
    schema: JsonSchema | None
    temperature: float
    max_tokens: int

    @property
    def last(self) -> str:
        """The content of the last message, most often the one that matters to a script."""
        return self.messages[-1].content


@dataclass(frozen=True, slots=True)
class Broken:
    """An answer that stops after ``text`` with ``error``: how a stream dies in mid-sentence."""

    text: str
    error: ModelError


Answer = str | ModelError | Broken
Script = Answer | Callable[[Call], Answer] | Sequence[Answer | Callable[[Call], Answer]]


class ScriptedModel:
    """A ``ChatModel`` without a model.

    ``script`` is one answer given to every call, or a sequence of answers given in order. An
    answer is a text, a ``ModelError`` to raise, a :class:`Broken` stream, or a callable that
    receives the :class:`Call` and returns one of these. When a sequence is used up, the model is
    ``ModelUnavailable``. Streams come in pieces of ``piece`` characters. A word counts as a token.

    ``calls`` keeps what was asked, ``stopped`` how many streams were closed before their end.
    """

    def __init__(self, script: Script, *, info: ModelInfo = SCRIPTED_INFO, piece: int = 12) -> None:
        self._script = script
        self._info = info
        self._piece = max(1, piece)
        self.calls: list[Call] = []
        self.stopped = 0

    @property
    def info(self) -> ModelInfo:
        return self._info

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Completion:
        call = self._called(messages, schema, temperature, max_tokens)
        answer = self._next(call)
        if isinstance(answer, Broken):
            raise answer.error
        return self._completion(call, answer)

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        call = self._called(messages, schema, temperature, max_tokens)
        answer = self._next(call)
        broken = answer if isinstance(answer, Broken) else None
        text = broken.text if broken else _shortened(str(answer), max_tokens)
        try:
            for start in range(0, len(text), self._piece):
                yield Chunk(text=text[start : start + self._piece])
        except GeneratorExit:
            self.stopped += 1
            raise
        if broken:
            raise broken.error
        yield Chunk(text="", completion=self._completion(call, str(answer)))

    def _called(
        self,
        messages: Sequence[Message],
        schema: JsonSchema | None,
        temperature: float,
        max_tokens: int,
    ) -> Call:
        if not messages:
            raise ModelRefused(detail="no message")
        call = Call(
            messages=tuple(messages),
            schema=schema,
            temperature=temperature,
            max_tokens=max_tokens,
        )
        self.calls.append(call)
        if _words(call) > self._info.context_tokens:
            raise PromptTooLong(detail=f"{_words(call)} words")
        return call

    def _next(self, call: Call) -> str | Broken:
        script = self._script
        if isinstance(script, Sequence) and not isinstance(script, str):
            position = len(self.calls) - 1
            if position >= len(script):
                raise ModelUnavailable(detail=f"the script of {len(script)} answers is used up")
            script = script[position]
        answer = script(call) if callable(script) else script
        if isinstance(answer, ModelError):
            raise answer
        if answer == "":
            raise ModelGarbled("Le modèle de langage n’a rien répondu.", detail="empty answer")
        return answer

    def _completion(self, call: Call, answer: str) -> Completion:
        text = _shortened(answer, call.max_tokens)
        if call.schema is not None:
            validated(text, call.schema)
        finish: Finish = "fin" if text == answer else "longueur"
        return Completion(
            text=text,
            model=self._info.name,
            finish=finish,
            prompt_tokens=_words(call),
            completion_tokens=len(text.split()),
        )


def _shortened(text: str, words: int) -> str:
    """``text`` up to its ``words``-th word."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return text if len(ends) <= words else text[: ends[words - 1]]


def _words(call: Call) -> int:
    return sum(len(message.content.split()) for message in call.messages)
