"""The chain: run a modèle on a request, check, repair, return a draft that a person will read."""

from beffroi.drafting.chain import run
from beffroi.drafting.modele import Modele
from beffroi.drafting.modele_files import from_files, from_folder, from_zip, to_files, to_zip
from beffroi.drafting.policy import Policy
from beffroi.drafting.shipped import shipped_modeles
from beffroi.drafting.types import Done, Draft, Event, Piece, Progress, Provenance, Replace, Request

__all__ = [
    "Done",
    "Draft",
    "Event",
    "Modele",
    "Piece",
    "Policy",
    "Progress",
    "Provenance",
    "Replace",
    "Request",
    "from_files",
    "from_folder",
    "from_zip",
    "run",
    "shipped_modeles",
    "to_files",
    "to_zip",
]
