"""A model whose answers are kept, so that another way of choosing is measured without asking again.

Greedy answers to the same messages are the same: the key is all that was asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from beffroi.llm.types import (
    ChatModel,
    Chunk,
    Completion,
    Energy,
    JsonSchema,
    Message,
    ModelInfo,
)


class RememberedModel:
    """``path`` is a JSONL of ``{"key", "completion"}``; only temperature 0 is kept."""

    def __init__(self, model: ChatModel, path: Path) -> None:
        self._model = model
        self._path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        self._known = {row["key"]: _completion(row["completion"]) for row in map(json.loads, lines)}

    @property
    def info(self) -> ModelInfo:
        return self._model.info

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Completion:
        asked = [self.info.name, [asdict(m) for m in messages], schema, max_tokens]
        key = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        if temperature or key not in self._known:
            said = self._model.complete(
                messages, schema=schema, temperature=temperature, max_tokens=max_tokens
            )
            if temperature:
                return said
            self._known[key] = said
            row = {"key": key, "completion": asdict(said)}
            with self._path.open("a", encoding="utf-8") as out:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        return self._known[key]

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        said = self.complete(
            messages, schema=schema, temperature=temperature, max_tokens=max_tokens
        )
        yield Chunk(text=said.text, completion=said)


def _completion(row: dict[str, object]) -> Completion:
    return Completion(**{**row, "energy": Energy(**row["energy"])})  # type: ignore[arg-type]
