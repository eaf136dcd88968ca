"""What must be ready before the first request."""

from __future__ import annotations

import os
import subprocess
import sys


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


def migrate_apart() -> int:
    """The same in a process of its own, so that the supervisor stays light; its exit code."""
    return subprocess.call([sys.executable, "-m", "beffroi_web.serving.prepare"])


if __name__ == "__main__":
    migrate()
