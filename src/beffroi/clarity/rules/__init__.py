"""About thirty rules of plain language, one file each, in two profiles."""

from beffroi.clarity.rules.catalogue import RULES, rules_for
from beffroi.clarity.rules.check import AUDIENCES, check, clarity_findings
from beffroi.clarity.rules.rule import Audience, Hit, Reading, Rule

__all__ = [
    "AUDIENCES",
    "RULES",
    "Audience",
    "Hit",
    "Reading",
    "Rule",
    "check",
    "clarity_findings",
    "rules_for",
]
