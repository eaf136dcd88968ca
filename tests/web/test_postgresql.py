"""The same promises on PostgreSQL: the journal refuses, a job survives, others take over."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.jobs.test_survival import PATIENCE, Instance, _check_whole, _wait_for_end
from web.postgres import binaries, running

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(binaries() is None, reason="no PostgreSQL on this machine"),
]


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    with running() as address:
        yield Instance(tmp_path, address)


def test_on_postgresql(instance: Instance) -> None:
    """One cluster for all: starting it costs more than the tests."""
    instance.prepare("mot 1.1", "ligne 2")
    assert instance.worker().wait(PATIENCE) == -signal.SIGKILL

    # A second machine, after the silence of the first, takes the job over and dies too; the first
    # comes back.
    instance.env["TRIAL_DEAD"] = "2"
    assert instance.worker("autre").wait(PATIENCE) == -signal.SIGKILL
    _check_whole(_wait_for_end(instance, instance.worker("essai")))

    refused = json.loads(instance.order("rewrite"))
    assert len(refused) == 3
    assert all("ne se reecrit pas" in words for words in refused), refused
