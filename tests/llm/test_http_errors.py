"""The maps of foreign errors are complete."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from beffroi.errors import ModelCutOff, ModelError, ModelGarbled, PromptTooLong
from beffroi.llm.http_errors import EXCEPTIONS, refusal, retry_delay, translated

HTTPX = [
    kind
    for _, kind in inspect.getmembers(httpx, inspect.isclass)
    if issubclass(kind, Exception) and not issubclass(kind, Warning)
]


def test_httpx_has_exceptions_and_all_are_in_the_table() -> None:
    assert len(HTTPX) > 20
    assert set(HTTPX) <= set(EXCEPTIONS)


@pytest.mark.parametrize("kind", HTTPX)
def test_each_becomes_the_error_of_the_table(kind: type[Exception]) -> None:
    error = kind.__new__(kind)
    Exception.__init__(error, "détail")
    assert type(translated(error, begun=False)) is EXCEPTIONS[kind]
    assert isinstance(translated(error, begun=True), ModelError)


def test_losing_the_server_after_the_first_piece_is_a_cut() -> None:
    assert isinstance(translated(httpx.ReadError("x"), begun=True), ModelCutOff)


@pytest.mark.parametrize("status", [*range(201, 600), 700])
def test_every_status_is_an_error_with_its_detail(status: int) -> None:
    error = refusal(status, "page")
    assert type(error) is not ModelError
    assert str(status) in error.detail
    assert error.message and error.next_step


def test_a_redirection_is_not_followed_silently() -> None:
    assert isinstance(refusal(302, ""), ModelGarbled)


@pytest.mark.parametrize(
    "body",
    [
        '{"error": {"type": "exceed_context_size_error"}}',
        '{"error": {"code": "context_length_exceeded"}}',
        "This model's maximum context length is 8192 tokens.",
    ],
)
def test_too_long_is_recognised(body: str) -> None:
    assert isinstance(refusal(400, body), PromptTooLong)


@pytest.mark.parametrize(
    ("status", "header", "attempt", "delay"),
    [
        (429, "3", 0, 3.0),
        (503, "0", 1, 0.0),
        (429, "", 0, 1.0),
        (429, "", 1, 2.0),
        (429, "3600", 0, None),
        (429, "bientôt", 0, None),
        (500, "1", 0, None),
    ],
)
def test_retry_delay(status: int, header: str, attempt: int, delay: float | None) -> None:
    assert retry_delay(status, header, attempt) == delay


def test_retry_after_as_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=10), usegmt=True)
    delay = retry_delay(429, date, 0)
    assert delay is not None and 8 <= delay <= 10
