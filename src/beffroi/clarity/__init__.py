"""Can people read it? A profile, rules, and rewriting by rule."""

from beffroi.clarity.profile import compare, profile
from beffroi.clarity.rewrite import Rewriting, rewrite, rewrite_sentence
from beffroi.clarity.rules import check, clarity_findings
from beffroi.clarity.types import Change, Measure, Profile

__all__ = [
    "Change",
    "Measure",
    "Profile",
    "Rewriting",
    "check",
    "clarity_findings",
    "compare",
    "profile",
    "rewrite",
    "rewrite_sentence",
]
