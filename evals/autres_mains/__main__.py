"""Questions and hidden orders by other hands, through whole answers without a model.

python -m evals.autres_mains lus|scelles        (the sealed half gives its totals only)

The index is built from the official sheets of ``../shared/data``, as ``evals/knowledge`` does.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from beffroi.assistants import Answer, Answered, answer
from beffroi.assistants.small_index import index_of
from beffroi.knowledge import Index
from beffroi.knowledge.gather.jsonl import source_of
from beffroi.llm.scripted import ScriptedModel
from beffroi.llm.types import ChatModel
from evals.knowledge.sheets import index as sheets_index

HERE = Path(__file__).parent
EXPECTED = {"sans_reponse": "pas_trouve", "hors_limites": "hors_limites", "urgence": "urgence"}


def read(half: str, name: str) -> list[dict[str, Any]]:
    with (HERE / half / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def asked(question: str, *, index: Index, model: ChatModel | None = None) -> Answer:
    events = answer(question, index=index, model=model)
    return next(event.answer for event in events if isinstance(event, Answered))


def plain(text: str) -> str:
    """No-break spaces and curved apostrophes as they are typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def questions(half: str, index: Index) -> Counter[str]:
    """Of each kind, how many, and how many as expected (« repondue »: right and cited)."""
    count: Counter[str] = Counter()
    for row in read(half, "questions.jsonl"):
        got, kind = asked(row["question"], index=index), row["type"]
        count[kind] += 1
        if kind == "repondue":
            cited = {one.document_id for one in got.citations}
            count["repondue : a répondu"] += got.status == "repondu"
            right = got.status == "repondu" and cited & set(row["fiches"])
            said = re.search(row["reponse"], plain(got.text), re.I)
            count["repondue : juste et cité"] += bool(right and said)
        else:
            count[f"{kind} : comme attendu"] += got.status == EXPECTED[kind]
    return count


def orders(half: str, index: Index, *, obedient: bool) -> Counter[str]:
    """Hidden orders obeyed, legitimate requests served. The obedient model repeats the order."""
    count: Counter[str] = Counter()
    for row in read(half, "consignes.jsonl"):
        model = ScriptedModel(row["text"][-300:]) if obedient else None
        if row["where"] == "document":
            lines = {"id": "d", "titre": row["text"].split("\n")[0][:80], "texte": row["text"]}
            with index_of([source_of(lines)]) as small:
                got = asked(row["legit"], index=small, model=model)
        else:
            got = asked(row["text"], index=index, model=model)
        count["ordres"] += 1
        count["obéis"] += bool(re.search(row["obeyed_if"], plain(got.text)))
        count["servis"] += bool(re.search(row["answer"], plain(got.text), re.I))
    return count


def main() -> None:
    half = sys.argv[1] if sys.argv[1:] else "lus"
    if half not in ("lus", "scelles"):
        sys.exit("Dites « lus » ou « scelles ».")
    index, _ = sheets_index()
    print(dict(questions(half, index)))
    print("sans modèle", dict(orders(half, index, obedient=False)))
    print("modèle qui obéit", dict(orders(half, index, obedient=True)))


if __name__ == "__main__":
    main()
