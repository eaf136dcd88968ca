"""A consultation to try: 300 answers about a town's mobility plan, invented from end to end."""

from __future__ import annotations

from importlib.resources import files

EXAMPLE_NAME = "plan-de-mobilite.csv"
EXAMPLE_TITLE = "Plan de mobilité de Valmont-sur-Loue"
EXAMPLE_QUESTION = "Que faudrait-il changer pour mieux se déplacer à Valmont-sur-Loue ?"


def example() -> bytes:
    """The file, as a survey tool would give it."""
    return (files("beffroi.consultation") / "data" / EXAMPLE_NAME).read_bytes()
