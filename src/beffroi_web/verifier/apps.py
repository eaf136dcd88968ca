from __future__ import annotations

from django.apps import AppConfig


class VerifierConfig(AppConfig):
    name = "beffroi_web.verifier"
    verbose_name = "Vérifier"
