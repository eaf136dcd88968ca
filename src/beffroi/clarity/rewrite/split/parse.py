"""The parse of one sentence: the model is held once, by :mod:`beffroi.french.parsing`."""

from __future__ import annotations

from beffroi.french.parsing import parsed

__all__ = ["parsed"]
