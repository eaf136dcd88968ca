from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "beffroi_web.jobs"
    verbose_name = "Travaux"

    def ready(self) -> None:
        autodiscover_modules("jobs")
