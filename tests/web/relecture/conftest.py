from __future__ import annotations

from web.clarifier.conftest import desk

__all__ = ["desk"]
