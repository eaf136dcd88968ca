"""What goes to a language model and what comes back. No I/O here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

Role = Literal["system", "user", "assistant"]

#: Where a model runs, from the nearest to the farthest.
Place = Literal["machine", "maison", "france_ue", "ailleurs"]

#: Why the answer ended: by itself, at ``max_tokens``, or because the person stopped it.
Finish = Literal["fin", "longueur", "arret"]

JsonSchema = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    role: Role
    content: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Energy:
    """``watt_hours`` is ``None`` when it is unknown, never 0. ``method`` says how it was found."""

    watt_hours: float | None
    method: Literal["mesurée", "estimée", "inconnue"]


UNKNOWN_ENERGY = Energy(watt_hours=None, method="inconnue")


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """A whole answer. ``seconds`` is wall time; token counts are ``None`` when not told."""

    text: str
    model: str
    finish: Finish
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    seconds: float = 0.0
    energy: Energy = UNKNOWN_ENERGY


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """The turn of this request: ``position`` 1 is the next to be served; ``seconds`` is a guess,
    ``None`` before anything was measured."""

    position: int
    seconds: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chunk:
    """A piece of a streamed answer. Only the last one bears ``completion``, the whole of it.

    An empty piece says that the model is still reading or that others come first (``wait``): it
    comes about every half second, so that whoever reads the stream can close it at any moment.
    """

    text: str
    completion: Completion | None = None
    wait: Wait | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelInfo:
    """``name`` is kept with every draft; ``context_tokens`` bounds prompt plus answer.

    ``strong``: the administrator says that it writes a whole text well at once; a small model is
    asked sentence by sentence.
    """

    name: str
    title: str
    place: Place
    context_tokens: int
    strong: bool = False


@runtime_checkable
class ChatModel(Protocol):
    """One language model, wherever it runs. Every adapter passes ``tests/contract/``.

    Both methods raise only :class:`beffroi.errors.ModelError` and its children. ``schema`` is a
    JSON schema: the text of the completion is then valid JSON for it, or ``InvalidAnswer``.
    ``temperature`` 0 is greedy. Closing the iterator of ``stream`` stops the model.
    """

    @property
    def info(self) -> ModelInfo: ...

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Completion: ...

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]: ...
