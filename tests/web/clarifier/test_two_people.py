"""An authority that wants a second person: one reads, another validates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from beffroi_web.clarifier.export import marking_of
from beffroi_web.clarifier.models import Draft, State
from beffroi_web.collectivites.forms import SettingsForm
from beffroi_web.collectivites.models import Collectivite, Role

from .conftest import Desk


def _answers(collectivite: Collectivite) -> dict[str, object]:
    """What the page sends when only the second person is asked for."""
    form = SettingsForm(instance=collectivite)
    shown = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: value for name, value in shown.items() if value not in (None, "", False)}
    return {**sent, "second_person_validates": "on"}


@pytest.fixture
def two_people(desk: Desk) -> Desk:
    desk.collectivite.second_person_validates = True
    desk.collectivite.save()
    return desk


def _press(client: Client, draft: Draft, button: str) -> None:
    assert draft.current
    client.post(f"/clarifier/{draft.pk}/{button}/", {"lu": "on", "version": draft.current.number})


def _read(desk: Desk) -> Draft:
    draft = desk.written()
    desk.accept_all(draft)
    _press(desk.client, draft, "signer")
    return desk.draft(draft.pk)


def test_the_reader_signs_and_the_validateur_validates(
    two_people: Desk, signed_in: Callable[..., Client]
) -> None:
    draft = _read(two_people)
    assert (draft.state, draft.signed_by) == (State.RELU, None)
    second = replace(two_people, client=signed_in(two_people.collectivite, Role.VALIDATEUR))
    assert "Valider" in second.page(f"/clarifier/{draft.pk}/")
    _press(second.client, draft, "valider")
    draft = two_people.draft(draft.pk)
    assert draft.state == State.VALIDE
    assert draft.signed_by and draft.read_by and draft.signed_by != draft.read_by == draft.owner
    names = f"{draft.read_by.name}, puis {draft.signed_by.name}"
    assert marking_of(draft, visible=True).reviewer == names


def test_nobody_validates_a_reading_of_his_own(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    collectivite.second_person_validates = True
    collectivite.save()
    desk = Desk(signed_in(collectivite, Role.VALIDATEUR), collectivite)
    draft = _read(desk)
    assert f"/clarifier/{draft.pk}/signer/" not in desk.page(f"/clarifier/{draft.pk}/")
    _press(desk.client, draft, "valider")
    assert desk.draft(draft.pk).state == State.RELU


def test_an_agent_cannot_validate(two_people: Desk, signed_in: Callable[..., Client]) -> None:
    draft = _read(two_people)
    _press(signed_in(two_people.collectivite), draft, "valider")
    assert two_people.draft(draft.pk).state == State.RELU


def test_the_administrator_asks_for_it_in_the_settings(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    alone = client.post("/collectivite/reglages/", _answers(collectivite))
    assert "vous êtes la seule personne ici" in alone.content.decode().lower()
    signed_in(collectivite, Role.AGENT)
    assert client.post("/collectivite/reglages/", _answers(collectivite)).status_code == 302
    collectivite.refresh_from_db()
    assert collectivite.second_person_validates
