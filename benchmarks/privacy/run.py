# ruff: noqa: E501
"""Ours beside presidio-analyzer and anonyfy: same texts, same machine, same run.

    python benchmarks/privacy/run.py [--venv DOSSIER] [--count 600]

Installs the peers in an environment of their own if it is not there. Writes RESULTATS.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import resource
import subprocess
import sys
import time
import venv
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evals/privacy")]

import score  # noqa: E402

Spans = list[list[tuple[int, int]]]
#: Texts on which nothing was tuned.
PARTS = ("fresh", "untouched")


def peers_python(folder: Path) -> Path:
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", "-r", str(HERE / "requirements.txt")]
        subprocess.run(install, check=True)
    return python


def peer(python: Path, name: str, texts: list[str]) -> tuple[Spans, float]:
    given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [str(python), str(HERE / "peers.py"), name]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return lines[:-1], lines[-1]["seconds"]


def ours(texts: list[str]) -> tuple[Spans, float]:
    score.ours("Bonjour")
    started = time.process_time()
    return [score.ours(text) for text in texts], time.process_time() - started


def two_processes(texts: list[str]) -> float:
    """Seconds for a batch shared between two processes already loaded."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(score.ours, ["Bonjour"] * 8))
        started = time.perf_counter()
        list(pool.map(score.ours, texts, chunksize=20))
        return time.perf_counter() - started


def latency(texts: list[str]) -> float:
    """Median milliseconds to mask one message, loaded."""
    from beffroi.privacy import mask

    times = []
    for text in texts:
        started = time.process_time()
        mask(text)
        times.append(1000 * (time.process_time() - started))
    return sorted(times)[len(times) // 2]


def figures_of(rows: list[dict[str, Any]], spans: Spans) -> dict[str, Any]:
    found = iter(spans)
    return score.score(rows, lambda _, *given: next(found))


def cell(figures: dict[str, Any], *labels: str) -> str:
    pairs = [
        figures["hidden"][label]
        for label in labels or figures["hidden"]
        if label in figures["hidden"]
    ]
    hidden, total = (sum(column) for column in zip(*pairs, strict=True))
    return f"{100 * hidden / total:.1f} %"


def table(
    name: str, results: dict[str, tuple[dict[str, Any], float]], characters: int
) -> list[str]:
    lines = [
        f"### {name}",
        "",
        "| | " + " | ".join(results) + " |",
        "|---|" + "---|" * len(results),
    ]
    rows = [
        ("personnes", ("PERSON",)),
        ("adresses", ("ADDRESS",)),
        ("téléphone, courriel, IBAN, NIR, plaque, carte", score.FORMS),
        ("dates de naissance", ("BIRTHDATE",)),
        ("identifiants", ("ID_NUMBER",)),
        ("**tout, caché en entier**", ()),
    ]
    for title, labels in rows:
        lines.append(
            f"| {title} | " + " | ".join(cell(f, *labels) for f, _ in results.values()) + " |"
        )
    for title, key in (
        ("caractères masqués à raison", "precision"),
        ("textes avec une fuite", "leaks"),
    ):
        lines.append(
            f"| {title} | "
            + " | ".join(f"{100 * f[key]:.1f} %" for f, _ in results.values())
            + " |"
        )
    for title, key in (("lieux masqués à tort", "PLACE"), ("organismes masqués à tort", "ORG")):
        shares = [f["wrong"].get(key) for f, _ in results.values()]
        if all(shares):
            lines.append(
                f"| {title} | " + " | ".join(f"{100 * a / b:.1f} %" for a, b in shares) + " |"
            )
    speeds = [f"{characters / seconds:,.0f}".replace(",", " ") for _, seconds in results.values()]
    lines.append("| caractères par seconde de processeur | " + " | ".join(speeds) + " |")
    return [*lines, ""]


def spaced(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")


def machine() -> str:
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cœurs, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--venv", type=Path, default=Path("/opt/venv-bench"))
    parser.add_argument("--count", type=int, default=240)
    options = parser.parse_args()
    python = peers_python(options.venv)
    report: list[str] = []
    ratio = 0.0
    for part in PARTS:
        rows = score.rows_of(part, options.count)
        texts = [row["text"] for row in rows]
        runs = {"Beffroi": ours(texts)}
        for name in ("presidio", "anonyfy"):
            runs[name] = peer(python, name, texts)
        results = {
            name: (figures_of(rows, spans), seconds) for name, (spans, seconds) in runs.items()
        }
        characters = sum(map(len, texts))
        report += table(
            f"{part} : {len(rows)} textes, {characters} caractères", results, characters
        )
        ratio = runs["presidio"][1] / runs["Beffroi"][1]
    both = characters / two_processes(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    emails = [row["text"] for row in rows if row["kind"] == "courriel"]
    head = [
        "# Données personnelles : résultats mesurés",
        "",
        f"Le {datetime.date.today():%d/%m/%Y}, {machine()}. Refaire : `python benchmarks/privacy/run.py`.",
        "",
        "« fresh » et « untouched » n’ont jamais servi à régler. "
        "Les durées sont des secondes de processeur : la machine sert aussi à d’autres.",
        "",
        f"- À deux processus, au mur, charge {os.getloadavg()[0]:.0f} : {spaced(both)} "
        "caractères par seconde.",
        f"- {ratio:.1f} fois la vitesse de presidio-analyzer avec fr_core_news_md (« untouched »).",
        f"- Un courriel : {latency(emails):.1f} ms (médiane, une fois chargé).",
        f"- Mémoire au plus haut : {peak:.0f} Mo.",
        "",
    ]
    path = HERE / "RESULTATS.md"
    kept = path.read_text(encoding="utf-8").partition("\n## ")[2]
    text = "\n".join([*head, *report]) + (f"\n## {kept}" if kept else "")
    path.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
