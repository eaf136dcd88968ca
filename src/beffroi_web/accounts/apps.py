from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "beffroi_web.accounts"
    verbose_name = "Comptes"

    def ready(self) -> None:
        from beffroi_web.accounts import signals  # noqa: F401  (connects the receivers)
