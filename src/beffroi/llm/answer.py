"""Put together an answer that comes as events of the OpenAI streaming format."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from beffroi.errors import ModelCutOff, ModelFailed, ModelGarbled, ModelRefused
from beffroi.llm.energy import Reading
from beffroi.llm.structured import validated
from beffroi.llm.types import Chunk, Completion, Finish, JsonSchema

#: Characters. A token of French holds about 4; a server that sends more than this for each token
#: that was asked does not obey ``max_tokens``.
CHARACTERS_PER_TOKEN = 32

_FINISHES: dict[str, Finish] = {"stop": "fin", "eos": "fin", "length": "longueur"}


def completed(chunks: Iterable[Chunk]) -> Completion:
    """The completion that the last chunk of a stream bears; a stream ends with it, or raises."""
    completion = None
    for chunk in chunks:
        completion = chunk.completion
    assert completion is not None
    return completion


class Answer:
    """Grows by :meth:`add`; ``begun`` and ``finished`` say how far it has come."""

    def __init__(self, *, model: str, schema: JsonSchema | None, max_tokens: int) -> None:
        self._model = model
        self._schema = schema
        self._longest = max_tokens * CHARACTERS_PER_TOKEN
        self._pieces: list[str] = []
        self._length = 0
        self._finish: Finish | None = None
        self._usage: Mapping[str, Any] = {}
        self._timings: Mapping[str, Any] = {}

    @property
    def begun(self) -> bool:
        return bool(self._pieces)

    @property
    def finished(self) -> bool:
        return self._finish is not None

    def add(self, data: str) -> str:
        """The text that the event ``data`` brings, often empty.

        Raises ``ModelGarbled`` for what is not such an event, ``ModelFailed`` for an error that
        the server sends in place of an event.
        """
        event = _event(data)
        self._usage = _mapping(event.get("usage")) or self._usage
        self._timings = _mapping(event.get("timings")) or self._timings
        choices = event.get("choices")
        if not isinstance(choices, list):
            raise ModelGarbled(detail=f"no choices: {data[:200]!r}")
        if not choices:
            return ""
        text = _text(choices[0])
        if text:
            self._pieces.append(text)
            self._length += len(text)
        if self._length > self._longest:
            raise ModelGarbled(
                "La réponse du modèle de langage ne s’arrête pas.",
                detail=f"more than {self._longest} characters",
            )
        self._finish = _finish(choices[0]) or self._finish
        return text

    def completion(self, *, seconds: float, reading: Reading) -> Completion:
        """The whole answer; raises when it is empty, was cut, or does not follow the schema."""
        text = "".join(self._pieces)
        if self._finish is None:
            raise ModelCutOff(detail="the stream ended without a finish_reason")
        if self._schema is not None:
            validated(text, self._schema)
        if not text.strip():
            raise ModelGarbled("Le modèle de langage n’a rien répondu.", detail="empty answer")
        tokens = _count(self._usage, "completion_tokens")
        return Completion(
            text=text,
            model=self._model,
            finish=self._finish,
            prompt_tokens=_count(self._usage, "prompt_tokens"),
            completion_tokens=tokens,
            seconds=seconds,
            energy=reading(tokens, self._worked(seconds)),
        )

    def _worked(self, seconds: float) -> float:
        """Seconds of computing, when the server tells (llama.cpp); the wait is not in them."""
        told = [self._timings.get(name) for name in ("prompt_ms", "predicted_ms")]
        parts = [value for value in told if isinstance(value, (int, float))]
        return sum(parts) / 1000 if parts else seconds


def _event(data: str) -> Mapping[str, Any]:
    try:
        event = json.loads(data)
    except ValueError as error:
        raise ModelGarbled(detail=f"not JSON: {data[:200]!r}") from error
    if not isinstance(event, dict):
        raise ModelGarbled(detail=f"not an object: {data[:200]!r}")
    if event.get("error"):
        raise ModelFailed(detail=f"the server says: {str(event['error'])[:500]}")
    return event


def _text(choice: Any) -> str:
    delta = choice.get("delta") if isinstance(choice, dict) else None
    content = delta.get("content", "") if isinstance(delta, dict) else 0
    if content is not None and not isinstance(content, str):
        raise ModelGarbled(detail=f"no text in {str(choice)[:200]}")
    return content or ""


def _finish(choice: Mapping[str, Any]) -> Finish | None:
    reason = choice.get("finish_reason")
    if reason is None:
        return None
    if reason == "content_filter":
        raise ModelRefused(
            "Le serveur du modèle de langage a écarté cette réponse.", detail="content_filter"
        )
    if reason not in _FINISHES:
        raise ModelGarbled(detail=f"finish_reason {reason!r}")
    return _FINISHES[reason]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(usage: Mapping[str, Any], name: str) -> int | None:
    value = usage.get(name)
    return value if isinstance(value, int) and value >= 0 else None
