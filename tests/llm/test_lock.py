"""The lock between processes: one holder, released by the system when the holder dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from beffroi.llm.lock import held, is_free

HOLDER = """
import sys, time
from pathlib import Path
from beffroi.llm.lock import held
with held(Path(sys.argv[1])) as mine:
    print(mine, flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "True\n"
    return process


def test_one_holder_and_a_killed_one_holds_no_more(tmp_path: Path) -> None:
    path = tmp_path / "dossier" / "verrou"
    with holder(path) as process:
        with held(path) as mine:
            assert not mine
        assert not is_free(path)
        process.kill()
        process.wait()
        with held(path, wait=5) as mine:
            assert mine


def test_it_is_free_again_after_the_block(tmp_path: Path) -> None:
    path = tmp_path / "verrou"
    assert is_free(path)
    with held(path) as mine:
        assert mine
        assert not is_free(path)
    assert is_free(path)


def test_looking_creates_nothing(tmp_path: Path) -> None:
    assert is_free(tmp_path / "verrou")
    assert list(tmp_path.iterdir()) == []
