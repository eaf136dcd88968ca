"""What must be ready before the first request."""

from __future__ import annotations

import os


def set_up_django() -> None:
    """Django with the settings of this instance; harmless when it is already set up."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beffroi_web.settings")
    django.setup()


def migrate() -> None:
    """Bring the database to the form of this version."""
    set_up_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
