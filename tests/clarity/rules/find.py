"""What every table test of a rule calls."""

from __future__ import annotations

from beffroi.clarity.rules import Audience, Reading, Rule


def found(rule: Rule, text: str, audience: Audience = "langage-clair") -> list[str]:
    """The passages that ``rule`` stops at in ``text``."""
    return [hit.span.of(text) for hit in rule.find(Reading(text=text, audience=audience))]


def suggested(rule: Rule, text: str, audience: Audience = "langage-clair") -> list[str]:
    """What ``rule`` proposes instead, passage by passage."""
    return [hit.suggestion for hit in rule.find(Reading(text=text, audience=audience))]
