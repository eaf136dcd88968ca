"""A hundred acknowledged writes are a hundred stored writes, even when the server is killed."""

from __future__ import annotations

import http.client
import random
import sqlite3
import threading
import time

from instance import Instance, Visitor

WRITES, DEATHS = 100, 10


def _write(visitor: Visitor, name: str) -> bool:
    """Whether the server acknowledged it."""
    try:
        status, _ = visitor.ask("POST", "/collectivite/directions/", {"name": name})
    except (OSError, http.client.HTTPException):
        return False
    return status == 302


def _noise(port: int, number: int, over: threading.Event, acknowledged: list[str]) -> None:
    """Other people who write all the time, so that a death falls in the middle of something."""
    visitor = Visitor(port)
    try:
        visitor.sign_in("administrateur@demonstration.test")
    except (OSError, http.client.HTTPException):
        return
    turn = 0
    while not over.is_set():
        name = f"bruit {number} {time.monotonic_ns()} {turn}"
        turn += 1
        if not _write(visitor, name):
            return
        acknowledged.append(name)


def measure() -> list[str]:
    lot = random.Random(7)
    acknowledged: list[str] = []
    noise: list[str] = []
    with Instance() as instance:
        for death in range(DEATHS):
            visitor = Visitor(instance.port)
            visitor.sign_in("administrateur@demonstration.test")
            over = threading.Event()
            others = [
                threading.Thread(target=_noise, args=(instance.port, n, over, noise))
                for n in (1, 2)
            ]
            for other in others:
                other.start()
            for turn in range(WRITES // DEATHS):
                name = f"écriture {death}.{turn}"
                if not _write(visitor, name):
                    raise SystemExit("a write was refused while the server lived")
                acknowledged.append(name)
            time.sleep(lot.uniform(0, 0.05))
            instance.kill()
            over.set()
            for other in others:
                other.join()
            instance.start()
        base = sqlite3.connect(instance.home / "beffroi.sqlite3")
        stored = {name for (name,) in base.execute("SELECT name FROM collectivites_direction")}
        whole = base.execute("PRAGMA integrity_check").fetchone()[0]
        base.close()
    lost = [name for name in acknowledged + noise if name not in stored]
    verdict = "tenu" if not lost and len(acknowledged) == WRITES else "manqué"
    return [
        f"- {len(acknowledged)} écritures confirmées l’une après l’autre et {len(noise)} autres en "
        f"même temps, serveur tué {DEATHS} fois : **{len(lost)} perdue(s)**, {verdict}. "
        f"Base : {'entière' if whole == 'ok' else whole}.",
    ]
