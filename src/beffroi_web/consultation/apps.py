from __future__ import annotations

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "beffroi_web.consultation"
    verbose_name = "Écouter"
