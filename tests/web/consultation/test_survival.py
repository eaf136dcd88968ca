"""The analysis of a consultation, killed where it hurts: the same result, written once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PATIENCE = 240
#: While the meaning is read; when the map is written and nothing says so yet; when the model has
#: spoken; inside the transaction that keeps the result.
POINTS = ("sens", "carte", "titres", "resultat")


def _order(home: Path, *words: str) -> subprocess.Popen[str]:
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith("BEFFROI_")},
        "BEFFROI_HOME": str(home),
        "DIE_AT": " ".join(POINTS),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}",
    }
    command = [sys.executable, "-m", "web.consultation.trial", *words]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


def test_an_analysis_killed_at_its_worst_moments(tmp_path: Path) -> None:
    assert _order(tmp_path, "prepare").wait(PATIENCE) == 0
    for _ in POINTS:
        assert _order(tmp_path, "worker").wait(PATIENCE) == -signal.SIGKILL
    assert (tmp_path / "morts").read_text().split() == list(POINTS)
    last = _order(tmp_path, "worker")
    said, _ = _order(tmp_path, "report", str(PATIENCE)).communicate(timeout=PATIENCE + 60)
    last.send_signal(signal.SIGTERM)
    assert last.wait(PATIENCE) == 0
    report = json.loads(said)
    whole, killed = report["found"]
    assert whole[0] == "fini" and killed == whole
    assert report["acts"] == 2, "each result is kept once"
