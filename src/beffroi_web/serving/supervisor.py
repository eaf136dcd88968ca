"""Start the processes of the instance and watch them."""

from __future__ import annotations

import subprocess
import sys


def serve(*, host: str, port: int) -> None:
    """Serve until interrupted."""
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host]
    web += ["--port", str(port), "--blocking-threads", "64", "beffroi_web.wsgi:application"]
    process = subprocess.Popen(web)  # noqa: S603 (our own program)
    try:
        process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
