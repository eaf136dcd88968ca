"""``python -m evals.clarifier run|report [--dev] [--limit N]``: plain language with the weak model.

Each text is written twice: by the model alone, in one go (« avant »), and by the whole chain
(« après »); then once as an SMS. Answers go to a JSONL cache keyed by arm, text and version of the
modèle, so that the measure can be cut and taken up again.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from beffroi.drafting import Done, Request, run, shipped_modeles
from beffroi.drafting.ask import prefix
from beffroi.drafting.inputs import complete
from beffroi.llm.embedded import EmbeddedModel
from beffroi.llm.types import ChatModel, Message, ModelInfo
from beffroi.prompts import fence
from evals.clarifier.remembered import RememberedModel
from evals.clarifier.score import Scores, table
from evals.clarifier.texts import Passage, chosen

HERE = Path(__file__).parent
MODEL = Path("/opt/models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf")
MODELES = shipped_modeles()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=("run", "report", "ids"))
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--arms", default="brut,chaine,sms")
    parser.add_argument("--cache", type=Path, default=Path("/tmp/beffroi-evals-clarifier.jsonl"))
    parser.add_argument("--model", type=Path, default=MODEL)
    asked = parser.parse_args()
    test, dev = chosen()
    texts = (dev if asked.dev else test)[: asked.limit]
    if asked.action == "ids":
        print(
            json.dumps({"mesure": [t.id for t in test], "reglage": [t.id for t in dev]}, indent=1)
        )
        return
    if asked.action == "run":
        answer_all(texts, asked.arms.split(","), asked.cache, asked.model)
    report(texts, asked.cache, dev=asked.dev)


def answer_all(texts: list[Passage], arms: list[str], cache: Path, path: Path) -> None:
    """Both ways of plain language text by text first, then the SMS."""
    done = {(row["arm"], row["id"], row["version"]) for row in rows(cache)}
    info = ModelInfo(name=path.stem, title=path.stem, place="machine", context_tokens=4096)
    model = RememberedModel(EmbeddedModel(path, info=info), cache.with_suffix(".reponses.jsonl"))
    order = [(arm, text) for text in texts for arm in arms]
    for number, (arm, text) in enumerate(order, start=1):
        key = (arm, text.id, version(arm))
        if key in done:
            continue
        started = time.monotonic()
        row = {"arm": arm, "id": text.id, "version": version(arm), **ARMS[arm](text, model)}
        row["seconds"] = round(time.monotonic() - started, 1)
        with cache.open("a", encoding="utf-8") as out:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(f"{number}/{len(order)} {arm} {text.id} {row['seconds']} s", file=sys.stderr)


def version(arm: str) -> str:
    return MODELES["sms-alerte" if arm == "sms" else "langage-clair"].reference


def raw(text: Passage, model: ChatModel) -> dict[str, Any]:
    """The model alone: the same instruction, the whole text, one answer."""
    modele = MODELES["langage-clair"]
    inputs = complete(Request(modele=modele.name, values={"texte": text.text}), modele)
    system = prefix(modele, inputs)[0].content.replace("la phrase réécrite", "le texte réécrit")
    messages = [
        Message(role="system", content=system),
        Message(role="user", content=fence(text.text)),
    ]
    return {"draft": model.complete(messages, max_tokens=700).text.strip()}


def chain(text: Passage, model: ChatModel) -> dict[str, Any]:
    return _drafted("langage-clair", text, model)


def sms(text: Passage, model: ChatModel) -> dict[str, Any]:
    return _drafted("sms-alerte", text, model)


def _drafted(name: str, text: Passage, model: ChatModel) -> dict[str, Any]:
    request = Request(modele=name, values={"texte": text.text})
    events = run(request, model=model, modeles=MODELES)
    draft = next(event.draft for event in events if isinstance(event, Done))
    return {"draft": draft.text, "strategies": dict(draft.strategies), "floor": draft.floor}


ARMS: dict[str, Callable[[Passage, ChatModel], dict[str, Any]]] = {
    "brut": raw,
    "chaine": chain,
    "sms": sms,
}


def rows(cache: Path) -> list[dict[str, Any]]:
    if not cache.is_file():
        return []
    return [json.loads(line) for line in cache.read_text(encoding="utf-8").splitlines()]


def report(texts: list[Passage], cache: Path, *, dev: bool) -> None:
    """Prints the figures; those of the reported texts are also written in RESULTATS.md."""
    found = {(row["arm"], row["id"]): row for row in rows(cache)}
    scores = Scores.of(texts, found)
    head = (
        f"# Clarifier : mesure du {datetime.now():%d/%m/%Y à %H:%M}\n\n"
        f"Machine : {platform.processor() or platform.machine()}, {_cores()} cœurs. "
        f"Modèle : {MODEL.stem}. Modèles d’écriture : {version('chaine')}, {version('sms')}.\n"
    )
    text = f"{head}\n{table(scores, len(texts))}\n"
    print(text)
    if not dev:
        (HERE / "RESULTATS.md").write_text(text, encoding="utf-8")


def _cores() -> int:
    import os

    return os.cpu_count() or 1


if __name__ == "__main__":
    main()
