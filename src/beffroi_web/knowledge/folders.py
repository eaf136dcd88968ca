"""The folders of the server that an authority may follow, and nothing else of the disk.

They stand in ``BEFFROI_HOME/dossiers/<SIREN>/``, where whoever runs the server puts them or
mounts them: the administrator of one authority cannot reach the files of another, nor the server.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from beffroi_web.collectivites.models import Collectivite


def root_of(collectivite: Collectivite) -> Path:
    """Where the folders of this authority stand."""
    home: Path = settings.BEFFROI.home
    return home / "dossiers" / (collectivite.siren or f"collectivite-{collectivite.pk}")


def names_in(root: Path) -> list[str]:
    """The names of the folders directly in ``root``, in order."""
    if not root.is_dir():
        return []
    return sorted(item.name for item in root.iterdir() if item.is_dir() and item.name[0] != ".")
