from __future__ import annotations

from django.apps import AppConfig


class LlmConfig(AppConfig):
    name = "beffroi_web.llm"
    label = "llm"
    verbose_name = "Modèle de langage"
