"""What a stopped analysis had done: kept beside its reports until they are all written.

A process may be killed at any point: what is kept appears whole or not at all, and the same order
of work on it gives the same result, to the last digit.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.export import as_json
from beffroi.consultation.load import from_data
from beffroi.consultation.types import Result
from beffroi.consultation.vectors import Matrix
from beffroi.embedding.types import Embedder
from beffroi.llm.types import ChatModel, Chunk, Completion, Energy, JsonSchema, Message, ModelInfo

FOLDER = ".reprise"


class Kept:
    """The folder of what was done under ``key``; that of another key is dropped.

    Leaving the ``with`` block without an error drops it: all is written.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder / FOLDER
        self._files = self._folder / "fichiers"
        mark = self._folder / "cle"
        if not mark.is_file() or mark.read_text("utf-8") != key:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(parents=True)
            write_whole(mark, key.encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def resumed(self) -> bool:
        """Whether something was kept before."""
        return len(list(self._folder.iterdir())) > 1

    def result(self, name: str, made: Callable[[], Result]) -> Result:
        """The result of that name: kept, or made now and kept."""
        path = self._folder / f"{name}.json"
        if path.is_file():
            return from_data(json.loads(path.read_text("utf-8")))
        result = made()
        write_whole(path, "".join(as_json(result)).encode())
        return result

    def embedder(self, embedder: Embedder) -> KeptEmbedder:
        return KeptEmbedder(embedder, self._folder)

    def known(self, most: int) -> dict[str, NDArray[np.float16]]:
        """Text → its meaning, for the first ``most`` that were read."""
        found: dict[str, NDArray[np.float16]] = {}
        for path in sorted(self._folder.glob("sens-*.npz")):
            for text, row in zip(*_read(path), strict=True):
                if len(found) >= most:
                    return found
                found[text] = row.astype(np.float16)
        return found

    def model(self, model: ChatModel) -> KeptModel:
        return KeptModel(model, self._folder / "modele.jsonl")

    def written(self) -> set[str]:
        """The names of the files that are written."""
        return set(self._files.read_text("utf-8").split("\n")) if self._files.is_file() else set()

    def wrote(self, name: str) -> None:
        write_whole(self._files, "\n".join([*sorted(self.written()), name]).encode())


def write_whole(path: Path, content: bytes) -> None:
    """The file appears with all its content, or stays as it was."""
    part = path.with_name(f"{path.name}.partie")
    part.write_bytes(content)
    part.replace(path)


class KeptEmbedder:
    """An embedder that writes what it gave, call by call: asked again in the same order, it reads
    nothing twice."""

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder, self._folder = embedder, folder
        self._calls = 0

    @property
    def name(self) -> str:
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> Matrix:
        said = json.dumps(list(texts)).encode()
        self._calls += 1
        name = f"sens-{self._calls:06}-{hashlib.sha256(said).hexdigest()}.npz"
        path = self._folder / name
        if not path.is_file():
            rows = self._embedder.embed(texts)
            part = path.with_suffix(".partie")
            with part.open("wb") as out:
                np.savez(out, rows=rows, texts=np.frombuffer(said, np.uint8))
            part.replace(path)
            return rows
        return _read(path)[1]


def _read(path: Path) -> tuple[list[str], Matrix]:
    with np.load(path, allow_pickle=False) as held:
        return json.loads(held["texts"].tobytes()), held["rows"]


class KeptModel:
    """A model whose answers are written: asked the same again, it is not called."""

    def __init__(self, model: ChatModel, path: Path) -> None:
        self._model, self._path = model, path
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
        self._known = dict(filter(None, map(_line, lines)))

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
        asked = {"schema": schema, "temperature": temperature, "max_tokens": max_tokens}
        key = self._key(messages, asked)
        if key not in self._known:
            said = self._model.complete(
                messages, schema=schema, temperature=temperature, max_tokens=max_tokens
            )
            self._keep(key, said)
        return self._known[key]

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        asked = {"schema": schema, "temperature": temperature, "max_tokens": max_tokens}
        key = self._key(messages, asked)
        if key in self._known:
            yield Chunk(text=self._known[key].text, completion=self._known[key])
            return
        for chunk in self._model.stream(
            messages, schema=schema, temperature=temperature, max_tokens=max_tokens
        ):
            if chunk.completion is not None:
                self._keep(key, chunk.completion)
            yield chunk

    def _key(self, messages: Sequence[Message], asked: object) -> str:
        said = json.dumps([self.info.name, [asdict(m) for m in messages], asked], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()

    def _keep(self, key: str, said: Completion) -> None:
        self._known[key] = said
        with self._path.open("a", encoding="utf-8") as out:
            out.write(json.dumps({"key": key, "said": asdict(said)}, ensure_ascii=False) + "\n")


def _line(line: str) -> tuple[str, Completion] | None:
    """What a line keeps; nothing of the last one, if its writing was cut."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None
    return row["key"], Completion(**{**row["said"], "energy": Energy(**row["said"]["energy"])})
