"""Start the processes of the instance, start again what dies, stop all together.

Light on purpose (no Django here): it lives as long as the instance.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from beffroi.errors import BeffroiError
from beffroi.llm.lock import held
from beffroi.settings import load
from beffroi_web.serving.processes import Command, web, worker
from beffroi_web.serving.watch import Watch

#: A process that dies more than this many times in this many seconds is not started again.
MOST_DEATHS, WITHIN = 5, 60.0
#: Seconds between two looks at the processes and at the database.
LOOK = 0.2
#: Seconds given to a process to end by itself.
GRACE = 15.0


class CannotServe(BeffroiError):
    code = "serveur"
    default_message = "Beffroi ne peut pas servir."


def _always() -> bool:
    return True


class Child:
    """One process, started while ``wanted`` says so, and again when it dies."""

    def __init__(self, command: Command, *, wanted: Callable[[], bool] = _always) -> None:
        self.command = command
        self._wanted = wanted
        self._deaths: deque[float] = deque(maxlen=MOST_DEATHS + 1)
        self.process: subprocess.Popen[bytes] | None = None
        self.look()

    def look(self) -> None:
        """Start it if it does not run; raises :class:`CannotServe` if it keeps dying."""
        if self.process is not None and self.process.poll() is None:
            return
        died = self.process is not None and self.process.returncode != 0
        self._end_family()
        if died:
            self._deaths.append(time.monotonic())
            self._refuse_a_loop()
        self.process = self._start() if died or self._wanted() else None

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for its end; kill it when it does not come."""
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._end_family()

    def _end_family(self) -> None:
        """A process killed outright leaves its own children behind, which would keep the port."""
        if os.name == "posix" and self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **self.command.environment}
        # A new session: Ctrl-C reaches the supervisor alone, which then stops the others in order.
        return subprocess.Popen(  # noqa: S603 (our own programs)
            self.command.words,
            env=environment,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )

    def _refuse_a_loop(self) -> None:
        if len(self._deaths) > MOST_DEATHS and self._deaths[-1] - self._deaths[0] < WITHIN:
            raise CannotServe(
                f"Un processus de Beffroi s’arrête sans cesse : {self.command.title}.",
                next_step="Lisez les dernières lignes ci-dessus, corrigez, puis relancez.",
            )


def _die_with_parent() -> None:
    """Linux: a supervisor killed outright must not leave a site that nobody watches."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def worker_name() -> str:
    """The same after a restart: a worker takes up what its former self had begun."""
    return f"{socket.gethostname()}:{load().home.resolve()}"[:120]


def require_free(host: str, port: int) -> None:
    """Raises :class:`CannotServe` when another program already listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotServe(
                f"Beffroi ne peut pas écouter à l’adresse {host}, port {port} ({_reason(error)}).",
                next_step=f"Choisissez-en un autre, par exemple --port {port + 1}.",
            ) from error


def _reason(error: OSError) -> str:
    import errno

    return {
        errno.EADDRINUSE: "un autre programme s’en sert",
        errno.EACCES: "le système le réserve",
        errno.EADDRNOTAVAIL: "cette machine n’a pas cette adresse",
    }.get(error.errno or 0, "le système refuse")


def wait_until_open(host: str, port: int, *, seconds: float) -> bool:
    """Whether the site answers within ``seconds``."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        try:
            with socket.create_connection((near, port), timeout=1):
                return True
        except OSError:
            time.sleep(0.05)
    return False


def serve(*, host: str, port: int, on_open: Callable[[], None] | None = None) -> None:
    """Serve until SIGTERM or Ctrl-C; ``on_open`` is called once, when the site answers."""
    require_free(host, port)
    with held(lock_path()) as ours:
        if not ours:
            raise CannotServe(
                "Un autre serveur travaille déjà sur ce dossier.",
                next_step="Arrêtez-le, ou donnez à celui-ci un autre BEFFROI_HOME.",
            )
        _serve(host, port, on_open)


def lock_path() -> Path:
    """Held while the instance serves: two workers of the same name would do a job twice."""
    return load().home / "serveur.verrou"


def _serve(host: str, port: int, on_open: Callable[[], None] | None) -> None:
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    watch = Watch(load())
    children = [Child(web(host, port)), Child(worker(worker_name()), wanted=watch.work_expected)]
    try:
        if wait_until_open(host, port, seconds=60) and on_open:
            on_open()
        while not stopping.wait(LOOK):
            for child in children:
                child.look()
    finally:
        _stop(children)
        _stop_model()


def _stop(children: Sequence[Child]) -> None:
    for child in children:
        child.stop()
    limit = time.monotonic() + GRACE
    for child in children:
        child.wait(limit - time.monotonic())


def _stop_model() -> None:
    """The embedded model ends with the site that started it, after the answer under way; a command
    that needs it starts it again."""
    from beffroi.llm import process

    process.stop(load().home, wait=GRACE)
