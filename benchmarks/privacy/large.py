"""A single file of two thousand pages, masked: seconds and memory, for each format.

    python benchmarks/privacy/large.py [--pages 2000] [--formats csv xlsx docx odt jsonl]

Each format runs in a process of its own; prints the rows of the table of RESULTATS.md.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evals/privacy")]
FORMATS = ("jsonl", "csv", "xlsx", "docx", "odt")
#: Characters of a page.
PAGE = 2_000


def texts(pages: int) -> Iterator[str]:
    import generate

    left = pages * PAGE
    for row in generate.generate("tuning", 10**9, seed=11):
        if left <= 0:
            return
        left -= len(row["text"])
        yield row["text"]


def made(kind: str, pages: int) -> bytes:
    rows = [["n°", "nom", "observation"]]
    rows += [[str(n), "Roux", text.replace("\n", " ")] for n, text in enumerate(texts(pages))]
    buffer = io.BytesIO()
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(rows)
        return out.getvalue().encode()
    if kind == "jsonl":
        lines = (json.dumps({"id": row[0], "text": row[2]}) + "\n" for row in rows[1:])
        return "".join(lines).encode()
    if kind == "xlsx":
        import xlsxwriter

        with xlsxwriter.Workbook(buffer) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        return buffer.getvalue()
    if kind == "odt":
        from odfdo import Document, Paragraph

        made = Document("text")
        made.body.clear()
        for row in rows[1:]:
            made.body.append(Paragraph(row[2]))
        made.save(buffer)
        return buffer.getvalue()
    import docx

    document = docx.Document()
    for row in rows[1:]:
        document.add_paragraph(row[2])
    document.save(buffer)
    return buffer.getvalue()


def one(kind: str, path: Path) -> None:
    """In a process of its own: mask the file, print seconds and the peak of memory in MB."""
    started = time.perf_counter()
    if kind == "jsonl":
        from beffroi.cli.masquer import command

        command.main(["--jsonl", str(path), str(path) + ".out"], standalone_mode=False)
    else:
        from beffroi.privacy.files import mask_file

        masked = mask_file(path.read_bytes(), name=path.name)
        path.with_suffix(".out").write_bytes(masked.data)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": used.ru_maxrss / 1024}))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--formats", nargs="+", default=list(FORMATS))
    parser.add_argument("--one", nargs=2)
    options = parser.parse_args()
    if options.one:
        one(options.one[0], Path(options.one[1]))
        return
    print("| format | pages | Mo du fichier | secondes | s de processeur | Mo au plus haut |")
    print("|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.formats:
            path = Path(folder) / f"grand.{kind}"
            path.write_bytes(made(kind, options.pages))
            command = [sys.executable, __file__, "--one", kind, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            size = path.stat().st_size / 1_048_576
            print(
                f"| {kind} | {options.pages} | {size:.1f} | {found['seconds']:.0f} | "
                f"{found['cpu']:.0f} | {found['peak']:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
