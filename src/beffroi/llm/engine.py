"""llama.cpp inside this process, by ``xllamacpp``.

Its native server listens on the loopback of this machine, behind a key made for this start: one
way of speaking to it, streaming and stopping included, whether the caller is the command line or
the model process. Decision record 0011.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from beffroi.errors import ModelFailed, ModelUnavailable, PromptTooLong
from beffroi.llm.http_errors import translated

#: Cores used. More than the machine has makes it slower; more than two serve a small model little.
THREADS = min(2, os.cpu_count() or 1)

#: Mebibytes kept to remember prompts: going from one modèle to another and back does not read the
#: instruction and its examples again.
PROMPT_MEMORY = 512

#: Tokens that must remain for the answer, at least (or ``max_tokens`` when it is less).
LEAST_ROOM = 256

#: Seconds between two signs of life while a long prompt is read.
PING = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """A loaded model. It stops when the last reference to ``server`` goes."""

    url: str
    key: str
    context: int
    server: Any = field(repr=False)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


def load(path: Path, *, name: str, context: int, threads: int = THREADS) -> Engine:
    """Load the GGUF file ``path``; raises ``ModelUnavailable`` when it is absent or damaged."""
    import xllamacpp

    if not path.is_file():
        raise ModelUnavailable(detail=f"no file {path}")
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {name}
    params.n_ctx, params.n_parallel = context, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    # Read, not mapped: the weights are rearranged for the processor anyway, and mapping would
    # keep both forms (measured: 1.4 GB instead of 2.0 for a file of 1.1 GB).
    params.load_mode = xllamacpp.llama_load_mode.LLAMA_LOAD_MODE_NONE
    params.cache_ram_mib, params.sse_ping_interval = PROMPT_MEMORY, PING
    params.verbosity, params.warmup, params.ui, params.endpoint_slots = -1, False, False, False
    key = secrets.token_urlsafe(32)
    params.api_keys = [key]
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, OSError) as error:
        raise ModelUnavailable(
            "Le modèle installé n’a pas pu être chargé.",
            next_step="Installez-le à nouveau : beffroi modele installer.",
            detail=str(error),
        ) from error
    return Engine(url=str(server.listening_address), key=key, context=context, server=server)


def require_room(engine: Engine, messages: Sequence[Mapping[str, str]], *, max_tokens: int) -> None:
    """Raises ``PromptTooLong`` when the prompt leaves no room for an answer.

    The engine itself counts, with the model's own template and vocabulary.
    """
    prompt = _tokens(engine, messages)
    room = min(max_tokens, LEAST_ROOM)
    if prompt + room > engine.context:
        raise PromptTooLong(
            f"Ce texte compte {prompt} unités de lecture ; "
            f"ce modèle en lit {engine.context - room} au plus.",
            detail=f"prompt {prompt} + room {room} > context {engine.context}",
        )


def _tokens(engine: Engine, messages: Sequence[Mapping[str, str]]) -> int:
    try:
        response = httpx.post(
            f"{engine.url}/v1/chat/completions/input_tokens",
            json={"messages": [dict(message) for message in messages]},
            headers=engine.headers,
            trust_env=False,
            timeout=30,
        )
        if response.status_code != 200:
            raise ModelFailed(detail=f"HTTP {response.status_code}: {response.text[:300]}")
        return int(response.json()["input_tokens"])
    except httpx.HTTPError as error:
        raise translated(error, begun=False) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelFailed(detail=f"no token count: {error}") from error
