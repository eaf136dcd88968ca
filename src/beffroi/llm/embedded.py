"""A model file answered by llama.cpp inside this very process: for the command line, where one
person works. The web goes through the model process (``process.py``)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from beffroi.errors import ModelRefused
from beffroi.llm.clock import Limits
from beffroi.llm.energy import Meter, local_meter
from beffroi.llm.engine import THREADS, Engine, load, require_room
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.types import Chunk, Completion, JsonSchema, Message, ModelInfo


class EmbeddedModel:
    """The GGUF file ``path``, loaded at the first request. Several threads may ask; llama.cpp
    answers them one after the other."""

    def __init__(
        self,
        path: Path,
        *,
        info: ModelInfo,
        threads: int = THREADS,
        limits: Limits | None = None,
        meter: Meter | None = None,
    ) -> None:
        self._path = path
        self._info = info
        self._threads = threads
        self._limits = limits
        self._meter = meter
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    @property
    def info(self) -> ModelInfo:
        return self._info

    def close(self) -> None:
        """Give the memory back. The next request loads the model again."""
        with self._lock:
            self._engine = None

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Completion:
        return self._ready(messages, max_tokens).complete(
            messages, schema=schema, temperature=temperature, max_tokens=max_tokens
        )

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        yield from self._ready(messages, max_tokens).stream(
            messages, schema=schema, temperature=temperature, max_tokens=max_tokens
        )

    def _ready(self, messages: Sequence[Message], max_tokens: int) -> OpenAICompatible:
        """The loaded model, after it was checked that the prompt fits."""
        if not messages:
            raise ModelRefused(detail="no message")
        engine = self._loaded()
        plain = [{"role": message.role, "content": message.content} for message in messages]
        require_room(engine, plain, max_tokens=max_tokens)
        return OpenAICompatible(
            url=f"{engine.url}/v1",
            key=engine.key,
            info=self._info,
            limits=self._limits,
            meter=self._meter or file_meter(self._path, self._threads),
        )

    def _loaded(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = load(
                    self._path,
                    name=self._info.name,
                    context=self._info.context_tokens,
                    threads=self._threads,
                )
            return self._engine


def file_meter(path: Path, threads: int) -> Meter:
    """The meter of a model whose weights are the file ``path``."""
    return local_meter(threads=threads, gigabytes=path.stat().st_size / 1e9)
