from __future__ import annotations

from django.apps import AppConfig


class RelectureConfig(AppConfig):
    name = "beffroi_web.relecture"
    verbose_name = "Relecture"
