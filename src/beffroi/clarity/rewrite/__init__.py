"""Rewriting by rule: shorter sentences and plain words, every fact kept, no model needed."""

from beffroi.clarity.rewrite.engine import LONGEST, rewrite, rewrite_sentence
from beffroi.clarity.rewrite.types import Applied, Rewriting, RewrittenSentence

__all__ = ["LONGEST", "Applied", "Rewriting", "RewrittenSentence", "rewrite", "rewrite_sentence"]
