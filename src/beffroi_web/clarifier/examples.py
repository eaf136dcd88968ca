"""Texts to try, in one click. Invented: no person, no real place; telephone numbers that the
numbering plan keeps for fiction (03 53 01…, ARCEP)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from beffroi.errors import UnknownName


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """``modele`` is the one that it shows best."""

    name: str
    title: str
    text: str
    modele: str


EXAMPLES = (
    Example(
        name="arrete-travaux",
        title="Un arrêté de circulation",
        text="Des travaux, des dates, des exceptions : en langage clair.",
        modele="langage-clair",
    ),
    Example(
        name="reglement-cantine",
        title="Le règlement de la cantine",
        text="Des délais, des tarifs, des conditions : pour les familles.",
        modele="adaptation-public",
    ),
    Example(
        name="courrier-habitant",
        title="La lettre d’une habitante",
        text="Trois questions précises : une première réponse.",
        modele="reponse-courrier",
    ),
)


def example(name: str) -> tuple[Example, str]:
    """The example of that name and its text. Raises :class:`UnknownName`."""
    for item in EXAMPLES:
        if item.name == name:
            path = files("beffroi_web.clarifier") / "exemples" / f"{name}.txt"
            return item, path.read_text(encoding="utf-8")
    raise UnknownName(detail=name)
