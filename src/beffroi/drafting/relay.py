"""Messages of another program, through the same gate: policy → mask → model → restore.

Nothing is checked nor repaired here: the program that asks reads the answer. What leaves the
machine is masked as in the chain, and the answer comes back with its names, also in a stream.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, cast

from beffroi.drafting.masking import Clear, Restorer, Tokens, counts_of
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.types import DataClass
from beffroi.llm.types import ChatModel, Chunk, Completion, JsonSchema, Message
from beffroi.privacy import NO_LISTS, Lists, Table, mask_all


@dataclass(frozen=True, kw_only=True, slots=True)
class Dressed:
    """What the model will read. ``counts`` says how many of each kind were masked."""

    messages: tuple[Message, ...]
    schema: JsonSchema | None
    counts: Mapping[str, int]
    table: Table | None


def dress(
    messages: Sequence[Message],
    *,
    model: ChatModel,
    policy: Policy = DEFAULT_POLICY,
    data_class: DataClass = "interne",
    schema: JsonSchema | None = None,
    lists: Lists = NO_LISTS,
) -> Dressed:
    """The messages as this model may read them, under one table.

    The words of ``schema`` are masked too: a name may stand in one of its values.
    Raises :class:`beffroi.errors.PolicyRefused`.
    """
    policy.check(data_class, model.info)
    if not policy.masks(data_class, model.info, modele_allows="ailleurs"):
        return Dressed(messages=tuple(messages), schema=schema, counts={}, table=None)
    words = _words(schema) if schema is not None else []
    masked = mask_all([*(message.content for message in messages), *words], lists=lists)
    hidden = {word: each.text for word, each in zip(words, masked[len(messages) :], strict=True)}
    table = masked[0].table if masked else Table()
    if schema is not None:
        table = _in_json(table)
    return Dressed(
        messages=tuple(
            replace(message, content=each.text)
            for message, each in zip(messages, masked, strict=False)
        ),
        schema=cast(JsonSchema, _replaced(schema, hidden)) if schema is not None else None,
        counts=counts_of(masked),
        table=table,
    )


def relay(
    dressed: Dressed,
    *,
    model: ChatModel,
    temperature: float = 0.0,
    max_tokens: int = 1024,
    stop: Sequence[str] = (),
) -> Iterator[Chunk]:
    """The answer with its names, piece by piece; the last chunk bears the whole completion.

    ``stop``: the answer ends before the first of these texts. Closing the iterator stops the
    model. Raises :class:`beffroi.errors.ModelError`.
    """
    restored = _restorer(dressed.table)
    until = _Until(stop)
    shown = ""
    last: Completion | None = None
    stream = model.stream(
        dressed.messages, schema=dressed.schema, temperature=temperature, max_tokens=max_tokens
    )
    with closing(cast(Any, stream)) as chunks:
        for chunk in chunks:
            last = chunk.completion or last
            text = until.feed(restored.feed(chunk.text)) if chunk.text else ""
            shown += text
            if text or chunk.wait or not chunk.text:
                yield Chunk(text=text, wait=chunk.wait)
            if until.reached:
                break
    rest = until.flush(restored.flush())
    if rest:
        yield Chunk(text=rest)
    yield Chunk(text="", completion=_whole(last, model, shown + rest))


def _whole(last: Completion | None, model: ChatModel, text: str) -> Completion:
    if last is None:  # stopped by a text before the model had ended: its figures are not known
        return Completion(text=text, model=model.info.name, finish="fin")
    return replace(last, text=text)


def _restorer(table: Table | None) -> Restorer:
    return (Tokens(known=(), table=table, counts={}) if table else Clear()).streamed()


class _Until:
    """Lets text through until one of ``stops``; holds back what may be its beginning."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._stops = [stop for stop in stops if stop]
        self._held = ""
        self.reached = False

    def feed(self, piece: str) -> str:
        if self.reached:
            return ""
        text = self._held + piece
        found = [place for stop in self._stops if (place := text.find(stop)) >= 0]
        if found:
            self.reached, self._held = True, ""
            return text[: min(found)]
        keep = max((_begun(text, stop) for stop in self._stops), default=0)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep]

    def flush(self, piece: str) -> str:
        """What is left at the end of the answer."""
        text = self.feed(piece)
        held, self._held = self._held, ""
        return text if self.reached else text + held


def _begun(text: str, stop: str) -> int:
    """How many of the last characters of ``text`` are the beginning of ``stop``."""
    longest = min(len(text), len(stop) - 1)
    return next((n for n in range(longest, 0, -1) if text.endswith(stop[:n])), 0)


#: Words of a schema that a program reads, never a person: masking them would break it.
_TECHNICAL = frozenset({"$ref", "$id", "$schema", "$anchor", "type", "format", "pattern"})


def _words(schema: JsonSchema) -> list[str]:
    """Every text of the schema in which somebody may be named, once each."""
    found: dict[str, None] = {}

    def keep(word: str) -> str:
        found[word] = None
        return word

    _walked(schema, keep)
    return list(found)


def _replaced(schema: JsonSchema, hidden: Mapping[str, str]) -> Any:
    return _walked(schema, lambda word: hidden[word])


def _walked(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """A copy of ``value`` whose texts went through ``change``, but for the technical ones."""
    if isinstance(value, str):
        return value if name in _TECHNICAL else change(value)
    if isinstance(value, Mapping):
        return {change(str(key)): _walked(item, change, str(key)) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_walked(item, change, name) for item in value]
    return value


def _in_json(table: Table) -> Table:
    """The same table for an answer that is JSON: what is put back must be written as there."""
    entries = {
        key: json.dumps(text, ensure_ascii=False)[1:-1] for key, text in table.entries.items()
    }
    return replace(table, entries=entries)
