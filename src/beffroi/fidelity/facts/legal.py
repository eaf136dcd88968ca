"""Legal references and numbers of acts."""

from __future__ import annotations

from beffroi.fidelity.facts.reading import Reading
from beffroi.french.legal import legal_references


def read_legal(reading: Reading) -> None:
    for reference in legal_references(reading.text):
        family = "acte" if reference.kind == "acte" else "reference"
        reading.add(
            family,  # type: ignore[arg-type]
            (reference.value,),
            reference.span,
            bound="",
            approximate=False,
            details=(reference.kind,),
        )
