"""The look of every page: base template, typography, icons, rail."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "beffroi_web.look"
    label = "look"
