"""The splitting rules, in the order in which they are tried, with the reason people read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from beffroi.clarity.rewrite.split import (
    alternatives,
    announced,
    asides,
    cases,
    circumstances,
    clauses,
    conditions,
    gerunds,
    goals,
    lists,
    participles,
    relatives,
    semicolon,
    sources,
)

Cut = Callable[[Any], list[str] | None]

RULES: tuple[tuple[str, str, Cut], ...] = (
    ("reference_apres", "Dire d’abord la règle, puis le texte dont elle vient.", sources.cut),
    ("point_virgule", "Une phrase pour chaque idée.", semicolon.cut),
    ("choix", "Une liste montre mieux les choix.", alternatives.cut),
    ("deux_points", "Une phrase pour chaque idée.", announced.cut),
    ("participe", "Une phrase pour présenter, une phrase pour dire.", participles.cut),
    ("relative", "Une phrase pour chaque idée.", relatives.cut),
    ("condition", "Une question ou une liste montre mieux les cas.", conditions.cut),
    ("propositions", "Une phrase pour chaque action.", clauses.cut),
    ("gerondif", "Une phrase pour chaque action.", gerunds.cut),
    ("liste", "Une liste se lit mieux qu’une énumération.", lists.cut),
    ("circonstance", "Dire d’abord l’essentiel, puis les circonstances.", circumstances.cut),
    ("parenthese", "Dire d’abord l’essentiel, puis la précision.", asides.cut),
    ("cas", "Le cas d’abord, la règle en dessous.", cases.cut),
    ("but", "Dire l’action, puis son but.", goals.cut),
)
