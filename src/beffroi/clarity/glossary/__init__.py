"""Words of the administration, explained at their first use; the word itself always stays."""

from beffroi.clarity.glossary.gloss import Gloss, Glossed, explain, glosses
from beffroi.clarity.glossary.official import read_official
from beffroi.clarity.glossary.terms import Term, builtin, merged, read_own

__all__ = [
    "Gloss",
    "Glossed",
    "Term",
    "builtin",
    "explain",
    "glosses",
    "merged",
    "read_official",
    "read_own",
]
