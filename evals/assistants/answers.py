"""The questions of ``evals/knowledge`` through a whole answer: status, sheet, words, citations.

``python -m evals.assistants.answers [--known] [--model] [--limit N]``: the part « inconnue » is
reported, the part « connue » serves for tuning and lists what failed. The index is that of
``BEFFROI_HOME``, fed with the official sheets (see ``evals/knowledge``).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beffroi.assistants import Answer, Answered, answer
from beffroi.fidelity import facts
from beffroi.french.flat import bare, flat
from beffroi.knowledge import Index
from beffroi.knowledge.place import open_index
from beffroi.llm.types import ChatModel, ModelInfo

QUESTIONS = Path(__file__).parents[1] / "knowledge" / "questions.jsonl"
MODEL = Path("/opt/models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf")
REMEMBERED = Path("/tmp/beffroi-evals-assistants.reponses.jsonl")


@dataclass(kw_only=True)
class Measure:
    """Counts by kind of question; ``failed`` are lines to read."""

    counts: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def lines(self) -> list[str]:
        c = self.counts
        shown = [
            f"répondu : {c['answered']}/{c['repondue']}",
            f"la bonne fiche est citée en premier : {c['first']}/{c['repondue']}",
            f"une bonne fiche est citée : {c['cited']}/{c['repondue']}",
            f"la réponse tient dans le texte et une bonne fiche est citée : "
            f"{c['right']}/{c['repondue']}",
            f"la réponse tient dans un passage cité : {c['holds']}/{c['repondue']}",
            f"sans réponse dans les fiches, dit comme tel : {c['silent']}/{c['sans_reponse']}",
            f"hors limites, refusé ou « je ne trouve pas » : {c['refused']}/{c['hors_limites']}"
            f" (par règle : {c['ruled']})",
            f"fausses urgences : {c['alarm']}",
            f"citations qui ne sont pas la sous-chaîne exacte : {c['inexact']}",
            f"phrases non citées mot pour mot dont un chiffre manque au passage : {c['invented']}",
            f"longueur moyenne : {c['characters'] // max(1, c['answered'])} caractères",
            f"phrases du modèle gardées : {c['worded']}, retirées : {c['removed']}",
        ]
        ranked = sorted(self.seconds) or [0.0]
        return [*shown, f"durée médiane : {ranked[len(ranked) // 2]:.2f} s"]


def measured(
    rows: Sequence[dict[str, Any]], *, index: Index, model: ChatModel | None = None
) -> Measure:
    found = Measure()
    for row in rows:
        started = time.monotonic()
        events = answer(row["question"], index=index, model=model)
        whole = next(event.answer for event in events if isinstance(event, Answered))
        found.seconds.append(time.monotonic() - started)
        _count(found, row, whole, index)
    return found


def _count(found: Measure, row: dict[str, Any], whole: Answer, index: Index) -> None:
    counts, kind = found.counts, row["type"]
    counts[kind] += 1
    counts["alarm"] += whole.status == "urgence"
    counts["removed"] += len(whole.removed)
    _count_proofs(counts, whole, index)
    if kind == "repondue":
        _count_answered(found, row, whole)
    elif kind == "sans_reponse":
        silent = whole.status != "repondu"
        counts["silent"] += silent
        if not silent:
            found.failed.append(f"{row['id']} répond sans fiche : {row['question']}")
    else:
        refused = whole.status != "repondu"
        counts["refused"] += refused
        counts["ruled"] += whole.status == "hors_limites"
        if whole.status != "hors_limites":
            found.failed.append(f"{row['id']} {whole.status}, hors limites : {row['question']}")


def _count_answered(found: Measure, row: dict[str, Any], whole: Answer) -> None:
    counts, sheets = found.counts, set(row["fiches"])
    wanted = re.compile(row["reponse"])
    ranks = dict.fromkeys(rank for one in whole.sentences for rank in one.cites)
    cited = [whole.citations[rank] for rank in ranks]
    right = bool({one.document_id for one in cited} & sheets)
    said = bool(wanted.search(folded(whole.text)))
    counts["answered"] += whole.status == "repondu"
    counts["characters"] += len(whole.text) if whole.status == "repondu" else 0
    counts["first"] += bool(cited) and cited[0].document_id in sheets
    counts["cited"] += right
    counts["right"] += right and said
    counts["holds"] += any(
        one.document_id in sheets and wanted.search(folded(one.text)) for one in cited
    )
    if not (right and said):
        why = whole.status if whole.status != "repondu" else "mots" if right else "fiche"
        found.failed.append(
            f"{row['id']} [{why}] {row['question']} | attendu {row['reponse']} dans "
            f"{','.join(sheets)} | {whole.text[:300]!r}"
        )


def _count_proofs(counts: Counter[str], whole: Answer, index: Index) -> None:
    for cited in whole.citations:
        source = index.source(cited.document_id)
        counts["inexact"] += source is None or cited.span.of(source.text) != cited.text
    for sentence in whole.sentences:
        if sentence.quoted or not sentence.cites:
            continue
        counts["worded"] += 1
        given = " ".join(whole.citations[rank].text for rank in sentence.cites)
        held = set(re.findall(r"\d+", flat(given)))
        counts["invented"] += any(
            set(re.findall(r"\d+", fact.text)) - held for fact in facts(sentence.text)
        )


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", bare(flat(text)))


def real_model() -> ChatModel:
    """The weak model of the house, its answers remembered."""
    from beffroi.llm.embedded import EmbeddedModel
    from evals.clarifier.remembered import RememberedModel

    info = ModelInfo(name=MODEL.stem, title=MODEL.stem, place="machine", context_tokens=4096)
    return RememberedModel(EmbeddedModel(MODEL, info=info), REMEMBERED)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--known", action="store_true")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    asked = parser.parse_args()
    part = "connue" if asked.known else "inconnue"
    lines = asked.questions.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["part"] == part]
    if asked.limit < len(rows):
        rows = rows[:: len(rows) // asked.limit][: asked.limit]
    model = real_model() if asked.model else None
    found = measured(rows, index=open_index(), model=model)
    print(f"{len(rows)} questions de la part « {part} »")
    print("\n".join(found.lines()))
    if asked.known:
        print("\n".join(found.failed), file=sys.stderr)


if __name__ == "__main__":
    main()
