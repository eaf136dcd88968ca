"""Sentences to vectors, behind one small protocol."""

from beffroi.embedding.types import Embedder

__all__ = ["Embedder"]
