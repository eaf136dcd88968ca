"""Two neighbouring authorities and the people who work in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Membership, Role
from web_people import PASSWORD


@pytest.fixture
def collectivite(db: None) -> Collectivite:
    return Collectivite.objects.create(name="Commune de Valmont-sur-Loue", siren="210000015")


@pytest.fixture
def neighbour(db: None) -> Collectivite:
    return Collectivite.objects.create(name="Commune de Brisecourt", siren="210000023")


@pytest.fixture
def person() -> Callable[..., User]:
    """``person(collectivite, Role.AGENT, …)`` makes an account that has these roles."""

    def make(collectivite: Collectivite | None, *roles: str, email: str = "") -> User:
        number = User.objects.count() + 1
        user = User.objects.create_user(
            email=email or f"personne{number}@exemple.fr",
            name=f"Camille Martin {number}",
            password=PASSWORD,
        )
        for role in roles:
            Membership.objects.create(user=user, collectivite=collectivite, role=role)
        return user

    return make


@pytest.fixture
def signed_in(person: Callable[..., User]) -> Callable[..., Client]:
    """``signed_in(collectivite, Role.DPO)`` is a browser where such a person is signed in."""

    def make(collectivite: Collectivite, *roles: str) -> Client:
        client = Client()
        client.force_login(
            person(collectivite, *(roles or (Role.AGENT,))),
            backend="beffroi_web.accounts.backends.EmailBackend",
        )
        return client

    return make
