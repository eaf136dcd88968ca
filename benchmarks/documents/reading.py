"""Time and memory to read documents, beside a peer in the same run.

    python benchmarks/documents/reading.py

Linux only (the peak is read in /proc). Files are generated (seed 1, no outside data): a PDF of
57 pages, a docx and an odt of 300 paragraphs. « processus » is a whole Python process, start
included; « à chaud » is the median of five readings in one process that has read once. Targets
(issue 2): PDF under 1 s and 60 MB; docx and odt under 0.7 s. Exits 1 when one is missed.
"""

from __future__ import annotations

import datetime
import io
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from beffroi.documents import Marking, read, write

WORDS = (
    "le stationnement des véhicules est interdit rue Haute du 3 au 7 mars sauf pour les services "
    "de secours et d’intervention conformément à l’article L. 2213-2 du code général des "
    "collectivités territoriales toute infraction sera constatée et poursuivie"
).split()
PAGES = 57
OURS = "from pathlib import Path; from beffroi.documents import read; read(Path({path!r}))"
PEERS = {
    "pdf": (
        "pypdf",
        "from pypdf import PdfReader\nfor p in PdfReader({path!r}).pages: p.extract_text()",
    ),
    "docx": (
        "python-docx",
        "import docx; '\\n'.join(p.text for p in docx.Document({path!r}).paragraphs)",
    ),
    "odt": (
        "odfdo",
        "from odfdo import Document; Document({path!r}).get_formatted_text()",
    ),
}
TARGETS = {"pdf": (1.0, 60.0), "docx": (0.7, None), "odt": (0.7, None)}


@dataclass(frozen=True, kw_only=True)
class Process:
    """A whole process: seconds of wall time, megabytes at its peak."""

    seconds: float
    megabytes: float


def text_of(paragraphs: int) -> str:
    chance = random.Random(1)
    parts = []
    for number in range(paragraphs):
        if number % 8 == 0:
            parts.append(f"## Article {number // 8 + 1}")
        words = " ".join(chance.choices(WORDS, k=chance.randint(30, 90)))
        parts.append(f"{words.capitalize()}.")
    return "\n\n".join(parts)


def pdf_of(pages: int) -> bytes:
    """A PDF of exactly ``pages`` pages: written long, then cut."""
    from pypdf import PdfWriter

    data = write(text_of(pages * 9), format="pdf", marking=Marking())
    writer = PdfWriter()
    writer.append(io.BytesIO(data), pages=(0, pages))
    buffer = io.BytesIO()
    writer.write(buffer)
    assert len(PdfReader(buffer).pages) == pages
    return buffer.getvalue()


#: The peak of the process itself: what ``wait4`` gives starts at the size of its parent.
PEAK = """
import pathlib, re
status = pathlib.Path("/proc/self/status").read_text()
print(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
"""


def process(code: str) -> Process:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code + PEAK], check=True, capture_output=True, text=True
    )
    return Process(
        seconds=time.perf_counter() - started,
        megabytes=int(done.stdout.split()[-1]) / 1024,
    )


def best(code: str) -> Process:
    runs = [process(code) for _ in range(5)]
    return Process(
        seconds=median(run.seconds for run in runs),
        megabytes=max(run.megabytes for run in runs),
    )


def warm(action: Callable[[], object]) -> float:
    action()
    times = []
    for _ in range(5):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return median(times)


def main() -> int:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cœurs"
    print(f"{datetime.datetime.now():%Y-%m-%d %H:%M} · {machine}, {platform.python_version()}")
    empty = best("pass")
    print(f"Python seul : {empty.seconds:.2f} s, {empty.megabytes:.0f} Mo\n")
    print(f"{'fichier':<28}{'lecteur':<14}{'processus':>10}{'pic':>9}{'à chaud':>10}  cible")
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, label in (("pdf", f"pdf, {PAGES} pages"), ("docx", "docx, 300 paragraphes"),
                            ("odt", "odt, 300 paragraphes")):  # fmt: skip
            path = Path(folder) / f"a.{kind}"
            path.write_bytes(
                pdf_of(PAGES)
                if kind == "pdf"
                else write(text_of(300), format=kind, marking=Marking())
            )
            ours, hot = best(OURS.format(path=str(path))), warm(lambda path=path: read(path))
            seconds, megabytes = TARGETS[kind]
            held = ours.seconds < seconds and (megabytes is None or ours.megabytes < megabytes)
            missed += not held
            goal = f"< {seconds} s" + (f", < {megabytes:.0f} Mo" if megabytes else "")
            print(f"{label:<28}{'beffroi':<14}{ours.seconds:>8.2f} s{ours.megabytes:>6.0f} Mo"
                  f"{hot:>8.3f} s  {goal} : {'tenue' if held else 'MANQUÉE'}")  # fmt: skip
            name, code = PEERS[kind]
            peer = best(code.format(path=str(path)))
            print(f"{'':<28}{name:<14}{peer.seconds:>8.2f} s{peer.megabytes:>6.0f} Mo")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
