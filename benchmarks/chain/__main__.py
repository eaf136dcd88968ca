"""``python -m benchmarks.chain``: what the chain adds to the model's own time.

A model that writes 20 tokens a second (what the embedded one does on two cores) and notes when it
begins and ends. Targets: at most 5 % more than the model's own time; first piece on screen within
100 ms of the first token (longer only where masking must hold a piece back).
"""

from __future__ import annotations

import os
import platform
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from beffroi.drafting import Done, Piece, Request, run, shipped_modeles
from beffroi.llm.types import Chunk, Completion, JsonSchema, Message, ModelInfo, Place

RATE = 20.0
READING = 0.4
HERE = Path(__file__).parent
ACT = (
    "Article 1er : Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h, en "
    "raison des travaux de réfection des trottoirs, la circulation de tous les véhicules "
    "est interdite rue du Four, entre la rue de la Poste et la place de l’Église.\n"
    "Article 2 : Il appartient aux riverains dont le véhicule est stationné dans "
    "l’emprise du chantier de procéder à son déplacement au plus tard le lundi 6 avril "
    "2026 à 20 h, faute de quoi le véhicule pourra être mis en fourrière aux frais de son "
    "propriétaire.\n"
    "Article 3 : Les personnes à mobilité réduite qui souhaitent bénéficier d’un accès "
    "particulier pendant la durée du chantier sont invitées à se rapprocher des services "
    "techniques, joignables au 02 41 00 12 34 ou à l’adresse travaux@saint-aubin.example.\n"
    "Article 4 : Le présent arrêté peut faire l’objet d’un recours pour excès de pouvoir "
    "devant le tribunal administratif de Nantes dans un délai de deux mois à compter de "
    "sa publication ou de son affichage en mairie."
)


class Paced:
    """Gives the sentence back, a token at a time; ``spent`` is its own time, ``first`` when each
    answer began."""

    def __init__(self, place: Place) -> None:
        self.info = ModelInfo(name="cadence", title="Cadencé", place=place, context_tokens=8192)
        self.spent = 0.0
        self.first: list[float] = []
        self.rate, self.reading = RATE, READING

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Completion:
        pieces = list(self.stream(messages, max_tokens=max_tokens))
        assert pieces[-1].completion is not None
        return pieces[-1].completion

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: JsonSchema | None = None,
        temperature: float = 0.0,
        max_tokens: int = 1024,
    ) -> Iterator[Chunk]:
        found = re.findall(r"<texte>\n(.*?)\n</texte>", messages[-1].content, re.S)
        text = found[-1] if found else "rien"
        self._sleep(self.reading)
        for number, piece in enumerate(re.findall(r"\s*\S{1,4}", text)):
            self._sleep(1 / self.rate)
            if number == 0:
                self.first.append(time.perf_counter())
            yield Chunk(text=piece)
        yield Chunk(text="", completion=Completion(text=text, model="cadence", finish="fin"))

    def _sleep(self, seconds: float) -> None:
        started = time.perf_counter()
        time.sleep(seconds)
        self.spent += time.perf_counter() - started


def measure(place: Place) -> tuple[float, float, list[float]]:
    """Model's own seconds, seconds in all, and delays of the first piece of each answer (ms)."""
    model, shown, answered, modeles = Paced(place), list[float](), 0, shipped_modeles()
    started = time.perf_counter()
    for event in run(request(), model=model, modeles=modeles):
        if isinstance(event, Piece) and len(model.first) > answered and event.text.strip():
            shown.append(1000 * (time.perf_counter() - model.first[answered]))
            answered = len(model.first)
        if isinstance(event, Done):
            assert not event.draft.floor
    return model.spent, time.perf_counter() - started, shown


def request() -> Request:
    return Request(modele="langage-clair", values={"texte": ACT})


def main() -> None:
    started = time.perf_counter()
    for place in ("machine", "ailleurs"):
        model = Paced(place)  # type: ignore[arg-type]
        model.rate, model.reading = 1e6, 0.0
        list(run(request(), model=model, modeles=shipped_modeles()))
    warm = time.perf_counter() - started
    lines = [
        f"# Chaîne : mesure du {datetime.now():%d/%m/%Y à %H:%M}",
        "",
        f"Machine : {platform.machine()}, {os.cpu_count()} cœurs, Python "
        f"{platform.python_version()}. Modèle cadencé à {RATE:.0f} jetons par seconde.",
        f"Premier usage (chargement de la grammaire et du lexique) : {warm:.1f} s, une fois.",
        "",
        "| | temps du modèle | temps en tout | ajout | premier morceau, médiane | au pire |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    held = True
    for name, place in (("sans masquage", "machine"), ("avec masquage", "ailleurs")):
        own, whole, delays = measure(place)  # type: ignore[arg-type]
        added = 100 * (whole - own) / own
        middle = sorted(delays)[len(delays) // 2]
        held = held and added <= 5 and (place != "machine" or max(delays) <= 100)
        lines.append(
            f"| {name} | {own:.2f} s | {whole:.2f} s | {added:.1f} % | {middle:.1f} ms "
            f"| {max(delays):.1f} ms |"
        )
    lines += [
        "",
        "Cibles : ajout de 5 % au plus, premier morceau en 100 ms au plus (hors masquage).",
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    (HERE / "RESULTATS.md").write_text(text, encoding="utf-8")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
