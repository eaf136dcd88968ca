"""How the review shows kinds, themes and tokens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from beffroi.privacy import tokens
from beffroi.privacy.wording import NAMES, THEMES, counted

register = template.Library()


@register.filter
def masked_counts(counts: Mapping[str, int]) -> str:
    return counted(counts)


@register.filter
def kind_name(kind: str) -> str:
    name = NAMES[kind][0]
    return name[0].upper() + name[1:]


@register.filter
def theme_name(theme: str) -> str:
    return THEMES[theme]


@register.filter
def marked_tokens(reviewed: Any) -> SafeString:
    """The masked text, its tokens marked; what is in doubt is marked otherwise."""
    doubtful = {group.token for group in reviewed.groups if group.doubtful}
    text, parts, end = reviewed.masked.text, [], 0
    for match in tokens.PATTERN.finditer(text):
        tone = "check" if match[0] in doubtful else "ok"
        mark = format_html('<mark class="{}">{}</mark>', tone, match[0])
        parts += [(text[end : match.start()],), (mark,)]
        end = match.end()
    return format_html_join("", "{}", [*parts, (text[end:],)])
