"""What the checks must know of a request: limits, families of facts, what the house may add."""

from __future__ import annotations

from beffroi.drafting.checks.limits import count_words
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Modele
from beffroi.drafting.types import Request
from beffroi.findings import CheckContext


def check_context(modele: Modele, inputs: Inputs, request: Request) -> CheckContext:
    """The limits of what was chosen win over those of the modèle."""
    return CheckContext(
        kind=modele.rules.kind,
        may_omit=modele.rules.may_omit,
        required=modele.rules.required,
        forbidden=modele.rules.forbidden.union(*(c.forbidden for c in inputs.chosen)),
        sheet="\n".join(filter(None, (request.sheet, request.collectivite, inputs.beside))),
        max_characters=inputs.characters(modele.output.max_characters),
        max_words=_words(modele, inputs),
        alphabet=modele.output.alphabet,
        values=dict(inputs.values),
    )


#: Words that a share of a short text never goes under: a few sentences are short already.
FEWEST = 60


def _words(modele: Modele, inputs: Inputs) -> int | None:
    """The strictest limit in words; a share is taken of the words of the source."""
    length = count_words(inputs.source)
    limits = [modele.output.max_words, *(choice.max_words for choice in inputs.chosen)]
    shares = [choice.max_share for choice in inputs.chosen if choice.max_share]
    limits += [max(FEWEST, length * share // 100) for share in shares]
    return min((limit for limit in limits if limit), default=None)
