"""The worker is wanted when there is work, or when somebody is there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from beffroi.settings import Settings
from beffroi_web.serving.wake import wake
from beffroi_web.serving.watch import Watch


@pytest.fixture
def base(tmp_path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(tmp_path / "beffroi.sqlite3", isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("CREATE TABLE jobs_job (state TEXT)")
    return base


def test_a_write_or_a_waiting_job_calls_the_worker(
    base: sqlite3.Connection, tmp_path: Path
) -> None:
    watch = Watch(Settings(home=tmp_path))
    assert not watch.work_expected()
    base.execute("INSERT INTO jobs_job VALUES ('fini')")
    assert watch.work_expected(), "somebody wrote"
    assert not watch.work_expected()
    base.execute("INSERT INTO jobs_job VALUES ('attente')")
    assert watch.work_expected() and watch.work_expected(), "a job waits, however long"


def test_opening_a_page_from_which_work_is_asked_calls_the_worker_once(
    base: sqlite3.Connection, tmp_path: Path
) -> None:
    watch = Watch(Settings(home=tmp_path))
    assert not watch.work_expected()
    wake(tmp_path)
    assert watch.work_expected()
    assert not watch.work_expected(), "the touch was seen"
    os.utime(tmp_path / "reveil", (1.0, 1.0))
    assert not Watch(Settings(home=tmp_path)).work_expected(), "an old touch calls nobody"


def test_when_in_doubt_the_worker_runs(tmp_path: Path) -> None:
    assert Watch(Settings(home=tmp_path)).work_expected()
    assert Watch(Settings(database_url="postgresql://x/y")).work_expected()
