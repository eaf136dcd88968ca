"""Run the measures named on the command line, or all; write ``RESULTATS.md``."""

from __future__ import annotations

import datetime
import importlib
import os
import platform
import re
import sys
from pathlib import Path

MEASURES = {
    "memoire": "Mémoire",
    "charge": "Charge",
    "durabilite": "Durabilité",
    "premier_mot": "Premier mot à l’écran",
    "passages": "Premier passage à l’écran",
}
RESULTS = Path(__file__).with_name("RESULTATS.md")


def _machine() -> str:
    cpu = re.search(r"model name\s+: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    gigabytes = int(memory[1]) // 1_048_576 if memory else 0
    load = os.getloadavg()[0]
    return (
        f"{cpu[1] if cpu else platform.processor()}, {os.cpu_count()} cœurs, {gigabytes} Go, "
        f"{platform.system()}, Python {platform.python_version()} ; "
        f"charge de la machine au départ : {load:.1f}".replace(".", ",", 0)
    )


def main(names: list[str]) -> None:
    known = RESULTS.read_text().split("\n## ") if RESULTS.exists() else []
    parts = {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip() for part in known[1:]}
    for name in names:
        header = f"{datetime.date.today():%d/%m/%Y}, {_machine()}"
        lines = importlib.import_module(name).measure()
        parts[MEASURES[name]] = "\n".join([header, "", *lines])
        print("\n".join([MEASURES[name], *lines]), flush=True)
    body = "\n\n".join(f"## {t}\n\n{parts[t]}" for t in MEASURES.values() if t in parts)
    RESULTS.write_text(f"# Résultats des mesures du serveur\n\n{body}\n")


if __name__ == "__main__":
    main(sys.argv[1:] or list(MEASURES))
