"""Signing in through a real OpenID Connect provider, honest and not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.conf import settings
from django.test import Client, override_settings

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Membership, Role
from beffroi_web.journal.models import Entry
from oidc_server import CLIENT, SECRET, Provider, running_provider

SIRET = "21000001500019"


@pytest.fixture(scope="module")
def server() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(server: Provider, db: None) -> Iterator[Provider]:
    server.lies, server.acr, server.left = set(), "eidas1", {}
    server.claims = {
        "sub": "sujet-1",
        "email": "Lea.Petit@exemple.fr",
        "given_name": "Léa",
        "usual_name": "Petit",
        "siret": SIRET,
    }
    beffroi = replace(
        settings.BEFFROI,
        oidc_issuer=server.issuer,
        oidc_client=CLIENT,
        oidc_secret=SECRET,
        oidc_acr="eidas1",
    )
    backends = [*settings.AUTHENTICATION_BACKENDS, "beffroi_web.accounts.oidc.ProConnect"]
    with override_settings(BEFFROI=beffroi, AUTHENTICATION_BACKENDS=backends):
        yield server


def _enter(client: Client, **answer: Any) -> Any:
    """The whole dance; ``answer`` replaces parameters of the way back."""
    begin = client.get("/compte/fournisseur/")
    assert begin.status_code == 302
    back = urlsplit(httpx.get(begin.headers["Location"]).headers["Location"])
    query = {name: values[0] for name, values in parse_qs(back.query).items()}
    return client.get(back.path, {**query, **answer})


def test_a_new_person_enters_in_the_authority_of_the_siret(
    provider: Provider, collectivite: Collectivite
) -> None:
    client = Client()
    assert _enter(client).headers["Location"] == "/"
    user = User.objects.get(subject="sujet-1")
    assert (user.email, user.name) == ("lea.petit@exemple.fr", "Léa Petit")
    assert user.roles_in(collectivite) == {"agent"}
    assert not user.has_usable_password()
    assert client.get("/compte/").status_code == 200
    acts = list(Entry.objects.for_(collectivite).values_list("act", flat=True))
    assert acts == ["compte.cree", "compte.connexion"]


def test_what_is_asked_of_the_provider(provider: Provider, collectivite: Collectivite) -> None:
    _enter(Client())
    asked = provider.asked
    assert asked["acr_values"] == "eidas1"
    assert set(asked["scope"].split()) >= {"openid", "email", "siret"}
    assert len(asked["nonce"]) >= 32 and len(asked["state"]) >= 32
    assert asked["redirect_uri"] == "http://testserver/compte/fournisseur/retour/"


def test_a_known_person_keeps_roles_and_is_bound_to_the_identity(
    provider: Provider, collectivite: Collectivite, person: Callable[..., User]
) -> None:
    user = person(collectivite, Role.VALIDATEUR, email="lea.petit@exemple.fr")
    assert _enter(Client()).status_code == 302
    user.refresh_from_db()
    assert (user.subject, user.roles_in(collectivite)) == ("sujet-1", {"validateur"})
    provider.claims["email"] = "lea.durand@exemple.fr"
    assert _enter(Client()).status_code == 302, "the identity counts, not the address"
    assert User.objects.count() == 1


def test_an_address_bound_to_another_identity_is_refused(
    provider: Provider, collectivite: Collectivite
) -> None:
    _enter(Client())
    provider.claims["sub"] = "sujet-2"
    answer = _enter(Client())
    assert answer.status_code == 403 and "autre identité" in answer.content.decode()


def test_an_unknown_establishment_is_told_whom_to_ask(
    provider: Provider, collectivite: Collectivite
) -> None:
    provider.claims["siret"] = "99999999900019"
    answer = _enter(Client())
    assert answer.status_code == 403
    assert "n’est pas inscrit" in answer.content.decode()
    assert User.objects.count() == 0


def test_a_closed_account_stays_closed(provider: Provider, collectivite: Collectivite) -> None:
    client = Client()
    _enter(client)
    User.objects.update(is_active=False)
    assert client.get("/compte/").status_code == 302
    assert _enter(Client()).status_code == 403


@pytest.mark.parametrize(
    "lie",
    ["nonce", "signature", "iss", "aud", "exp", "sub", "userinfo", "alg", "refus", "panne"],
)
def test_a_provider_that_lies_lets_nobody_in(
    lie: str, provider: Provider, collectivite: Collectivite
) -> None:
    provider.lies = {lie}
    client = Client()
    answer = _enter(client)
    assert answer.status_code == 403
    assert "n’a pas abouti" in answer.content.decode()
    assert client.get("/compte/").status_code == 302
    assert User.objects.count() == 0


def test_a_weak_assurance_is_refused(provider: Provider, collectivite: Collectivite) -> None:
    provider.acr = "eidas0"
    answer = _enter(Client())
    assert answer.status_code == 403 and "niveau de garantie" in answer.content.decode()


def test_a_state_or_a_code_of_somebody_else_is_refused(
    provider: Provider, collectivite: Collectivite
) -> None:
    assert _enter(Client(), state="un-autre-etat").status_code == 403
    assert _enter(Client(), code="un-autre-code").status_code == 403
    assert (
        Client().get("/compte/fournisseur/retour/", {"code": "x", "state": "y"}).status_code == 403
    )
    assert Client().get("/compte/fournisseur/retour/").status_code == 403


def test_leaving_ends_the_session_of_the_provider(
    provider: Provider, collectivite: Collectivite
) -> None:
    client = Client()
    _enter(client)
    away = client.post("/compte/deconnexion/").headers["Location"]
    assert away.startswith(f"{provider.issuer}/session/end?")
    httpx.get(away)
    assert provider.left["id_token_hint"].count(".") == 2
    assert provider.left["post_logout_redirect_uri"] == "http://testserver/compte/connexion/"
    assert client.get("/compte/").status_code == 302


def test_a_provider_that_does_not_answer_is_said(collectivite: Collectivite) -> None:
    beffroi = replace(settings.BEFFROI, oidc_issuer="http://127.0.0.1:9")
    with override_settings(BEFFROI=beffroi):
        answer = Client().get("/compte/fournisseur/")
    assert answer.status_code == 403 and "ne répond pas" in answer.content.decode()


def test_without_a_provider_the_door_does_not_exist(db: None) -> None:
    assert Client().get("/compte/fournisseur/").status_code == 404


def test_a_second_factor_asked_by_the_authority_is_that_of_the_provider(
    provider: Provider, collectivite: Collectivite
) -> None:
    collectivite.require_second_factor = True
    collectivite.save()
    client = Client()
    _enter(client)
    assert client.get("/compte/").status_code == 200
    assert Membership.objects.count() == 1
