from __future__ import annotations

from django.apps import AppConfig


class ModelesConfig(AppConfig):
    name = "beffroi_web.modeles"
    verbose_name = "Modèles d’écriture"
