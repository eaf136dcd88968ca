"""A real worker, killed at many points: nothing lost, nothing done twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from web.jobs.trial_jobs import STEPS

TRIAL = Path(__file__).with_name("trial.py")
ROOT = Path(__file__).parents[3]
WHOLE = "".join(f"{step}.{word} " for step in range(STEPS) for word in range(5))
#: A test that waits longer than this has failed.
PATIENCE = 180.0


class Instance:
    """An instance of its own, and the processes that work on it."""

    def __init__(self, home: Path, database_url: str = "") -> None:
        self.trace = home / "trace"
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("BEFFROI_")},
            "BEFFROI_HOME": str(home),
            "BEFFROI_DATABASE_URL": database_url,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}",
        }

    def order(self, *words: str) -> str:
        command = [sys.executable, str(TRIAL), *words]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def prepare(self, *die_at: str) -> None:
        self.order("prepare", str(self.trace), *die_at)

    def report(self) -> dict[str, Any]:
        return dict(json.loads(self.order("report", str(PATIENCE))))

    def worker(self, name: str = "essai") -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(TRIAL), "worker", name], env=self.env)

    def marks(self) -> list[str]:
        return self.trace.read_text().splitlines() if self.trace.exists() else []


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    return Instance(tmp_path)


def _wait_for_end(instance: Instance, worker: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Wait until the job has ended; then stop the worker cleanly."""
    report = instance.report()
    assert worker.poll() is None, "the worker died"
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    return report


def _check_whole(report: dict[str, Any]) -> None:
    assert report["state"] == "fini"
    assert report["result"] == {"words": 5 * STEPS}
    assert report["text"] == WHOLE
    assert [name.split()[1] for name in report["rows"]] == [str(n) for n in range(STEPS)]
    assert report["acts"] == ["travail.lance", "travail.fini"]
    assert report["journal"] == []


def test_a_job_killed_at_its_own_worst_moments(instance: Instance) -> None:
    """In the first word, in the last word of a step, inside the transaction of a write, …"""
    points = ["mot 0.0", "mot 0.4", "ligne 0", "mot 2.2", "ligne 3"]
    instance.prepare(*points)
    for _ in points:
        assert instance.worker().wait(PATIENCE) == -signal.SIGKILL
    _check_whole(_wait_for_end(instance, instance.worker()))
    marks = instance.marks()
    assert marks.count("mot 1.0") == 1, "a finished step is not run again"
    assert marks.count("mot 0.0") == 3


def test_a_job_killed_anywhere(instance: Instance) -> None:
    """Killed from outside at moments drawn by lot, whatever it is doing then."""
    lot = random.Random(20261122)
    instance.prepare()
    for _ in range(3):
        worker = instance.worker()
        before = len(instance.marks())
        limit = time.monotonic() + PATIENCE
        while len(instance.marks()) == before and time.monotonic() < limit:
            time.sleep(0.005)
        time.sleep(lot.uniform(0, 0.15))
        worker.kill()
        worker.wait()
    _check_whole(_wait_for_end(instance, instance.worker()))


def test_a_stopped_job_is_resumed_after_its_last_finished_step(instance: Instance) -> None:
    instance.prepare()
    worker = instance.worker()
    limit = time.monotonic() + PATIENCE
    while "mot 1.0" not in instance.marks():
        assert time.monotonic() < limit
        time.sleep(0.005)
    instance.order("stop")
    report = _wait_for_end(instance, worker)
    if report["state"] == "arret":  # it may have been quicker than the order
        instance.order("resume")
        report = _wait_for_end(instance, instance.worker())
        assert instance.marks().count("mot 0.0") == 1
        assert report["acts"][-2:] == ["travail.repris", "travail.fini"]
    assert (report["state"], report["text"]) == ("fini", WHOLE)
    assert len(report["rows"]) == STEPS
