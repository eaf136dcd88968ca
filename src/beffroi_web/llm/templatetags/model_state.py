"""The chip that says, on every page, which model works."""

from __future__ import annotations

from typing import Any

from django import template

from beffroi_web.llm.choose import state_of

register = template.Library()


@register.inclusion_tag("partials/model_chip.html", takes_context=True)
def model_chip(context: dict[str, Any]) -> dict[str, Any]:
    collectivite = getattr(context.get("request"), "collectivite", None)
    return {"state": state_of(collectivite) if collectivite else None}
