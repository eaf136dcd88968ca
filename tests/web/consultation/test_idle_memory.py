"""The site declares this room’s long work without loading what does it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from web.serving.test_supervisor import environment

PROGRAM = """
import sys, django
django.setup()
from beffroi_web.jobs.registry import kind
assert kind("consultation.depouiller") and kind("consultation.joindre")
print([name for name in sys.modules if name.startswith("beffroi.consultation")])
"""


def test_declaring_the_work_loads_no_calculation(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**environment(tmp_path), "DJANGO_SETTINGS_MODULE": "beffroi_web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
