from __future__ import annotations

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "beffroi_web.knowledge"
    verbose_name = "Documents"
