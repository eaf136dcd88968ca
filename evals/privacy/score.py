# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""What is hidden, what leaks, what is hidden by mistake: the figures of issue 3.

python evals/privacy/score.py untouched [--misses] [--count 600]
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "src")]

Row = dict[str, Any]
#: (start, end) of what was hidden in a text.
Detector = Callable[..., Iterable[tuple[int, int]]]
#: The texts of ``fresh/``: the half that may be looked at, and the half that may not.
FRESH = {
    "fresh-dev": "development",
    "fresh-more": "more",
    "fresh": "held",
    "examen-dev": "examen-dev",
    "examen": "examen",
}
FORMS = ("PHONE", "EMAIL", "IBAN", "NIR", "PLATE", "OTHER")


def ours(text: str, officials: Iterable[str] = ()) -> list[tuple[int, int]]:
    from beffroi.privacy import Lists, detect

    lists = Lists(officials=tuple(officials))
    return [(m.start, m.end) for m in detect(text, lists=lists)]


def score(rows: Iterable[Row], detector: Detector) -> dict[str, Any]:
    total: collections.Counter[str] = collections.Counter()
    hidden: collections.Counter[str] = collections.Counter()
    masked = right = leaks = texts = 0
    stays: collections.Counter[str] = collections.Counter()
    wrong: collections.Counter[str] = collections.Counter()
    misses: list[tuple[str, str, str]] = []
    for row in rows:
        text = row["text"]
        cover = bytearray(len(text))
        given = (row["officials"],) if "officials" in row else ()
        for start, end in detector(text, *given):
            cover[start:end] = b"\1" * (end - start)
        personal = bytearray(len(text))
        leaked = False
        for span in row["spans"]:
            if span["label"] in {"OTHER_DATE", "CITY", "FACILITY"}:
                continue
            a, b = span["start"], span["end"]
            personal[a:b] = b"\1" * (b - a)
            total[span["label"]] += 1
            if all(cover[i] or not text[i].isalnum() for i in range(a, b)):
                hidden[span["label"]] += 1
            else:
                leaked = True
                misses.append((row["id"], span["label"], text[a:b]))
        texts += 1
        leaks += leaked
        letters = [i for i in range(len(text)) if text[i].isalnum()]
        masked += sum(cover[i] for i in letters)
        right += sum(cover[i] and personal[i] for i in letters)
        for span in row.get("stays", ()):
            stays[span["label"]] += 1
            if any(cover[i] for i in range(span["start"], span["end"]) if text[i].isalnum()):
                wrong[span["label"]] += 1
                misses.append((row["id"], "MASQUÉ À TORT " + span["label"], span["text"]))
    return {
        "hidden": {label: (hidden[label], total[label]) for label in sorted(total)},
        "precision": right / masked if masked else 1.0,
        "leaks": leaks / texts if texts else 0.0,
        "wrong": {label: (wrong[label], stays[label]) for label in sorted(stays)},
        "texts": texts,
        "misses": misses,
    }


def lines(figures: dict[str, Any]) -> list[str]:
    def share(pair: tuple[int, int]) -> str:
        return f"{pair[0]:5d} / {pair[1]:5d} = {100 * pair[0] / max(1, pair[1]):5.1f} %"

    found = [f"{label:12s} {share(pair)}" for label, pair in figures["hidden"].items()]
    every = tuple(map(sum, zip(*figures["hidden"].values(), strict=True)))
    forms = [figures["hidden"][f] for f in FORMS if f in figures["hidden"]]
    found.append(f"{'formes':12s} {share(tuple(map(sum, zip(*forms, strict=True))))}")  # type: ignore[arg-type]
    found.append(f"{'tout':12s} {share(every)}")  # type: ignore[arg-type]
    found.append(f"précision des caractères masqués : {100 * figures['precision']:.1f} %")
    found.append(f"textes avec une fuite : {100 * figures['leaks']:.1f} % de {figures['texts']}")
    found += [
        f"masqués à tort, {label:6s} {share(pair)}" for label, pair in figures["wrong"].items()
    ]
    return found


def rows_of(part: str, count: int) -> list[Row]:
    if part == "clinique":
        path = Path(__file__).parents[2].parent / "shared/data/privacy/eds_pseudo_templates.jsonl"
        path = path if path.exists() else Path("/work/shared/data/privacy") / path.name
        if not path.exists():
            sys.exit("Les textes cliniques (../shared/data/privacy) sont absents : rien à mesurer.")
        return [json.loads(line) for line in path.read_text().splitlines()]
    if part == "main":
        return by_hand()
    if part in FRESH:
        from fresh_texts import rows

        return rows(FRESH[part])
    from generate import generate

    return list(generate(part, count))


def by_hand() -> list[Row]:
    """The texts that bear their marks."""
    from texts_hand import TEXTS

    rows: list[Row] = []
    for number, marked in enumerate(TEXTS):
        text, spans, stays, opened = "", [], [], 0
        for sign in marked.replace("\\n", "\n").replace("\\t", "\t"):
            if sign in "‹⟨":
                opened = len(text)
            elif sign in "›⟩":
                said = text[opened:]
                label = "PLACE" if sign == "⟩" else "PHONE" if said[0] == "0" else "PERSON"
                span = {"start": opened, "end": len(text), "label": label, "text": said}
                (stays if sign == "⟩" else spans).append(span)
            else:
                text += sign
        rows.append({"id": f"main-{number:02d}", "text": text, "spans": spans, "stays": stays})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "part",
        choices=["tuning", "adverse", "main", *FRESH, "untouched", "clinique"],
    )
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    rows = rows_of(options.part, options.count)
    ours("Bonjour")
    started = time.perf_counter()
    figures = score(rows, ours)
    seconds = time.perf_counter() - started
    print("\n".join(lines(figures)))
    print(f"{sum(len(r['text']) for r in rows) / seconds:,.0f} caractères par seconde")
    if options.misses:
        by_id = {row["id"]: row for row in rows}
        for name, label, text in figures["misses"]:
            where = by_id[name]["text"]
            at = where.find(text)
            print(
                f"{name} {by_id[name].get('noise', '')} | {label} | {text!r} | {where[max(0, at - 45) : at + len(text) + 25]!r}"
            )


if __name__ == "__main__":
    main()
