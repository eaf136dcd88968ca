"""A consultation analysed by the stand-in, for the tests of its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation import meaning, work

from .test_journey import Embedder


@pytest.fixture
def client(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite)


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    for module in (work, meaning):
        monkeypatch.setattr(module, "LocalEmbedder", Embedder)
    settings.MEDIA_ROOT = tmp_path
