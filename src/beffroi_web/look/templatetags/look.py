"""Tags and filters of every template: ``{% load look %}``."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from beffroi_web.look import rooms, typography
from beffroi_web.look.loader import with_french_spaces

register = template.Library()

SEVERITY_TONES = {"bloquant": "stop", "a_verifier": "check", "information": "info"}
SEVERITY_WORDS = {"bloquant": "Bloquant", "a_verifier": "À vérifier", "information": "Information"}


@register.simple_tag
def icon(name: str, css: str = "icon") -> SafeString:
    """A symbol of the sheet of icons; decorative, the word is beside it."""
    address = static("img/icones.svg")
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>', css, address, name
    )


@register.inclusion_tag("partials/rooms.html", takes_context=True)
def every_room(context: dict[str, Any]) -> dict[str, Any]:
    """The rooms in full, for a telephone, whose rail shows only the nearest."""
    return rail(context)


@register.inclusion_tag("partials/rail.html", takes_context=True)
def rail(context: dict[str, Any]) -> dict[str, Any]:
    request = context.get("request")
    house = getattr(request, "collectivite", None)

    def allowed(permission: str) -> bool:
        return house is not None and request.user.has_perm(permission, house)

    return {"rooms": rooms.built(request.path if request else "/", allowed)}


@register.filter
def typo(text: object) -> str:
    return typography.typo(str(text))


@register.filter
def typo_html(text: object) -> SafeString:
    """The help of a form field, which may hold tags: only its words are set."""
    return mark_safe(with_french_spaces(str(text)))  # noqa: S308 (written by us, in forms.py)


@register.filter
def moment(value: datetime | None) -> str:
    if value is None:
        return ""
    return typography.moment(timezone.localtime(value), timezone.localtime())


@register.filter
def counted(number: int, forms: str) -> str:
    """``{{ n|counted:"point,points" }}``."""
    singular, _, plural = forms.partition(",")
    return typography.counted(int(number), singular, plural)


@register.filter
def lasting(seconds: float | None) -> str:
    return "" if seconds is None else typography.lasting(float(seconds))


@register.filter
def decimal(number: float | None, digits: int = 1) -> str:
    return "" if number is None else typography.decimal(float(number), digits)


@register.filter
def size(octets: int) -> str:
    return typography.size(int(octets))


@register.filter
def uncapitalised(text: str) -> str:
    """« Écrite par Beffroi » in the middle of a sentence."""
    return text[:1].lower() + text[1:]


@register.filter
def tone(severity: str) -> str:
    return SEVERITY_TONES.get(severity, "info")


@register.filter
def severity_word(severity: str) -> str:
    return SEVERITY_WORDS.get(severity, severity)


@register.simple_tag
def route_or_nothing(name: str, **parameters: object) -> str:
    """The address of a route, or nothing where the page does not exist: no dead link."""
    return rooms.address_of(name, **parameters)


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: object) -> str:
    """The query string of the page with ``changes``; used by pagination."""
    values = context["request"].GET.copy()
    for key, value in changes.items():
        values[key] = str(value)
    return "?" + values.urlencode()
