"""Resident memory of an idle server."""

from __future__ import annotations

import re
import time
from pathlib import Path

from instance import Instance, Visitor

TARGET_MB = 150


def _kilobytes(pid: int, file: str, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB", Path(f"/proc/{pid}/{file}").read_text(), re.M)
    return int(found[1]) if found else 0


def _sum(instance: Instance, file: str, name: str) -> float:
    return sum(_kilobytes(pid, file, name) for pid in instance.family()) / 1024


def measure() -> list[str]:
    with Instance() as instance:
        time.sleep(8)
        visitor = Visitor(instance.port)
        visitor.ask("GET", "/compte/connexion/")
        time.sleep(1)
        idle = len(instance.family())
        fresh = _sum(instance, "status", "VmRSS")
        visitor.sign_in("administrateur@demonstration.test")
        for path in ("/", "/clarifier/", "/clarifier/textes/", "/compte/", "/journal/"):
            visitor.ask("GET", path)
        time.sleep(3)
        visited, shared = (
            _sum(instance, "status", "VmRSS"),
            _sum(instance, "smaps_rollup", "Pss"),
        )
        processes = len(instance.family())
    verdict = "tenu" if fresh < TARGET_MB else "manqué"
    return [
        f"- Serveur au repos : **{fresh:.0f} Mo** de RSS, {idle} processus. "
        f"Objectif : moins de {TARGET_MB} Mo, {verdict}.",
        f"- Serveur qu’une personne vient d’utiliser (connexion, cinq pages ; le processus des "
        f"travaux attend, prêt) : {visited:.0f} Mo de RSS, {shared:.0f} Mo de PSS, "
        f"{processes} processus.",
    ]
