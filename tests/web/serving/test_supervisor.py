"""The whole instance as processes: it serves, starts again what dies, stops in order."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from beffroi.llm import process as model_process
from beffroi_web.serving import supervisor
from beffroi_web.serving.supervisor import CannotServe, require_free, wait_until_open

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path) -> dict[str, str]:
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith(("BEFFROI_", "DJANGO_"))},
        "BEFFROI_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A demonstration that serves; without its model. The last test stops it."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "beffroi", "demo", "--port", str(port), "--sans-modele"],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert wait_until_open("127.0.0.1", port, seconds=60)
    assert len(_children(process.pid)) <= 1, "nobody works yet: no worker"
    yield process, port
    process.kill()
    process.wait()


def _children(pid: int) -> list[int]:
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listing.read_text().split()]


def _wait(done: Callable[[], bool]) -> None:
    limit = time.monotonic() + 120
    while not done():
        assert time.monotonic() < limit
        time.sleep(0.05)


def _answers(page: str) -> bool:
    """An orphan of the killed server may still hold the port for an instant."""
    try:
        return httpx.get(page, timeout=30).status_code == 200
    except httpx.TransportError:
        return False


def _signed_in(port: int) -> httpx.Client:
    browser = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
    browser.get("/compte/connexion/")
    form = {
        "csrfmiddlewaretoken": browser.cookies["jeton"],
        "username": "agent@demonstration.test",
        "password": "beffroi-demonstration",
    }
    assert browser.post("/compte/connexion/", data=form).status_code == 302
    return browser


def test_fifty_tabs_on_a_long_job_leave_the_site_free(
    served: tuple[subprocess.Popen[str], int], home: Path
) -> None:
    _, port = served
    browser = _signed_in(port)
    job = uuid.uuid4()
    _unfinished_job(home, job)
    request = (
        f"GET /travaux/{job}/flux HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Cookie: session={browser.cookies['session']}\r\n\r\n"
    )
    tabs = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in range(50)]
    for tab in tabs:
        tab.sendall(request.encode())
    assert all(b"retry: " in _until(tab, b"retry: ") for tab in tabs)
    assert browser.get("/compte/").status_code == 200
    for tab in tabs:
        tab.close()
    browser.close()


def _until(tab: socket.socket, words: bytes) -> bytes:
    received = b""
    while words not in received:
        piece = tab.recv(4096)
        assert piece, received
        received += piece
    return received


def _unfinished_job(home: Path, job: uuid.UUID) -> None:
    """A job that another machine has, so that it never ends here."""
    with sqlite3.connect(home / "beffroi.sqlite3", timeout=20) as base:
        base.execute(
            "INSERT INTO jobs_job (id, name, title, args, state, label, done, total, error_code,"
            " error, stop_requested, attempt, worker, created_at, collectivite_id, owner_id)"
            " SELECT ?, 'essai', 'Essai', '{}', 'en_cours', '', 0, 0, '', '', 0, 1, 'ailleurs',"
            " '2026-01-01 00:00:00', m.collectivite_id, m.user_id FROM collectivites_membership m"
            " JOIN accounts_user u ON u.id = m.user_id WHERE u.email = 'agent@demonstration.test'",
            (job.hex,),
        )
    base.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_dies_is_started_again_and_all_stops_on_sigterm(
    served: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = served
    page = f"http://127.0.0.1:{port}/compte/connexion/"
    _wait(lambda: len(_children(process.pid)) == 2)
    before = _children(process.pid)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    _wait(lambda: len(set(_children(process.pid)) - set(before)) == 2)
    _wait(lambda: _answers(page))
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert f"http://127.0.0.1:{port}" in output and "agent@demonstration.test" in output
    assert "Beffroi est arrêté." in output
    require_free("127.0.0.1", port)


def test_a_port_that_is_taken_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotServe, match=f"port {port}") as caught:
            require_free("127.0.0.1", port)
    assert f"--port {port + 1}" in caught.value.sentence


def test_the_model_ends_with_the_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stopped: list[Path] = []
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path))
    monkeypatch.setattr(model_process, "stop", lambda home, *, wait: stopped.append(home))
    monkeypatch.setattr(supervisor, "Child", lambda *_, **__: _Gone())
    monkeypatch.setattr(supervisor, "wait_until_open", lambda *_, **__: True)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        supervisor.serve(
            host="127.0.0.1",
            port=free_port(),
            on_open=lambda: os.kill(os.getpid(), signal.SIGTERM),
        )
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert stopped == [tmp_path]


class _Gone:
    """A child that has nothing to do."""

    def look(self) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""

    def wait(self, seconds: float) -> None:
        """Nothing."""
