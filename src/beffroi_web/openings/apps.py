from __future__ import annotations

from django.apps import AppConfig


class OpeningsConfig(AppConfig):
    name = "beffroi_web.openings"
    verbose_name = "Ouvertures"

    def ready(self) -> None:
        from beffroi_web.openings import heard, shelved  # noqa: F401 (they listen once loaded)
