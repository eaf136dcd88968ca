"""Speed, delay, memory of an installed model, through our adapter and beside the bare engine.

    BEFFROI_HOME=var python benchmarks/llm/run.py [NAME]

Prints Markdown with the machine, its load and the date. Figures are only worth something on a
quiet machine: the load is printed beside them.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from beffroi.llm import Message
from beffroi.llm.catalogue import Entry, default, file_of, find, is_installed
from beffroi.llm.engine import Engine, load
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.settings import load as settings

INSTRUCTION = (
    "Vous réécrivez en langage clair une phrase d’un arrêté municipal, pour un habitant. "
    "Gardez chaque date, heure, lieu, montant et référence. Une phrase, vingt mots au plus.\n\n"
)
EXAMPLES = (
    (
        "La circulation des véhicules sera interdite sur le territoire de la commune, rue Pasteur, "
        "le samedi 14 juin 2025 de 9 h 00 à 17 h 30, à l’occasion de la fête des écoles.",
        "Le samedi 14 juin 2025, de 9 h à 17 h 30, vous ne pouvez pas circuler rue Pasteur, à "
        "cause de la fête des écoles.",
    ),
    (
        "Les contrevenants s’exposent à une amende d’un montant forfaitaire de 135 euros "
        "conformément à l’article R. 417-10 du code de la route.",
        "Si vous ne respectez pas cette règle, vous risquez une amende de 135 euros (article "
        "R. 417-10 du code de la route).",
    ),
    (
        "Les demandes de dérogation devront être adressées par écrit au service de l’urbanisme "
        "au moins quinze jours avant la date envisagée.",
        "Pour demander une exception, écrivez au service de l’urbanisme au moins quinze jours "
        "avant la date prévue.",
    ),
)
SENTENCES = (
    "Le stationnement de tout véhicule est interdit place du Marché du 3 au 5 mars 2025.",
    "Les propriétaires riverains sont tenus de procéder à l’élagage des haies avant le 1er avril.",
    "L’accès au cimetière communal est suspendu le mardi 4 novembre de 8 h à 12 h pour travaux.",
    "Le présent arrêté peut faire l’objet d’un recours devant le tribunal dans les deux mois.",
    "La vitesse est limitée à 30 km/h sur l’ensemble de la rue du Général-Leclerc.",
    "Les déchets verts doivent être déposés à la déchèterie, ouverte du lundi au samedi.",
)
OTHER = "Vous écrivez un SMS d’alerte pour les habitants, en 160 signes, sans rien inventer. " * 20


@dataclass(frozen=True, kw_only=True)
class Timed:
    first: float
    whole: float
    tokens: int


def sentence(text: str) -> list[Message]:
    messages = [Message(role="system", content=INSTRUCTION)]
    for given, good in EXAMPLES:
        messages += [
            Message(role="user", content=given),
            Message(role="assistant", content=good),
        ]
    return [*messages, Message(role="user", content=text)]


def ours(model: OpenAICompatible, messages: list[Message], tokens: int = 80) -> Timed:
    started, first, completion = time.perf_counter(), 0.0, None
    for chunk in model.stream(messages, max_tokens=tokens):
        if chunk.text and not first:
            first = time.perf_counter() - started
        completion = chunk.completion
    assert completion is not None
    whole = time.perf_counter() - started
    return Timed(first=first, whole=whole, tokens=completion.completion_tokens or 0)


def bare(engine: Engine, messages: list[Message], tokens: int = 80) -> Timed:
    """llama.cpp called directly, in the process: the peer."""
    started, seen, told = time.perf_counter(), [], [0]

    def each(chunk: dict[str, Any]) -> None:
        if any(choice["delta"].get("content") for choice in chunk.get("choices", [])):
            seen.append(time.perf_counter() - started)
        told[0] = chunk.get("usage", {}).get("completion_tokens", told[0])

    body = {
        "messages": [{"role": message.role, "content": message.content} for message in messages],
        "max_tokens": tokens,
        "temperature": 0,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    engine.server.handle_chat_completions(body, each)
    return Timed(first=seen[0], whole=time.perf_counter() - started, tokens=told[0])


def memory() -> int:
    """Megabytes held by this process now (Linux)."""
    text = Path("/proc/self/status").read_text()
    return (
        int(next(line for line in text.splitlines() if line.startswith("VmRSS")).split()[1]) // 1024
    )


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = run()
    return time.perf_counter() - started, result


def chosen() -> tuple[Entry, Path]:
    home = settings().home
    entry = find(sys.argv[1], home) if len(sys.argv) > 1 else default(home)
    if not is_installed(entry, home):
        sys.exit(f"{entry.name} n’est pas installé : beffroi modele installer {entry.name}")
    return entry, file_of(entry, home)


def row(name: str, value: str) -> None:
    print(f"| {name} | {value} |", flush=True)


def main() -> None:
    entry, path = chosen()
    load_average = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cœurs, charge {load_average:.1f}, ", end="")
    print(
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {entry.title}\n\n"
        "| mesure | valeur |\n| --- | --- |"
    )
    before = memory()
    seconds, engine = timed(lambda: load(path, name=entry.name, context=entry.context))
    row("chargement", f"{seconds:.1f} s, {memory() - before} Mo")
    model = OpenAICompatible(url=f"{engine.url}/v1", key=engine.key, info=entry.info)
    cold = ours(model, sentence(SENTENCES[0]))
    row("premier mot, consigne et trois exemples non lus", f"{cold.first:.2f} s")
    warm = [ours(model, sentence(text)) for text in SENTENCES]
    row("premier mot, consigne en mémoire", f"{statistics.median(w.first for w in warm):.2f} s")
    row(
        "gain de la mémoire des consignes",
        f"× {cold.first / statistics.median(w.first for w in warm):.0f}",
    )
    row("une phrase après trois exemples", f"{statistics.median(w.whole for w in warm):.2f} s")
    speeds = [(w.tokens - 1) / (w.whole - w.first) for w in warm if w.tokens > 1]
    row("écriture", f"{statistics.median(speeds):.1f} jetons/s")
    ours(model, [Message(role="system", content=OTHER), Message(role="user", content="Tempête.")])
    back = ours(model, sentence(SENTENCES[1]))
    row("premier mot, de retour d’une autre consigne", f"{back.first:.2f} s")
    pairs = [(ours(model, sentence(s)), bare(engine, sentence(s))) for s in SENTENCES * 2]
    shares = [(mine.whole / mine.tokens) / (peer.whole / peer.tokens) - 1 for mine, peer in pairs]
    row("notre adaptateur, au-delà de llama.cpp seul", f"{statistics.median(shares) * 100:+.1f} %")
    delays = [mine.first - peer.first for mine, peer in pairs]
    row("premier mot, au-delà de llama.cpp seul", f"{statistics.median(delays) * 1000:+.0f} ms")
    row("mémoire après ces demandes", f"{memory()} Mo")
    row("charge à la fin", f"{os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
