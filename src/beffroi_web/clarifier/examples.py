"""Texts to try, in one click: the documents of the demonstration, invented from end to end."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.errors import UnknownName
from beffroi_web.demonstration.seed import documents


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """``name`` is the document without its ending; ``modele`` is the one that it shows best."""

    name: str
    title: str
    text: str
    modele: str


EXAMPLES = (
    Example(
        name="arrete-circulation-rue-du-four",
        title="Un arrêté de circulation",
        text="Des travaux, des dates, des exceptions : en langage clair.",
        modele="langage-clair",
    ),
    Example(
        name="reglement-restaurant-scolaire",
        title="Le règlement du restaurant scolaire",
        text="Des délais, des tarifs, des conditions : pour les familles.",
        modele="adaptation-public",
    ),
    Example(
        name="deliberation-tarifs-mediatheque",
        title="La gratuité de la médiathèque",
        text="Une délibération : une publication pour les réseaux.",
        modele="publication",
    ),
    Example(
        name="courrier-habitante-eclairage",
        title="La lettre d’une habitante",
        text="Des questions précises : une première réponse.",
        modele="reponse-courrier",
    ),
)


def example(name: str) -> tuple[Example, str]:
    """The example of that name and its text. Raises :class:`UnknownName`."""
    for item in EXAMPLES:
        if item.name == name:
            return item, documents()[f"{name}.txt"]
    raise UnknownName(detail=name)
