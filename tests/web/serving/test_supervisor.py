"""The whole instance as processes: it serves, starts again what dies, stops in order."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

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


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A demonstration that serves; without its model."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "beffroi", "demo", "--port", str(port), "--sans-modele"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert wait_until_open("127.0.0.1", port, seconds=60)
    yield process, port
    process.kill()
    process.wait()


def _children(pid: int) -> list[int]:
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listing.read_text().split()]


def _wait(done: Callable[[], bool]) -> None:
    limit = time.monotonic() + 30
    while not done():
        assert time.monotonic() < limit
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_dies_is_started_again_and_all_stops_on_sigterm(
    served: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = served
    page = f"http://127.0.0.1:{port}/compte/connexion/"
    with httpx.Client() as browser:
        assert browser.get(page).status_code == 200
        assert len(_children(process.pid)) == 1, "nobody works: no worker"
        form = {
            "csrfmiddlewaretoken": browser.cookies["jeton"],
            "username": "agent@demonstration.test",
            "password": "beffroi-demonstration",
        }
        assert browser.post(page, data=form).status_code == 302
    _wait(lambda: len(_children(process.pid)) == 2)
    before = _children(process.pid)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    _wait(lambda: len(set(_children(process.pid)) - set(before)) == 2)
    assert wait_until_open("127.0.0.1", port, seconds=30)
    assert httpx.get(page, timeout=30).status_code == 200
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
