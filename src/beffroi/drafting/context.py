"""What the checks must know of a request: limits, families of facts, what the house may add."""

from __future__ import annotations

from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Modele
from beffroi.drafting.types import Request
from beffroi.findings import CheckContext


def check_context(modele: Modele, inputs: Inputs, request: Request) -> CheckContext:
    """The limit of a chosen channel wins over that of the modèle."""
    chosen = [choice.max_characters for choice in inputs.choices.values() if choice.max_characters]
    return CheckContext(
        kind=modele.rules.kind,
        may_omit=modele.rules.may_omit,
        required=modele.rules.required,
        forbidden=modele.rules.forbidden,
        sheet="\n".join(filter(None, (request.sheet, request.collectivite, inputs.beside))),
        max_characters=min(chosen) if chosen else modele.output.max_characters,
        max_words=modele.output.max_words,
        alphabet=modele.output.alphabet,
        values=dict(inputs.values),
    )
