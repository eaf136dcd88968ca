"""A text that nobody could receive is given back."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from beffroi_web.collectivites.models import Collectivite


def test_a_session_that_is_over_loses_no_text(client: Client, db: None) -> None:
    answer = client.post("/clarifier/7/modifier/", {"texte": "Un long texte", "version": "3"})
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "Un long texte" in page and 'name="version" value="3"' in page
    assert 'action="/clarifier/7/modifier/"' in page


def test_a_script_is_told_plainly(client: Client, db: None) -> None:
    answer = client.post(
        "/clarifier/7/saisie/", {"texte": "x"}, headers={"X-Requested-With": "fetch"}
    )
    assert answer.status_code == 401 and answer["Content-Type"] == "application/json"


def test_other_forms_go_to_the_door(client: Client, db: None) -> None:
    assert client.post("/clarifier/7/supprimer/").status_code == 302


def test_a_form_too_old_comes_back_only_to_our_own_page(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(collectivite).cookies
    data = {"texte": "Un long texte"}
    ours = strict.post("/clarifier/", data, headers={"Origin": "http://testserver"})
    assert ours.status_code == 403 and "Un long texte" in ours.content.decode()
    theirs = strict.post("/clarifier/", data, headers={"Origin": "http://ailleurs.example"})
    assert theirs.status_code == 403 and "Un long texte" not in theirs.content.decode()
