"""Fetch, before the tests (which cannot reach the network), the tiny model that they run.

By the product's own installer, into ``var/essais``. Where it cannot be obtained, the tests that
need it are skipped, or fail when ``CI`` is set (``tests/contract/conftest.py``).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOME = Path("var/essais")
NAME = "smollm2-135m-instruct"


def tiny_model() -> bool:
    """True when the model is there, fetched now if need be."""
    if "BEFFROI_TEST_MODEL" in os.environ:
        return Path(os.environ["BEFFROI_TEST_MODEL"]).is_file()
    command = [sys.executable, "-m", "beffroi", "modele", "installer", NAME]
    environment = {
        **os.environ,
        "BEFFROI_HOME": str(HOME),
        "PYTHONPATH": os.pathsep.join(["src", os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
    }
    return subprocess.run(command, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(0 if tiny_model() else 1)
