from __future__ import annotations

from django.apps import AppConfig


class CollectivitesConfig(AppConfig):
    name = "beffroi_web.collectivites"
    verbose_name = "Collectivités"

    def ready(self) -> None:
        from beffroi_web.collectivites import rules  # noqa: F401  (declares the permissions)
