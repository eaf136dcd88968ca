from __future__ import annotations

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "beffroi_web.public"
    verbose_name = "Page publique"
