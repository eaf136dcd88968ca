from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "beffroi_web.accounts"
    verbose_name = "Comptes"
