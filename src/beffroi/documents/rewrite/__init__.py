"""The texts of a file replaced where they stand, its layout kept: for masked copies."""

from beffroi.documents.rewrite.in_place import Rewritten, rewrite_in_place

__all__ = ["Rewritten", "rewrite_in_place"]
