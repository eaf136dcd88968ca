"""The page « Lisibilité » and its answer in JSON, without any model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.lisibilite import study as study_module

TEXT = (
    "Nonobstant l’avis du CCAS, le demandeur est tenu de payer 12 000 € le 01/04/2026. "
    "Conformément à l’article 3 du règlement de voirie, les riverains doivent tailler les haies "
    "qui dépassent sur la rue avant le 1er mai."
)


@pytest.fixture
def client(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite)


def test_a_stranger_is_led_to_the_door(db: None) -> None:
    assert Client().get("/lisibilite/").status_code == 302
    assert Client().post("/lisibilite/api/").status_code == 302


def test_the_page_measures_underlines_and_rewrites(client: Client) -> None:
    page = client.post("/lisibilite/", {"texte": TEXT, "profil": "langage-clair"}).content.decode()
    assert "Ce qui gêne la lecture" in page and "<ins>Malgré</ins>" in page
    assert 'id="brouillon-1"' in page and 'id="point-1"' in page
    assert "C’est ce que prévoit l’article 3 du règlement de voirie." in page
    assert "Indice de Kandel et Moles" in page


def test_a_file_is_read(client: Client) -> None:
    file = SimpleUploadedFile("note.txt", "Nonobstant l’avis, il signe.".encode())
    page = client.post("/lisibilite/", {"fichier": file, "profil": "falc"}).content.decode()
    assert "Nonobstant" in page
    assert "brouillon FALC à faire relire par des personnes concernées" in page


@pytest.mark.parametrize("texte", ["", "   ", "… — !"])
def test_nothing_to_read_is_said_and_kept(client: Client, texte: str) -> None:
    answer = client.post("/lisibilite/", {"texte": texte, "profil": "langage-clair"})
    assert answer.status_code == 422
    assert "Le texte est vide" in answer.content.decode()


def test_what_is_pasted_never_becomes_html(client: Client) -> None:
    text = "<script>alert(1)</script> Nonobstant l’avis."
    page = client.post("/lisibilite/", {"texte": text, "profil": "langage-clair"}).content.decode()
    assert "<script>alert" not in page


def test_a_long_text_is_measured_and_the_page_says_what_it_leaves(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_module, "MOST_REWRITTEN", 5)
    monkeypatch.setattr(study_module, "MOST_SHOWN", 2)
    page = client.post("/lisibilite/", {"texte": TEXT, "profil": "langage-clair"}).content.decode()
    assert "trop long pour être réécrit" in page
    assert "autres passages ne sont pas montrés" in page


def test_json_gives_everything(client: Client) -> None:
    answer = client.post(
        "/lisibilite/api/", {"texte": TEXT, "profil": "falc"}, content_type="application/json"
    )
    row = answer.json()
    assert row["mots"] == 36 and row["reecriture"]["texte"].startswith("Malgré l’avis du CCAS")
    assert {"clarte.grand_nombre", "clarte.date_en_chiffres"} <= {
        remark["type"] for remark in row["remarques"]
    }
    assert row["comparaison"][0]["nom"] == "kandel_moles"


@pytest.mark.parametrize(
    ("body", "status"), [("{", 400), ("[]", 400), ('{"texte": "a", "profil": "x"}', 400)]
)
def test_json_refuses_in_words(client: Client, body: str, status: int) -> None:
    answer = client.post("/lisibilite/api/", body, content_type="application/json")
    assert answer.status_code == status and answer.json()["message"]


def test_json_of_an_empty_text(client: Client) -> None:
    answer = client.post("/lisibilite/api/", {"texte": " "}, content_type="application/json")
    assert answer.status_code == 422 and answer.json()["code"] == "entree.vide"
