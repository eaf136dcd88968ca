"""Signing in."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from web_people import PASSWORD


def test_a_person_signs_in_whatever_the_case_of_the_address(
    collectivite: Collectivite, person: Callable[..., User], client: Client
) -> None:
    person(collectivite, Role.AGENT, email="lea.petit@exemple.fr")
    answer = client.post(
        reverse("accounts:connexion"),
        {"username": "Lea.Petit@Exemple.fr", "password": PASSWORD},
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_every_page_asks_to_sign_in(client: Client, db: None) -> None:
    answer = client.get(reverse("accounts:compte"))
    assert answer.headers["Location"].startswith(reverse("accounts:connexion"))


def test_the_page_has_a_strict_policy_and_no_inline_code(client: Client, db: None) -> None:
    answer = client.get(reverse("accounts:connexion"))
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert b"<style" not in answer.content and b" style=" not in answer.content
