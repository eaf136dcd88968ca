"""The model process: one for the machine, started at first use, gone when idle, started again if
it died. This module is both what starts it (:func:`ensure`) and what it runs (``python -m``).

In ``BEFFROI_HOME/modele/``: ``processus.json`` (address and key, readable by its owner only),
``processus.verrou`` (held by the process as long as it lives: the system releases it, even after
``kill -9``), ``demarrage.verrou`` (held while one starts it), ``journal.txt``.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx

from beffroi.errors import ModelUnavailable
from beffroi.llm.lock import held, is_free

FOLDER = "modele"

#: Seconds. A slow disk reads a gigabyte in less.
LONGEST_START = 120.0

#: Seconds given to the answer under way when another model is asked for.
LONGEST_DRAIN = 120.0

#: How long a thread of the engine spins for the other before it sleeps. The default of libgomp
#: (300,000) burns the core that the site needs. Decision record 0015.
SPINS = "1000"


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """What the process is to run. ``idle``: seconds without a request before it ends."""

    name: str
    path: str
    context: int
    idle: float
    threads: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where the process listens, and the key that it asks for."""

    url: str
    key: str
    model: str
    pid: int


def running(home: Path) -> Address | None:
    """The process if it lives and answers."""
    address = _recorded(home)
    return address if address and state(address) is not None else None


def state(address: Address) -> dict[str, Any] | None:
    """``model``, ``waiting``, ``busy``, ``mean_seconds``, ``draining``; ``None``: no answer."""
    try:
        response = httpx.get(
            f"{address.url}/etat", headers=_bearer(address), trust_env=False, timeout=5
        )
        value = response.json() if response.status_code == 200 else None
    except (httpx.HTTPError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def ensure(home: Path, job: Job) -> Address:
    """The address of the process, started if need be. Raises ``ModelUnavailable``.

    Safe to call from several threads and processes at once: only one starts it. When it runs
    another model, it first ends the answer under way.
    """
    with held(_folder(home) / "demarrage.verrou", wait=LONGEST_START + LONGEST_DRAIN) as mine:
        if not mine:
            raise ModelUnavailable(detail="another process is starting the model for too long")
        address = _recorded(home)
        told = state(address) if address else None
        if address and told and told.get("model") == job.name and not told.get("draining"):
            return address
        if told and not stop(home):
            raise ModelUnavailable(detail="the answer under way does not end")
        return _started(home, job)


def stop(home: Path, *, wait: float = LONGEST_DRAIN) -> bool:
    """Ask the process to end after the answer under way. True when it is gone within ``wait``."""
    address = running(home)
    if address:
        try:
            httpx.post(f"{address.url}/arret", headers=_bearer(address), trust_env=False, timeout=5)
        except httpx.HTTPError:
            return is_free(_alive(home))
    end = time.monotonic() + wait
    while not is_free(_alive(home)):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _started(home: Path, job: Job) -> Address:
    folder = _folder(home)
    _record(home).unlink(missing_ok=True)  # of a process that is dead
    command = [sys.executable, "-m", "beffroi.llm.process", str(folder), json.dumps(asdict(job))]
    with (folder / "journal.txt").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            env={"GOMP_SPINCOUNT": SPINS, **os.environ},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **_apart(),
        )
    threading.Thread(target=process.wait, daemon=True).start()  # no zombie
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        if address := running(home):
            return address
        if process.poll() is not None:
            break
        time.sleep(0.05)
    said = (folder / "journal.txt").read_text(errors="replace")[-1000:]
    raise ModelUnavailable(
        "Le modèle de langage de cette machine n’a pas pu démarrer.",
        detail=f"exit code {process.poll()}: {said}",
    )


def _apart() -> dict[str, Any]:
    """The process outlives its parent and does not receive its Ctrl+C."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _folder(home: Path) -> Path:
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def _record(home: Path) -> Path:
    return home / FOLDER / "processus.json"


def _alive(home: Path) -> Path:
    return home / FOLDER / "processus.verrou"


def _recorded(home: Path) -> Address | None:
    try:
        return Address(**json.loads(_record(home).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _bearer(address: Address) -> dict[str, str]:
    return {"Authorization": f"Bearer {address.key}"}


def main(arguments: Sequence[str]) -> int:
    """Run the process: ``arguments`` are its folder and its :class:`Job` in JSON."""
    from beffroi.llm.engine import load
    from beffroi.llm.gateway import Gateway

    folder, job = Path(arguments[0]), Job(**json.loads(arguments[1]))
    # Whoever only looks whether the lock is free holds it for an instant.
    with held(folder / "processus.verrou", wait=1.0) as alone:
        if not alone:
            return 3
        engine = load(Path(job.path), name=job.name, context=job.context, threads=job.threads)
        with Gateway(engine, model=job.name, key=secrets.token_urlsafe(32)) as gateway:
            threading.Thread(target=_watch, args=(gateway, job.idle), daemon=True).start()
            _write_record(folder, gateway)
            gateway.serve_forever(poll_interval=0.1)
        (folder / "processus.json").unlink(missing_ok=True)
    return 0


def _watch(gateway: Any, idle: float) -> None:
    """Ends the gateway when nobody asked for ``idle`` seconds, or once drained."""
    while not (gateway.turns.empty and (gateway.draining.is_set() or gateway.idle > idle)):
        time.sleep(min(0.1, idle))
    gateway.draining.set()
    gateway.shutdown()


def _write_record(folder: Path, gateway: Any) -> None:
    """Written aside, then renamed: a reader never sees half of it."""
    address = Address(
        url=f"http://127.0.0.1:{gateway.server_address[1]}",
        key=gateway.key,
        model=gateway.model,
        pid=os.getpid(),
    )
    aside = folder / "processus.json.nouveau"
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(asdict(address), file)
    aside.replace(folder / "processus.json")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
