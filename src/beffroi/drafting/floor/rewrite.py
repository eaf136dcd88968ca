"""The seam to rewriting by rule: the wording of a passage made plain, its facts untouched."""

from __future__ import annotations

from beffroi.errors import InstallError


def rewrite_by_rule(text: str) -> str:
    """``text`` reworded by the rules of :mod:`beffroi.clarity`, which keep every fact.

    Exactly ``text`` when no rule applies, or when the grammar model is not installed.
    """
    from beffroi.clarity.rewrite import rewrite

    try:
        return rewrite(text, whole=False).text
    except InstallError:
        return text
