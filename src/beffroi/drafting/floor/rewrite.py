"""The seam to rewriting by rule: the wording of a passage made plain, its facts untouched."""

from __future__ import annotations


def rewrite_by_rule(text: str) -> str:
    """``text`` reworded by rules that keep every fact; exactly ``text`` when no rule applies."""
    return text
