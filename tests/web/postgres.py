"""A real PostgreSQL of our own, started for the tests and thrown away."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    return found[0].parent if found else Path(on_path).parent if on_path else None


def _as_postgres(*words: str) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *words] if os.geteuid() == 0 else list(words)


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database."""
    folder = binaries()
    assert folder is not None
    with tempfile.TemporaryDirectory(prefix="beffroi-pg-") as name:
        data = Path(name) / "data"
        if os.geteuid() == 0:
            shutil.chown(name, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        options = f"-p {port} -h 127.0.0.1 -c unix_socket_directories= -c fsync=off"
        make = [str(folder / "initdb"), "-D", str(data), "-U", "beffroi", "-A", "trust"]
        make += ["-E", "UTF8", "--locale", "C.UTF-8"]
        start = [str(folder / "pg_ctl"), "-D", str(data), "-w", "-o", options, "start"]
        stop = [str(folder / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(_as_postgres(*make), cwd=name, **quiet)  # type: ignore[call-overload]
        subprocess.run(_as_postgres(*start), cwd=name, **quiet)  # type: ignore[call-overload]
        try:
            yield f"postgresql://beffroi@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run(_as_postgres(*stop), cwd=name, **quiet)  # type: ignore[call-overload]
