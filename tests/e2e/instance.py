"""A whole instance in its own folder: site and worker as real processes, seeded for the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "src"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Instance:
    """``model_server`` is the address of the server that plays the language models."""

    model_server: str
    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="beffroi-e2e-")))
    port: int = field(default_factory=free_port)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Instance:
        subprocess.run(
            [sys.executable, str(HERE / "seed.py"), self.model_server],
            env=self._environment(),
            check=True,
        )
        self._launch("-m", "beffroi_web.serving.work", "essais")
        granian = ["-m", "granian", "--interface", "wsgi", "--port", str(self.port)]
        granian += ["--blocking-threads", "16", "--log-level", "error"]
        self._launch(*granian, "beffroi_web.wsgi:application")
        self._wait()
        return self

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("BEFFROI_", "DJANGO_"))}
        return {
            **kept,
            "PYTHONPATH": str(SOURCES),
            "BEFFROI_HOME": str(self.home),
            "BEFFROI_MODEL_TIMEOUT": "2",
        }

    def _launch(self, *words: str) -> None:
        command = [sys.executable, *words]
        self.processes.append(subprocess.Popen(command, env=self._environment()))

    def _wait(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/compte/connexion/").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError("the instance did not start")
