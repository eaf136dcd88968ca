"""A few sheets of a commune that does not exist, and an index of them."""

from __future__ import annotations

from pathlib import Path

from beffroi.embedding.scripted import ScriptedEmbedder
from beffroi.knowledge import EmbeddedIndex, Source, incoming

CANTEEN = Source(
    id="cantine",
    title="Cantine des écoles de Valmorin",
    text="La cantine accueille les élèves des écoles.\n## Tarif\nLe repas coûte 3,20 € pour un "
    "enfant de la commune.\n## Inscription\nL’inscription se fait à la mairie, avant le 15 juin, "
    "avec un justificatif de domicile.",
    collection="ecoles",
)
BINS = Source(
    id="dechets",
    title="Collecte des ordures ménagères",
    text="Les ordures ménagères sont collectées le mardi et le vendredi.\n## Encombrants\nLes "
    "encombrants sont enlevés sur rendez-vous, le premier lundi du mois.",
    collection="technique",
    synonyms=("éboueurs",),
)
CARD = Source(
    id="cmi",
    title="Carte mobilité inclusion (CMI)",
    text="La carte mobilité inclusion (CMI) facilite la vie des personnes handicapées.\n"
    "## Demande\nLa demande se fait auprès de la maison départementale.",
    collection="social",
)
SWIMMING = Source(
    id="piscine",
    title="Piscine municipale",
    text="La piscine municipale ouvre de 9 h à 19 h.\n## Prix d’entrée\nL’entrée coûte 4 €, et "
    "2 € pour les enfants.",
    collection="sports",
)
SHEETS = (CANTEEN, BINS, CARD, SWIMMING)


def index_of(folder: Path, *sources: Source) -> EmbeddedIndex:
    index = EmbeddedIndex(folder, embedder=ScriptedEmbedder(), width=64)
    index.put(incoming(source) for source in sources or SHEETS)
    return index
