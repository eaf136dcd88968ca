"""An instance to measure: started, visited, killed."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]
PASSWORD = "beffroi-demonstration"


class Instance:
    """``with Instance() as instance``: a demonstration that serves on a free port."""

    def __init__(self, seed: str = "") -> None:
        self.home = Path(tempfile.mkdtemp(prefix="beffroi-mesure-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("BEFFROI_", "DJANGO_"))},
            "BEFFROI_HOME": str(self.home),
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "beffroi_web.settings",
        }
        self.process: subprocess.Popen[bytes] | None = None
        self._python("-m", "beffroi_web.demonstration.prepare")
        if seed:
            self._python(seed)

    def _python(self, *words: str) -> None:
        subprocess.run([sys.executable, *words], env=self.environment, check=True)

    def start(self) -> None:
        command = [sys.executable, "-m", "beffroi", "serveur", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, start_new_session=True
        )
        limit = time.monotonic() + 60
        while True:
            try:
                if self.get_status("/compte/connexion/") == 200:
                    return
            except OSError:
                pass
            if time.monotonic() > limit:
                raise SystemExit("the instance does not answer")
            time.sleep(0.05)

    def get_status(self, path: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    def family(self) -> list[int]:
        """Every process of the instance."""
        assert self.process is not None
        found, left = [], [self.process.pid]
        while left:
            pid = left.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                left += [int(child) for child in task.read_text().split()]
        return found

    def kill(self) -> None:
        """``kill -9`` to all of them at once."""
        for pid in self.family():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert self.process is not None
        self.process.wait()
        self.process = None

    def __enter__(self) -> Instance:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
        shutil.rmtree(self.home, ignore_errors=True)


class Visitor:
    """A browser as small as can be: cookies, the token of forms, one connection that is kept."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.cookies.get("jeton", "")})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            self._connection = None
            raise
        for header in answer.headers.get_all("Set-Cookie") or []:
            found = re.match(r"\s*([^=]+)=([^;]*)", header)
            if found:
                self.cookies[found[1]] = found[2]
        return answer.status, content

    def sign_in(self, email: str) -> None:
        self.ask("GET", "/compte/connexion/")
        form = {"username": email, "password": PASSWORD, "next": "/"}
        status, _ = self.ask("POST", "/compte/connexion/", form)
        if status != 302:
            raise SystemExit(f"{email} cannot sign in: {status}")
