"""Everything that must hold, in order, stopping at the first thing that does not.

Run by ``make test`` (in the development environment). Exits 0 only when all held.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from prefetch import tiny_model

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)

BROWSER_TESTS = "tests/e2e"

STEPS: tuple[tuple[str, list[str]], ...] = (
    ("ruff", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy --strict", ["mypy"]),
    ("import contracts", ["lint-imports", "--no-logo"]),
)


def run(name: str, command: list[str]) -> None:
    started = time.monotonic()
    print(f"── {name}", flush=True)
    code = subprocess.run(command, check=False).returncode
    if code:
        sys.exit(f"── {name} : échec ({code})")
    print(f"── {name} : bon ({time.monotonic() - started:.0f} s)", flush=True)


def apt_install(*packages: str) -> None:
    """Debian only, root only; silent elsewhere: the caller looks at what is there afterwards."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
    subprocess.run(["apt-get", "install", "-y", *packages], check=False, **quiet)  # type: ignore[call-overload]


def browser() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def postgresql() -> bool:
    """Whether the tests can start a PostgreSQL of their own (Debian's place for its programs)."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def fetch_programs() -> None:
    """The browser and the database that tests need, where they can be installed."""
    missing = [name for name, there in PROGRAMS.items() if not there()]
    if missing:
        apt_install(*missing)
    for name in (name for name, there in PROGRAMS.items() if not there()):
        print(f"── {name} manque : les tests qui en ont besoin sont laissés de côté.")
        if os.environ.get("CI"):
            sys.exit(f"── La CI exige {name}.")


#: Debian package → whether what it brings is already there.
PROGRAMS: dict[str, Callable[[], bool]] = {
    "chromium": lambda: browser() is not None,
    "postgresql": postgresql,
}


def main() -> None:
    for name, command in STEPS:
        run(name, command)
    fetch_programs()
    if not tiny_model():
        print("── Le modèle d’essai n’a pas pu être obtenu : ses tests sont laissés de côté.")
        if os.environ.get("CI"):
            sys.exit("── La CI exige le modèle d’essai.")
    tests = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile"]
    run("pytest", [*tests, "--ignore", BROWSER_TESTS])
    if browser() is not None:
        # Apart: Playwright leaves an event loop in its process, where Django refuses to work.
        run("pytest, dans un navigateur", [*tests, BROWSER_TESTS])


if __name__ == "__main__":
    main()
