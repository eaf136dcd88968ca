from __future__ import annotations

from django.apps import AppConfig


class ClarifierConfig(AppConfig):
    name = "beffroi_web.clarifier"
    verbose_name = "Clarifier"
