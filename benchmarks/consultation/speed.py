"""How long, and how much memory, from a file of answers to all its reports, without any model.

    python benchmarks/consultation/speed.py 1000 10000 100000        (from the project's root)

Runs ``beffroi ecouter`` itself. Answers are made in memory of the ideas of real ones
(``../shared/data``, read in place; the demonstration's without them), one to three each, with a
place and a detail of ours: nearly as many different texts as there are ideas. With ``--bertopic
PYTHON`` (an interpreter that can import bertopic) the peer reads the first answers, same vectors.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import random
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

DATA = Path("../shared/data/consultation/grand_debat_themes.csv")
PLACES = (
    "près de la gare", "au centre", "dans mon quartier", "dans les villages", "à l’école",
    "devant la mairie", "sur la place", "au bord de la rivière", "dans la zone d’activités",
    "le long du canal", "au marché", "dans notre commune", "partout", "en périphérie",
)  # fmt: skip
DETAILS = (
    "dès cette année", "depuis longtemps", "pour les familles", "pour les anciens", "le soir",
    "le week-end", "sans attendre", "avec les habitants", "comme ailleurs", "petit à petit",
    "en été", "en hiver", "aux heures de pointe", "avant les travaux",
)  # fmt: skip


def ideas() -> list[str]:
    """Ideas of real answers, or those of the demonstration."""
    from beffroi.consultation.example import example
    from beffroi.consultation.segment import ideas as cut
    from beffroi.consultation.table import read_csv

    if DATA.exists():
        texts = [row["texte"] for row in csv.DictReader(DATA.open(encoding="utf-8"))]
    else:
        texts = [row[-1] for row in read_csv(example().decode("utf-8-sig")).rows]
    return [span.of(text).strip(" .") for text in texts for span in cut(text)]


def write(count: int, path: Path) -> None:
    """A file of ``count`` answers, always the same."""
    drawn, pool = random.Random(1), ideas()
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(("Que faudrait-il changer ?",))
        for number in range(count):
            parts = [
                f"{drawn.choice(pool)} {drawn.choice(PLACES)} {drawn.choice(DETAILS)}."
                for _ in range(drawn.choice((1, 1, 2, 3)))
            ]
            writer.writerow(("nsp" if number % 50 == 0 else " ".join(parts),))


def run(count: int, folder: Path) -> tuple[float, float]:
    """Seconds, and the most memory that the command and its processes held together (Go)."""
    source = folder / "reponses.csv"
    write(count, source)
    command = [sys.executable, "-m", "beffroi", "ecouter", str(source), "--sans-modele"]
    started = time.perf_counter()
    asked = subprocess.Popen([*command, "--sortie", str(folder / "sortie")])
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(asked, most), daemon=True)
    watch.start()
    if asked.wait():
        sys.exit(f"échec à {count} réponses")
    return time.perf_counter() - started, most[0]


def _watch(asked: subprocess.Popen[bytes], most: list[float]) -> None:
    while asked.poll() is None:
        most[0] = max(most[0], _held(asked.pid) / 1e6)
        time.sleep(0.5)


def _held(pid: int) -> int:
    """Kilobytes of a process and of those that it started (Linux)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        started = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = next((int(x.split()[1]) for x in status.splitlines() if x.startswith("VmRSS")), 0)
    return own + sum(_held(int(child)) for child in started)


PEER = """
import csv, sys, time
from bertopic import BERTopic
from umap import UMAP
sys.path.insert(0, "src")
from beffroi.embedding.local import LocalEmbedder
texts = [row[0] for row in csv.reader(open(sys.argv[1], encoding="utf-8"), delimiter=";")][1:]
started = time.perf_counter()
points = LocalEmbedder().embed(texts)
reduce = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0)
topics, _ = BERTopic(umap_model=reduce, language="french").fit_transform(texts, points)
left = sum(topic == -1 for topic in topics)
print(f"  BERTopic : {time.perf_counter() - started:.1f} s, "
      f"{len(set(topics)) - 1} thèmes, {left / len(texts):.0%} sans thème", flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--bertopic", metavar="PYTHON", default="")
    asked = parser.parse_args()
    print(f"{date.today()} · {platform.machine()} · Python {platform.python_version()}", flush=True)
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as name:
            load = os.getloadavg()[0]
            seconds, memory = run(count, Path(name))
            print(f"{count} réponses : {seconds:.1f} s, {memory:.2f} Go (charge {load:.0f})")
            sys.stdout.flush()
            if asked.bertopic:
                peer = [asked.bertopic, "-c", PEER, f"{name}/reponses.csv"]
                subprocess.run(peer, check=False)


if __name__ == "__main__":
    main()
