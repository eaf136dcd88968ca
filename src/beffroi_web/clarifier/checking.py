"""The checks of the core, run on what is in the database. No model here, no write."""

from __future__ import annotations

from typing import Any

from beffroi.drafting import Modele
from beffroi.drafting.checks import check_all
from beffroi.drafting.context import check_context
from beffroi.drafting.inputs import Inputs, complete
from beffroi_web.clarifier import convert
from beffroi_web.clarifier.models import Draft


def inputs_of(draft: Draft, modele: Modele) -> Inputs:
    """What the person gave, completed by the modèle. Raises ``InputError`` when it cannot be."""
    return complete(convert.request_of(draft, modele), modele)


def findings(draft: Draft, text: str, modele: Modele) -> list[dict[str, Any]]:
    """What the checks say of ``text``, ready to be stored."""
    request = convert.request_of(draft, modele)
    context = check_context(modele, complete(request, modele), request)
    return [convert.finding_to_json(f) for f in check_all(draft.basis, text, context)]
