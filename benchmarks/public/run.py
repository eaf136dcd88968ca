"""``python benchmarks/public/run.py``: fifty inhabitants on the public page, without a model.

Needs ``../shared/data`` (the official sheets); says so and stops without it.
"""

from __future__ import annotations

import http.client
import os
import random
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1] / "web"))
from instance import Instance

HERE = Path(__file__).parent
PEOPLE, PAUSE, SECONDS, TARGET_MS = 50, 8.0, 60.0, 500
QUESTIONS = (
    "Comment refaire ma carte d’identité ?",
    "quel papier pour inscrire mon fils a l ecole",
    "Je me marie, quels documents faut-il ?",
    "acte de naissance comment faire",
    "Combien coûte un passeport ?",
    "je demenage il faut changer quoi",
    "Comment s’inscrire sur les listes électorales ?",
    "permis de construire abri jardin",
    "pacs mairie",
    "Où jeter un vieux frigo ?",
    "Qui peut reconnaître un enfant avant la naissance ?",
    "livret de famille perdu",
    "Faut-il une autorisation pour une terrasse de café ?",
    "Comment contester une amende de stationnement ?",
    "Quel temps fera-t-il demain ?",
)


class Tally:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.times: list[float] = []
        self.statuses: dict[int, int] = {}

    def add(self, seconds: float, status: int) -> None:
        with self.lock:
            self.times.append(seconds)
            self.statuses[status] = self.statuses.get(status, 0) + 1


def ask(port: int, number: int, question: str, tally: Tally) -> None:
    """One question of one inhabitant, behind the proxy of the house."""
    body = urlencode({"question": question})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": f"198.51.100.{number}",
    }
    started = time.monotonic()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/public/mesure/", body, headers)
        answer = connection.getresponse()
        answer.read()
        status = answer.status
        connection.close()
    except OSError:
        status = 599
    tally.add(time.monotonic() - started, status)


def _inhabitant(port: int, number: int, until: float, tally: Tally) -> None:
    lot = random.Random(number)
    time.sleep(lot.uniform(0, PAUSE))
    while time.monotonic() < until:
        ask(port, number, lot.choice(QUESTIONS), tally)
        time.sleep(PAUSE * lot.uniform(0.8, 1.2))


def _together(work: list[threading.Thread]) -> None:
    for one in work:
        one.start()
    for one in work:
        one.join()


def measure() -> list[str]:
    with Instance(seed=str(HERE / "seed_page.py")) as instance:
        for question in QUESTIONS:  # the first visitor of the day waits for the index
            ask(instance.port, 254, question, Tally())
        alone = Tally()
        for number, question in enumerate(QUESTIONS):
            ask(instance.port, 200 + number, question, alone)
        steady, burst = Tally(), Tally()
        until = time.monotonic() + SECONDS
        _together(
            [
                threading.Thread(target=_inhabitant, args=(instance.port, n, until, steady))
                for n in range(PEOPLE)
            ]
        )
        time.sleep(60)  # the minute of the limit
        _together(
            [
                threading.Thread(
                    target=ask, args=(instance.port, n, QUESTIONS[n % len(QUESTIONS)], burst)
                )
                for n in range(PEOPLE)
            ]
        )
    held = "tenu" if percentile(steady, 95) < TARGET_MS else "manqué"
    return [
        f"- Un habitant seul : {told(alone)}",
        f"- **{PEOPLE} habitants à la fois**, une question toutes les {PAUSE:.0f} s environ : "
        f"{told(steady)} Objectif : p95 sous {TARGET_MS} ms, **{held}**.",
        f"- {PEOPLE} questions au même instant (le pire cas) : {told(burst)}",
    ]


def told(tally: Tally) -> str:
    counts = ", ".join(f"{count} × {status}" for status, count in sorted(tally.statuses.items()))
    return (
        f"médiane {percentile(tally, 50)} ms, p95 {percentile(tally, 95)} ms, "
        f"maximum {percentile(tally, 100)} ms ({counts})."
    )


def percentile(tally: Tally, share: int) -> int:
    ordered = sorted(tally.times)
    return round(1000 * ordered[min(len(ordered) - 1, len(ordered) * share // 100)])


if __name__ == "__main__":
    if not Path("../shared/data").exists():
        sys.exit("Il manque ../shared/data : les fiches officielles sur lesquelles on mesure.")
    load = os.getloadavg()[0]
    lines = measure()
    when = datetime.now().strftime("%d/%m/%Y à %H h %M")
    print(f"{when}, charge de la machine au départ : {load:.1f}\n")
    print("\n".join(lines))
