"""Clarifier: a text made clear, checked, corrected, signed and exported."""
