from __future__ import annotations

from django.apps import AppConfig


class OpeningsConfig(AppConfig):
    name = "beffroi_web.openings"
    verbose_name = "Ouvertures"
