"""The chip that says, on every page, which model works."""

from __future__ import annotations

from typing import Any

from django import template

from beffroi_web.llm.choose import state_of
from beffroi_web.look.typography import typo

register = template.Library()

NOWHERE = "Rien ne sort de cette machine."
PLACES_TOLD = {
    "maison": "Vos mots vont à un serveur de la maison.",
    "france_ue": "Vos mots vont à un serveur en France ou dans l’Union européenne.",
    "ailleurs": "Vos mots vont à un serveur extérieur, hors de l’Union européenne ou inconnu.",
}


@register.inclusion_tag("partials/model_chip.html", takes_context=True)
def model_chip(context: dict[str, Any]) -> dict[str, Any]:
    collectivite = getattr(context.get("request"), "collectivite", None)
    return {"state": state_of(collectivite) if collectivite else None}


@register.simple_tag(takes_context=True)
def where_data_go(context: dict[str, Any]) -> str:
    """Where what a person types on this page goes, in one sentence."""
    collectivite = getattr(context.get("request"), "collectivite", None)
    state = state_of(collectivite) if collectivite else None
    return typo(PLACES_TOLD.get(state.place if state else "", NOWHERE))
