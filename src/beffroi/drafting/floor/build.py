"""The floor of a modèle: which rule gives what the person gets without a language model."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.drafting.floor.sheet import build_sheet
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Modele


@dataclass(frozen=True, kw_only=True, slots=True)
class FloorText:
    """The text of the floor and what the person must know of it, in French."""

    text: str
    notices: tuple[str, ...] = ()


def build_floor(modele: Modele, inputs: Inputs) -> FloorText:
    """What ``modele`` gives without a model. Pure and never empty for a text that is not."""
    sheet = build_sheet(inputs.source)
    return FloorText(text=sheet.text, notices=sheet.notices)
