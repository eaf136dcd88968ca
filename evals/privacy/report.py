"""Writes RESULTATS.md: every part, by kind.    python evals/privacy/report.py [--count 600]"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
from pathlib import Path
from typing import Any

import score

PARTS = {
    "tuning": "gabarits de réglage",
    "adverse": "gabarits contraires, réglage",
    "fresh-dev": "textes d’une autre main, réglage",
    "fresh-more": "les sortes les plus manquées, réglage",
    "fresh": "textes d’une autre main, **jamais vus**",
    "untouched": "gabarits **jamais vus**",
    "clinique": "textes cliniques, de dehors",
}
KINDS = {
    "personnes": ("PERSON",),
    "adresses": ("ADDRESS",),
    "téléphone, courriel, IBAN, NIR, plaque, carte": score.FORMS,
    "dates de naissance": ("BIRTHDATE",),
    "identifiants": ("ID_NUMBER",),
}


def hidden(figures: dict[str, Any], labels: tuple[str, ...]) -> str:
    pairs = [figures["hidden"][label] for label in labels if label in figures["hidden"]]
    found, total = (sum(column) for column in zip(*pairs, strict=True)) if pairs else (0, 0)
    return f"{100 * found / total:.1f} %" if total else "–"


def wrong(figures: dict[str, Any], label: str) -> str:
    count, total = figures["wrong"].get(label, (0, 0))
    return f"{100 * count / total:.1f} %" if total else "–"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=600)
    options = parser.parse_args()
    every = {part: score.score(score.rows_of(part, options.count), score.ours) for part in PARTS}
    lines = [
        "# Données personnelles : ce qui est caché",
        "",
        f"Le {datetime.date.today():%d/%m/%Y}, {os.cpu_count()} cœurs, Python "
        f"{platform.python_version()}. Refaire : `python evals/privacy/report.py`.",
        "",
        *(f"- {part} : {what}, {every[part]['texts']} textes." for part, what in PARTS.items()),
        "",
        "| | " + " | ".join(PARTS) + " |",
        "|---|" + "---|" * len(PARTS),
    ]
    rows = {name: [hidden(f, kinds) for f in every.values()] for name, kinds in KINDS.items()}
    rows["**tout, caché en entier**"] = [hidden(f, tuple(f["hidden"])) for f in every.values()]
    rows["caractères masqués à raison"] = [f"{100 * f['precision']:.1f} %" for f in every.values()]
    rows["textes avec une fuite"] = [f"{100 * f['leaks']:.1f} %" for f in every.values()]
    for name, label in (("lieux", "PLACE"), ("organismes", "ORG"), ("élus", "OFFICIAL")):
        rows[f"{name} masqués à tort"] = [wrong(f, label) for f in every.values()]
    lines += [f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows.items()]
    path = Path(__file__).parent / "RESULTATS.md"
    kept = path.read_text(encoding="utf-8").partition("\n## ")[2] if path.exists() else ""
    path.write_text("\n".join(lines) + "\n" + (f"\n## {kept}" if kept else ""), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
