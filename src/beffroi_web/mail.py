"""E-mail: by the server of a setting, or not at all."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from beffroi.errors import SettingsError
from beffroi.settings import Settings


def mail_settings(settings: Settings) -> dict[str, Any]:
    """Django's ``EMAIL_*``; without a server, ``MAIL_ENABLED`` is false and links are handed over
    by the administrator."""
    if not settings.smtp_url:
        return {
            "MAIL_ENABLED": False,
            "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
        }
    parts = urlsplit(settings.smtp_url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not settings.mail_from:
        raise SettingsError(
            "BEFFROI_SMTP_URL ne se lit pas, ou BEFFROI_MAIL_FROM manque.",
            next_step="Écrivez par exemple smtp://nom:secret@serveur:587/?tls=1.",
        )
    return {
        "MAIL_ENABLED": True,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parse_qs(parts.query).get("tls") == ["1"],
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": settings.mail_from,
    }
