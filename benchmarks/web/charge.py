"""Fifty people at once, with pauses of two seconds."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

from instance import Instance, Visitor
from seed_numbers import PEOPLE

PAUSE, SECONDS = 2.0, 60.0
TARGET_MS = 500


class Tally:
    """Times and failures, by kind of act, from all threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.times: dict[str, list[float]] = {}
        self.failures: list[str] = []

    def add(self, act: str, seconds: float, status: int) -> None:
        with self.lock:
            self.times.setdefault(act, []).append(seconds)
            if status >= 400:
                self.failures.append(f"{act} {status}")


def _signed_in(number: int, port: int) -> tuple[Visitor, str]:
    visitor = Visitor(port)
    visitor.sign_in(f"p{number}@charge.test")
    _, page = visitor.ask("GET", "/clarifier/textes/")
    return visitor, _first_text(page)


def _work(number: int, visitor: Visitor, mine: str, until: float, tally: Tally) -> None:
    lot = random.Random(number)
    time.sleep(lot.uniform(0, PAUSE))
    acts = ("accueil", "liste", "établi", "saisie enregistrée", "saisie enregistrée")
    turn = number
    while time.monotonic() < until:
        act = acts[turn % len(acts)]
        turn += 1
        started = time.monotonic()
        try:
            status = _do(visitor, act, mine, turn)
        except OSError as error:
            status = 599
            print(f"{act}: {error}")
        tally.add(act, time.monotonic() - started, status)
        time.sleep(PAUSE)


def _do(visitor: Visitor, act: str, mine: str, turn: int) -> int:
    if act == "saisie enregistrée":
        form = {"texte": f"Texte corrigé, passage {turn}. " * 40, "version": "1"}
        return visitor.ask("POST", f"{mine}saisie/", form)[0]
    return visitor.ask("GET", {"accueil": "/", "liste": "/clarifier/textes/", "établi": mine}[act])[
        0
    ]


def _first_text(page: bytes) -> str:
    import re

    found = re.search(rb'href="(/clarifier/\d+/)', page)
    if not found:
        raise SystemExit("no text in the list")
    return found[1].decode()


def measure() -> list[str]:
    tally = Tally()
    with Instance(seed=str(Path(__file__).with_name("seed_load.py"))) as instance:
        ready = [_signed_in(number, instance.port) for number in range(PEOPLE)]
        until = time.monotonic() + SECONDS
        people = [
            threading.Thread(target=_work, args=(number, *visitor, until, tally))
            for number, visitor in enumerate(ready)
        ]
        for person in people:
            person.start()
        for person in people:
            person.join()
    pages = [t for act, times in tally.times.items() if "saisie" not in act for t in times]
    held = not tally.failures and _percentile(pages, 95) < TARGET_MS
    lines = [
        f"- {PEOPLE} personnes, pauses de {PAUSE:.0f} s : {sum(map(len, tally.times.values()))} "
        f"demandes, {len(tally.failures)} échec(s). Objectif : aucun échec d’écriture, p95 d’une "
        f"page sous {TARGET_MS} ms, {'tenu' if held else 'manqué'}.",
        f"- Pages : médiane {_percentile(pages, 50)} ms, **p95 {_percentile(pages, 95)} ms**.",
    ]
    for act, times in sorted(tally.times.items()):
        lines.append(
            f"  - {act} : {len(times)}, médiane {_percentile(times, 50)} ms, "
            f"p95 {_percentile(times, 95)} ms"
        )
    return lines + [f"  - échecs : {', '.join(tally.failures[:10])}"] * bool(tally.failures)


def _percentile(times: list[float], share: int) -> int:
    ordered = sorted(times)
    return round(1000 * ordered[min(len(ordered) - 1, len(ordered) * share // 100)])
