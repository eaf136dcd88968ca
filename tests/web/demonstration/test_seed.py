"""The fictitious commune."""

from __future__ import annotations

from django.test import Client

from beffroi.cli.demo import ACCOUNTS
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.demonstration.people import PASSWORD, PEOPLE
from beffroi_web.demonstration.seed import documents, seed


def test_seeding_twice_changes_nothing(db: None) -> None:
    seed()
    seed()
    assert (Collectivite.objects.count(), User.objects.count()) == (2, len(PEOPLE))


def test_every_account_signs_in(db: None) -> None:
    seed()
    for person in PEOPLE:
        answer = Client().post(
            "/compte/connexion/", {"username": person.email, "password": PASSWORD}
        )
        assert answer.status_code == 302, person.email


def test_the_terminal_shows_every_account() -> None:
    assert [email for email, _ in ACCOUNTS] == [person.email for person in PEOPLE]


def test_documents_are_french_and_complete() -> None:
    texts = documents()
    assert len(texts) == 4
    for name, text in texts.items():
        assert len(text) > 800 and "'" not in text, name
