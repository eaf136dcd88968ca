"""An authority whose model is outside the machine, and the server that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.llm.models import Kind, ModelChoice
from web.clarifier.conftest import desk
from web.knowledge.conftest import own_index, shelf
from web.openings.conftest import call, key
from web.ways_out.capturing import Capturing, capturing

__all__ = ["call", "desk", "key", "own_index", "shelf"]


@pytest.fixture
def server() -> Iterator[Capturing]:
    """Nothing personal may have reached it when the test ends, and something must have."""
    with capturing() as running:
        yield running
        assert running.requests or running.idle, "the model was not asked: nothing is proved"
        assert running.learned() == []


@pytest.fixture
def outside(collectivite: Collectivite, server: Capturing) -> Collectivite:
    """The authority, which may send personal data out, masked."""
    collectivite.policy |= {"personnelle": "ailleurs", "interne": "ailleurs"}
    collectivite.save()
    ModelChoice.objects.create(
        collectivite=collectivite,
        kind=Kind.SERVEUR,
        url=server.address,
        model="exterieur",
        place="ailleurs",
        context_tokens=8_000,
    )
    return collectivite


@pytest.fixture
def settings_outside(
    server: Capturing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Capturing:
    """The same model, as the settings of an instance name it, for the commands."""
    monkeypatch.setenv("BEFFROI_HOME", str(tmp_path))
    monkeypatch.setenv("BEFFROI_MODEL_URL", server.address)
    monkeypatch.setenv("BEFFROI_MODEL_NAME", "exterieur")
    monkeypatch.setenv("BEFFROI_MODEL_PLACE", "ailleurs")
    return server
