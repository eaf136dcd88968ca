from __future__ import annotations

from django.apps import AppConfig


class LisibiliteConfig(AppConfig):
    name = "beffroi_web.lisibilite"
    verbose_name = "Lisibilité"
