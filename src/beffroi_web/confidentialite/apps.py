from __future__ import annotations

from django.apps import AppConfig


class ConfidentialiteConfig(AppConfig):
    name = "beffroi_web.confidentialite"
    verbose_name = "Confidentialité"
