from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "beffroi_web.home"
    verbose_name = "Accueil"
