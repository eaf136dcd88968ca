"""The page « Vérifier » and its answer in JSON."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.look.templatetags.look import typo
from beffroi_web.verifier.forms import KINDS, READINGS

SOURCE = "Le dossier doit être déposé avant le 3 mars 2026. Le droit est de 45 €."
WRONG = "Déposez votre dossier avant le 13 mars 2026. Vous payez 45 €."


@pytest.fixture
def client(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite)


def test_a_changed_date_is_shown_on_both_sides(client: Client) -> None:
    data = {"source": SOURCE, "reecriture": WRONG, "genre": "plain"}
    page = client.post("/verifier/", data).content.decode()
    assert "change le sens du texte" in page
    assert 'id="origine-1"' in page and 'id="brouillon-1"' in page
    assert "13 mars 2026" in page


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS])
def test_the_page_says_how_each_kind_is_read(client: Client, kind: str) -> None:
    data = {"source": SOURCE, "reecriture": WRONG, "genre": kind}
    page = client.post("/verifier/", data).content.decode()
    assert typo(READINGS[kind]) in page


def test_the_same_text_raises_nothing(client: Client) -> None:
    data = {"source": SOURCE, "reecriture": SOURCE, "genre": "plain"}
    page = client.post("/verifier/", data).content.decode()
    assert "Rien de ce qui se vérifie n’a changé" in page


def test_a_missing_text_is_said_and_the_other_is_kept(client: Client) -> None:
    answer = client.post("/verifier/", {"source": SOURCE, "reecriture": "", "genre": "plain"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Collez la réécriture à vérifier." in page and SOURCE in page


def test_what_is_pasted_never_becomes_html(client: Client) -> None:
    data = {"source": "<script>alert(1)</script> 3 €", "reecriture": "4 €", "genre": "plain"}
    assert "<script>alert" not in client.post("/verifier/", data).content.decode()


def test_json_has_the_row_of_the_command(client: Client) -> None:
    body = {"source": SOURCE, "rewrite": WRONG, "kind": "letter"}
    row = client.post("/verifier/api/", body, content_type="application/json").json()
    assert row["verdict"] == "infidele"
    first = row["findings"][0]
    assert SOURCE[first["source_start"] : first["source_end"]] == first["source_text"]


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"source": "a"}', '{"source":"a","rewrite":"b","kind":"x"}']
)
def test_json_refuses_in_words(client: Client, body: str) -> None:
    answer = client.post("/verifier/api/", body, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["message"]


def test_json_of_an_empty_source(client: Client) -> None:
    body = {"source": " ", "rewrite": "x"}
    answer = client.post("/verifier/api/", body, content_type="application/json")
    assert answer.status_code == 422
