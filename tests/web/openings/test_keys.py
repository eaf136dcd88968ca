"""Keys: shown once, kept as a hash, scoped, counted, revoked, written in the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Role
from beffroi_web.journal import actions as journal
from beffroi_web.journal.models import Entry
from beffroi_web.openings import actions
from beffroi_web.openings.errors import KeyMissing, KeyRefused, QuotaReached, ScopeMissing
from beffroi_web.openings.models import Key, Usage

Make = Callable[..., actions.Made]
FORM = {
    "name": "Extension de la messagerie",
    "scopes": ["verifier", "masquer"],
    "data_class": "interne",
    "quota": 50,
    "direction": "",
    "expires_on": "",
}


def admit(secret: str, scope: str = "verifier") -> Key:
    return actions.admit(f"Bearer {secret}", scope=scope, operation="essai")


def acts(collectivite: Collectivite) -> list[str]:
    return [row.act for row in Entry.objects.for_(collectivite)]


def test_the_page_shows_the_secret_once(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    page = client.post("/collectivite/reglages/cles/", FORM).content.decode()
    key = Key.objects.for_(collectivite).get()
    secret = page.split('<code class="pre">')[1].split("</code>")[0]
    assert secret.startswith("bfr_") and admit(secret) == key
    assert secret not in client.get("/collectivite/reglages/cles/").content.decode()
    assert key.secret_hash != secret and key.mark == secret[:10]
    assert "no-store" in client.get("/collectivite/reglages/cles/")["Cache-Control"]


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"scopes": []}, {"scopes": ["tout"]}, {"quota": 0}]
)
def test_a_wrong_form_makes_no_key(
    collectivite: Collectivite, signed_in: Callable[..., Client], wrong: dict[str, Any]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    assert client.post("/collectivite/reglages/cles/", {**FORM, **wrong}).status_code == 422
    past = {**FORM, "expires_on": "2020-01-01"}
    assert "Ce jour est passé" in client.post("/collectivite/reglages/cles/", past).content.decode()
    assert not Key.objects.for_(collectivite).exists()


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.ADMINISTRATEUR])
def test_only_administrators(
    collectivite: Collectivite, signed_in: Callable[..., Client], role: str
) -> None:
    client = signed_in(collectivite, role)
    assert client.get("/collectivite/reglages/cles/").status_code == 403
    assert client.post("/collectivite/reglages/cles/", FORM).status_code == 403


def test_the_action_itself_refuses(collectivite: Collectivite, person: Callable[..., User]) -> None:
    agent = person(collectivite, Role.AGENT)
    with pytest.raises(PermissionDenied):
        actions.create_key(
            collectivite, actor=agent, name="x", scopes=[], data_class="interne", quota=1
        )


def test_a_direction_of_the_neighbour_cannot_be_chosen(
    collectivite: Collectivite, neighbour: Collectivite, signed_in: Callable[..., Client]
) -> None:
    theirs = Direction.objects.create(collectivite=neighbour, name="Voirie")
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    answer = client.post("/collectivite/reglages/cles/", {**FORM, "direction": theirs.pk})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("header", "error"),
    [
        ("", KeyMissing),
        ("Basic Y2xlOg==", KeyMissing),
        ("Bearer", KeyMissing),
        ("Bearer bfr_inconnue", KeyRefused),
        ("bearer \x00", KeyRefused),
    ],
)
def test_what_is_no_key(db: None, header: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        actions.admit(header, scope="verifier", operation="essai")


def test_a_revoked_key_opens_nothing(
    key: Make, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    made = key()
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    assert client.post(f"/collectivite/reglages/cles/{made.key.pk}/retirer/").status_code == 302
    with pytest.raises(KeyRefused):
        admit(made.secret)
    client.post(f"/collectivite/reglages/cles/{made.key.pk}/retirer/")
    assert acts(collectivite).count("ouverture.cle_retiree") == 1


def test_a_key_holds_through_its_last_day(key: Make) -> None:
    today = timezone.localdate()
    assert admit(key(expires_on=today).secret)
    with pytest.raises(KeyRefused):
        admit(key(expires_on=today - timedelta(days=1)).secret)


def test_a_scope_that_was_not_given_is_refused_and_not_counted(key: Make) -> None:
    made = key(scopes=["masquer"])
    with pytest.raises(ScopeMissing):
        admit(made.secret, "verifier")
    assert not Usage.objects.filter(key=made.key).exists()


def test_the_quota_is_that_of_a_day(key: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = key(quota=2)
    admit(made.secret)
    admit(made.secret)
    with pytest.raises(QuotaReached) as refused:
        admit(made.secret)
    assert 0 < (refused.value.retry_after or 0) <= 25 * 3600
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(actions.timezone, "localdate", lambda: tomorrow)
    assert admit(made.secret)


def test_every_use_is_in_the_journal(key: Make, collectivite: Collectivite) -> None:
    made = key()
    admit(made.secret)
    line = Entry.objects.for_(collectivite).get(act="ouverture.appel")
    assert line.object == f"cle:{made.key.pk}" and "essai" in line.details
    assert made.secret not in line.details and line.actor is None
    assert acts(collectivite).count("ouverture.cle_creee") == 1
    assert journal.verify(collectivite) == []
    made.key.refresh_from_db(from_queryset=Key.objects.for_(collectivite))
    assert made.key.last_used_at is not None
