"""The session store: Django's own in the database, with the person beside the data."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY as USER_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

DEVICE_KEY = "appareil"


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        from beffroi_web.accounts.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.user_id = data.get(USER_KEY)
        row.device = data.get(DEVICE_KEY, "")
        opened = data.get("ouverte")
        if opened:
            from datetime import datetime

            row.opened_at = datetime.fromisoformat(opened)
        return row


def device(agent: str) -> str:
    """« Firefox sur Windows » from the header of a browser; « Navigateur » when unknown."""
    browsers = (
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    )
    systems = (
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    )
    browser = next((name for mark, name in browsers if mark in agent), "Navigateur")
    system = next((name for mark, name in systems if mark in agent), "")
    return f"{browser} sur {system}" if system else browser
