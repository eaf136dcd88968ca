"""Any server that speaks the chat completions of OpenAI: Albert, Mistral, Ollama, vLLM,
llama.cpp, and our own model process.

Answers are always streamed, also by ``complete``: silence is then noticed, and stopping a
request stops the server's work.
"""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

import httpx

from beffroi.errors import ModelError, ModelGarbled, ModelRefused
from beffroi.llm.answer import Answer, completed
from beffroi.llm.clock import Clock, Limits
from beffroi.llm.energy import Meter, unknown_meter
from beffroi.llm.http_errors import retry_delay, translated
from beffroi.llm.paced import BEAT, paced
from beffroi.llm.sse import Comment, Data
from beffroi.llm.types import Chunk, Completion, JsonSchema, Message, ModelInfo, Wait
from beffroi.llm.wire import Post, Refused, Wire

#: How often a request refused with 429 or 503 is sent again.
RETRIES = 2

#: Fields that some servers do not know. One that is refused by name is left out from then on.
OPTIONAL_FIELDS = ("stream_options", "response_format")

#: How our model process says the turn of a request: a comment of the stream, then JSON.
QUEUE_MARK = "file "


class OpenAICompatible:
    """``url`` is the address up to ``/v1``; ``info.name`` the model asked for.

    ``key`` is sent as a bearer token. ``headers`` are sent with each request. ``meter`` is
    started with each request and read at its end.
    """

    def __init__(
        self,
        *,
        url: str,
        info: ModelInfo,
        key: str = "",
        limits: Limits | None = None,
        headers: Mapping[str, str] | None = None,
        meter: Meter = unknown_meter,
    ) -> None:
        self._url = url.rstrip("/") + "/chat/completions"
        self._info = info
        self._limits = limits or Limits()
        self._headers = {**(headers or {}), **({"Authorization": f"Bearer {key}"} if key else {})}
        self._meter = meter
        self._unknown: frozenset[str] = frozenset()

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
    ) -> Generator[Chunk, None, None]:
        if not messages:
            raise ModelRefused(detail="no message")
        body = _body(self._info.name, messages, schema, temperature, max_tokens)
        clock = Clock(self._limits, max_tokens)
        reading = self._meter()
        answer = Answer(model=self._info.name, schema=schema, max_tokens=max_tokens)
        with closing(self._asked(body, clock, answer)) as chunks:
            yield from chunks
        completion = answer.completion(seconds=clock.seconds, reading=reading)
        yield Chunk(text="", completion=completion)

    def _asked(
        self, body: Mapping[str, Any], clock: Clock, answer: Answer
    ) -> Generator[Chunk, None, None]:
        """Ask, and ask again where that is of use: before anything was answered."""
        for attempt in range(RETRIES + 1 + len(OPTIONAL_FIELDS)):
            try:
                yield from self._once(body, clock, answer)
                return
            except Refused as refused:
                delay = self._delay(refused, attempt, clock)
            yield from _beats(delay)

    def _delay(self, refused: Refused, attempt: int, clock: Clock) -> float:
        """Seconds before the next attempt; raises the error when another one is of no use."""
        if isinstance(refused.error, ModelRefused):
            unknown = {name for name in OPTIONAL_FIELDS if name in refused.page}
            if unknown - self._unknown:
                self._unknown |= unknown
                return 0.0
        delay = retry_delay(refused.status, refused.retry_after, attempt)
        if delay is None or attempt >= RETRIES or delay > clock.left:
            raise refused.error from None
        return delay

    def _once(
        self, body: Mapping[str, Any], clock: Clock, answer: Answer
    ) -> Generator[Chunk, None, None]:
        wire = Wire()
        sent = {name: value for name, value in body.items() if name not in self._unknown}
        post = Post(url=self._url, headers=self._headers, body=sent)
        try:
            with closing(paced(lambda: wire.events(post, self._limits), abort=wire.cut)) as events:
                yield from _chunks(events, clock, answer)
        except (ModelError, Refused):
            raise
        except UnicodeError as error:
            raise ModelRefused(
                "La clé ou l’adresse du serveur contient un caractère qui n’y a pas sa place.",
                detail=str(error),
            ) from error
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpx.StreamError,
            httpx.CookieConflict,
        ) as error:
            raise translated(error, begun=answer.begun) from error


def _chunks(
    events: Iterator[Data | Comment | None], clock: Clock, answer: Answer
) -> Iterator[Chunk]:
    for event in events:
        if event is None:
            if answer.finished:  # the server forgot to say that it had ended
                return
            clock.check()
            yield Chunk(text="")
        elif isinstance(event, Comment):
            yield Chunk(text="", wait=_wait(event, clock))
        elif event.text == "[DONE]":
            return
        elif text := answer.add(event.text):
            clock.piece()
            yield Chunk(text=text)
        clock.check()


def _wait(comment: Comment, clock: Clock) -> Wait | None:
    if not comment.text.startswith(QUEUE_MARK):
        return None
    try:
        turn = json.loads(comment.text.removeprefix(QUEUE_MARK))
        wait = Wait(position=turn["position"], seconds=turn["seconds"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelGarbled(detail=f"not a turn: {comment.text!r}") from error
    clock.queued()
    return wait


def _beats(seconds: float) -> Iterator[Chunk]:
    """Wait, leaving the reader the means to stop."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        yield Chunk(text="")
        time.sleep(min(BEAT, left))


def _body(
    name: str,
    messages: Sequence[Message],
    schema: JsonSchema | None,
    temperature: float,
    max_tokens: int,
) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": name,
        "messages": [{"role": message.role, "content": message.content} for message in messages],
        "temperature": temperature,
        "max_tokens": max_tokens,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if schema is not None:
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "reponse", "strict": True, "schema": dict(schema)},
        }
    return body
