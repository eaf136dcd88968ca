"""The installed model, through the model process that all of the machine shares."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from beffroi.errors import ModelError, ModelFailed, ModelUnavailable
from beffroi.llm.answer import completed
from beffroi.llm.clock import Limits
from beffroi.llm.embedded import file_meter
from beffroi.llm.engine import THREADS
from beffroi.llm.gateway import OWNER_HEADER
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.paced import paced
from beffroi.llm.process import Address, Job, ensure
from beffroi.llm.types import Chunk, Completion, JsonSchema, Message, ModelInfo


class SharedModel:
    """The GGUF file ``path``, answered by the model process of ``home``.

    ``owner`` is whose turn a request takes in the queue (any stable text, such as the number of
    an account). The process is started if need be; when it dies before the answer began, it is
    started again, once.
    """

    def __init__(
        self,
        path: Path,
        *,
        info: ModelInfo,
        home: Path,
        owner: str = "",
        idle: float = 900.0,
        threads: int = THREADS,
        limits: Limits | None = None,
    ) -> None:
        self._info = info
        self._home = home
        self._owner = owner
        self._limits = limits
        self._path = path
        self._job = Job(
            name=info.name,
            path=str(path.resolve()),
            context=info.context_tokens,
            idle=idle,
            threads=threads,
        )

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
        return completed(
            self.stream(messages, schema=schema, temperature=temperature, max_tokens=max_tokens)
        )

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        for attempt in (1, 2):
            begun = False
            model = yield from self._ready()
            try:
                with closing(
                    model.stream(
                        messages, schema=schema, temperature=temperature, max_tokens=max_tokens
                    )
                ) as chunks:
                    for chunk in chunks:
                        begun = begun or bool(chunk.text)
                        yield chunk
                return
            except (ModelUnavailable, ModelFailed) as error:
                if begun or attempt == 2:
                    raise _failed(error) from error

    def _ready(self) -> Generator[Chunk, None, OpenAICompatible]:
        """The client of a living process; empty pieces while it starts."""
        address: Address | None = None
        starting = paced(lambda: iter([ensure(self._home, self._job)]), abort=lambda: None)
        for address in starting:
            if address is None:
                yield Chunk(text="")
        assert address is not None  # ensure gives it, or raises
        return OpenAICompatible(
            url=f"{address.url}/v1",
            key=address.key,
            info=self._info,
            limits=self._limits,
            headers={OWNER_HEADER: self._owner} if self._owner else {},
            meter=file_meter(self._path, self._job.threads),
        )


def _failed(error: ModelError) -> ModelError:
    """The process is ours: that it cannot be reached means that it died."""
    return error if isinstance(error, ModelFailed) else ModelFailed(detail=error.detail)
