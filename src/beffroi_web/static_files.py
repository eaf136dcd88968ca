"""Addresses of static files that change with their content: no build step, no stale stylesheet."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


@cache
def _mark(path: str, modified: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]


class VersionedStatic(StaticFilesStorage):
    """``url("look/beffroi.css")`` ends with ``?v=`` and the first twelve digits of its SHA-256."""

    def url(self, name: str | None) -> str:
        address: str = super().url(name)
        found = finders.find(name or "")
        if not found:
            return address
        return f"{address}?v={_mark(found, Path(found).stat().st_mtime_ns)}"
