from __future__ import annotations

from django.apps import AppConfig


class AssistantsConfig(AppConfig):
    name = "beffroi_web.assistants"
    verbose_name = "Assistants"
