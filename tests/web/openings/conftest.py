"""A key of the authority, and a program that calls with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.openings import actions
from beffroi_web.openings.models import Scope

Call = Callable[..., Any]


@pytest.fixture
def key(collectivite: Collectivite, person: Callable[..., User]) -> Callable[..., actions.Made]:
    """``key(quota=2)`` makes a key that opens everything, but for what is said."""

    def make(house: Collectivite = collectivite, **given: Any) -> actions.Made:
        values = {
            "name": "Extension",
            "scopes": list(Scope.values),
            "data_class": "interne",
            "quota": 1000,
            **given,
        }
        return actions.create_key(house, actor=person(house, Role.ADMINISTRATEUR), **values)

    return make


@pytest.fixture
def call(key: Callable[..., actions.Made]) -> Call:
    """``call("verifier", {...})`` is the answer to a program that has a key (``secret`` given:
    another one; ``None``: no body, by GET)."""

    def send(path: str, body: Any = None, *, secret: str = "") -> Any:
        secret = secret or key().secret
        headers = {"authorization": f"Bearer {secret}"}
        strict = Client(enforce_csrf_checks=True)
        if body is None:
            return strict.get(f"/api/v1/{path}", headers=headers)
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return strict.post(
            f"/api/v1/{path}", text, content_type="application/json", headers=headers
        )

    return send
