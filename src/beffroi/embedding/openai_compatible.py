"""Embeddings from any OpenAI-compatible server (Albert, Mistral, Ollama, vLLM, llama.cpp)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import httpx
import numpy as np

from beffroi.embedding.rows import Rows, embedded
from beffroi.errors import ModelGarbled, ModelRefused
from beffroi.llm.http_errors import refusal, retry_delay, translated

#: Texts in one request.
BATCH = 64

#: How often a request refused with 429 or 503 is sent again.
RETRIES = 2


class OpenAICompatibleEmbedder:
    """``url`` is the address up to ``/v1``. The width of the rows is learnt from the server."""

    def __init__(self, *, url: str, name: str, key: str = "", timeout: float = 60.0) -> None:
        self._url = url.rstrip("/") + "/embeddings"
        self._name = name
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._timeout = httpx.Timeout(timeout, connect=min(10.0, timeout))
        self._width: int | None = None

    @property
    def name(self) -> str:
        return self._name

    def embed(self, texts: Sequence[str]) -> Rows:
        """Raises ``ModelError`` and its children only."""
        if self._width is None:
            self._width = self._request(["largeur"]).shape[1]
        return embedded(texts, self._width, self._all)

    def _all(self, texts: list[str]) -> Rows:
        rows = [
            self._request(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)
        ]
        if len({part.shape[1] for part in rows} | {self._width}) != 1:
            raise ModelGarbled("Les vecteurs reçus n’ont pas la même longueur.", detail="width")
        return np.concatenate(rows)

    def _request(self, texts: list[str]) -> Rows:
        body = {"model": self._name, "input": texts}
        for attempt in range(RETRIES + 1):
            response = self._sent(body)
            if response.status_code == 200:
                return _rows(response, len(texts))
            delay = retry_delay(
                response.status_code, response.headers.get("retry-after", ""), attempt
            )
            if delay is None or attempt == RETRIES:
                break
            time.sleep(delay)
        raise refusal(response.status_code, response.text)

    def _sent(self, body: dict[str, Any]) -> httpx.Response:
        try:
            return httpx.post(self._url, json=body, headers=self._headers, timeout=self._timeout)
        except UnicodeError as error:
            raise ModelRefused(
                "La clé ou l’adresse du serveur contient un caractère qui n’y a pas sa place.",
                detail=str(error),
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise translated(error, begun=False) from error


def _rows(response: httpx.Response, count: int) -> Rows:
    """One row for each text, in their order, whatever the order of the answer."""
    try:
        data = {int(row["index"]): row["embedding"] for row in response.json()["data"]}
        rows: Rows = np.asarray([data[place] for place in range(count)], dtype=np.float32)
    except (ValueError, KeyError, TypeError) as error:
        raise ModelGarbled(
            "Les vecteurs reçus sont illisibles.", detail=f"{error}: {response.text[:200]}"
        ) from error
    if rows.ndim != 2 or not rows.shape[1] or len(data) != count:
        raise ModelGarbled("Les vecteurs reçus sont illisibles.", detail=f"shape {rows.shape}")
    return rows
