"""The first page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.look.rooms import built


def test_a_stranger_is_led_to_the_door(client: Client, db: None) -> None:
    answer = client.get("/")
    assert answer.status_code == 302
    assert "/compte/connexion/" in answer["Location"]


def test_the_page_asks_one_question(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    page = signed_in(collectivite).get("/").content.decode()
    assert "<h1>Que voulez-vous faire\u202f?</h1>" in page
    assert collectivite.name in page


def test_every_link_answers(collectivite: Collectivite, signed_in: Callable[..., Client]) -> None:
    client = signed_in(collectivite)
    page = client.get("/").content.decode()
    for address in set(re.findall(r'<a [^>]*href="(/[^"#]*)"', page)):
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_a_telephone_keeps_few_rooms_at_hand_and_all_within_reach(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    page = signed_in(collectivite).get("/masquer/").content.decode()
    rail = page[page.index('class="rail"') : page.index("</nav>")]
    shown = re.sub(r'<li class="far">.*?</li>', "", rail, flags=re.S)
    titles = re.findall(r"</svg>([^<]+)</a>", shown)
    assert titles == ["Accueil", "Clarifier", "Masquer", "Écouter", "Assistants", "Tout"]
    home = signed_in(collectivite).get("/").content.decode()
    every = home[home.index('id="salles"') :]
    assert all(title in every for title in re.findall(r"</svg>([^<]+)</a>", rail)[:-1])


def test_rooms_that_are_not_built_are_not_shown() -> None:
    assert all(room["url"] for room in built("/"))
    assert [room["title"] for room in built("/") if room["current"]] == ["Accueil"]


@pytest.mark.parametrize("address", ["/", "/clarifier/", "/modeles/", "/modele-de-langage/"])
def test_a_person_of_no_authority_is_told_what_to_do(
    client: Client, db: None, person: Callable[..., User], address: str
) -> None:
    client.force_login(person(None), backend="beffroi_web.accounts.backends.EmailBackend")
    assert client.get(address)["Location"] == "/collectivite/aucune/"


def test_settings_and_journal_are_shown_to_whom_they_serve(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    agent = signed_in(collectivite, Role.AGENT).get("/").content.decode()
    admin = signed_in(collectivite, Role.ADMINISTRATEUR).get("/").content.decode()
    assert "Réglages" not in agent and "Réglages" in admin and "Journal" in admin
