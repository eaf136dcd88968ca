"""The model process: one, guarded, fair, gone when idle, back when it died."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from beffroi.errors import ModelCutOff, ModelError, ModelFailed, ModelUnavailable
from beffroi.llm import Message, ModelInfo, Wait
from beffroi.llm.lock import is_free
from beffroi.llm.process import Job, ensure, running, state, stop
from beffroi.llm.shared import SharedModel

pytestmark = pytest.mark.model

INFO = ModelInfo(name="smollm2", title="SmolLM2", place="machine", context_tokens=1024)
STORY = [Message(role="user", content="Tell a very long story about a town.")]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    assert stop(tmp_path)


@pytest.fixture
def job(tiny_model: Path) -> Job:
    return Job(name="smollm2", path=str(tiny_model), context=1024, idle=60, threads=1)


@pytest.fixture
def model(tiny_model: Path, home: Path) -> SharedModel:
    return SharedModel(tiny_model, info=INFO, home=home, owner="a", threads=1)


def until(condition: Callable[[], bool]) -> bool:
    """Waits for what must come, not for a time: half a minute is only there for a failure."""
    end = time.monotonic() + 30
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def kill(home: Path) -> None:
    address = running(home)
    assert address
    os.kill(address.pid, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert until(lambda: is_free(home / "modele" / "processus.verrou"))


def test_nothing_runs_before_the_first_request(home: Path) -> None:
    assert running(home) is None


def test_it_is_one_even_when_many_start_it(home: Path, job: Job) -> None:
    pids: list[int] = []
    threads = [
        threading.Thread(target=lambda: pids.append(ensure(home, job).pid)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(pids) == 4 and len(set(pids)) == 1


def test_nobody_else_can_use_it(home: Path, job: Job) -> None:
    address = ensure(home, job)
    for headers in ({}, {"Authorization": "Bearer faux"}):
        for path in ("/etat", "/autre"):
            assert httpx.get(address.url + path, headers=headers).status_code == 401
        for path in ("/v1/chat/completions", "/arret"):
            assert httpx.post(address.url + path, headers=headers, json={}).status_code == 401
    if sys.platform != "win32":
        assert stat.S_IMODE((home / "modele").stat().st_mode) == 0o700
        assert stat.S_IMODE((home / "modele" / "processus.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("body", "status"), [("pas du json", 400), ("[]", 400), ('{"messages": "non"}', 500)]
)
def test_what_is_not_a_request_is_refused(home: Path, job: Job, body: str, status: int) -> None:
    address = ensure(home, job)
    headers = {"Authorization": f"Bearer {address.key}"}
    url = f"{address.url}/v1/chat/completions"
    assert httpx.post(url, headers=headers, content=body).status_code in (status, 400)
    assert httpx.post(address.url + "/autre", headers=headers, json={}).status_code == 404


def test_a_plain_request_is_answered_whole(home: Path, job: Job) -> None:
    address = ensure(home, job)
    body = {"messages": [{"role": "user", "content": "Hello?"}], "max_tokens": 4}
    response = httpx.post(
        f"{address.url}/v1/chat/completions",
        headers={"Authorization": f"Bearer {address.key}"},
        json=body,
        timeout=60,
    )
    assert response.status_code == 200
    assert response.json()["choices"][0]["message"]["content"]
    long = {**body, "messages": [{"role": "user", "content": "mot " * 4000}]}
    refused = httpx.post(
        f"{address.url}/v1/chat/completions",
        headers={"Authorization": f"Bearer {address.key}"},
        json=long,
        timeout=60,
    )
    assert refused.status_code == 400
    assert refused.json()["error"]["type"] == "exceed_context_size_error"


def test_killed_in_mid_answer_it_says_so_and_comes_back(home: Path, model: SharedModel) -> None:
    stream = model.stream(STORY, max_tokens=900)
    next(chunk for chunk in stream if chunk.text)
    kill(home)
    with pytest.raises(ModelError) as raised:
        list(stream)
    assert isinstance(raised.value, (ModelFailed, ModelCutOff))
    assert model.complete(STORY, max_tokens=4).text


def test_what_a_killed_process_left_is_recovered(home: Path, model: SharedModel, job: Job) -> None:
    first = ensure(home, job)
    kill(home)
    assert (home / "modele" / "processus.json").exists()
    assert running(home) is None
    assert model.complete(STORY, max_tokens=4).text
    second = running(home)
    assert second and second.pid != first.pid and second.key != first.key


def test_damaged_records_are_no_obstacle(home: Path, model: SharedModel) -> None:
    (home / "modele").mkdir()
    (home / "modele" / "processus.json").write_text("{pas du json")
    assert model.complete(STORY, max_tokens=4).text


def test_it_ends_when_idle(home: Path, job: Job) -> None:
    ensure(home, replace(job, idle=0.2))
    assert until(lambda: is_free(home / "modele" / "processus.verrou"))
    assert running(home) is None


def test_another_model_replaces_it(home: Path, job: Job) -> None:
    first = ensure(home, job)
    second = ensure(home, replace(job, name="autre"))
    assert (first.model, second.model) == ("smollm2", "autre")
    assert first.pid != second.pid


def test_a_file_that_is_no_model_is_said(home: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "abime.gguf"
    damaged.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelUnavailable) as raised:
        SharedModel(damaged, info=INFO, home=home).complete(STORY)
    assert raised.value.detail


def test_closing_the_stream_frees_the_engine(home: Path, model: SharedModel) -> None:
    stream = model.stream(STORY, max_tokens=900)
    next(chunk for chunk in stream if chunk.text)
    address = running(home)
    assert address
    stream.close()  # type: ignore[attr-defined]
    assert until(lambda: not (state(address) or {"busy": True})["busy"])


def test_whoever_waits_is_told_the_turn(home: Path, tiny_model: Path, model: SharedModel) -> None:
    stream = model.stream(STORY, max_tokens=900)
    next(chunk for chunk in stream if chunk.text)
    other = SharedModel(tiny_model, info=INFO, home=home, owner="b", threads=1).stream(
        STORY, max_tokens=4
    )
    turn = next(chunk.wait for chunk in other if chunk.wait)
    assert turn == Wait(position=1, seconds=None)
    stream.close()  # type: ignore[attr-defined]
    last = list(other)[-1]
    assert last.completion and last.completion.text
