"""Files on the page: masked with their table, anonymised, restored; sealed, and erased."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite import deposits
from beffroi_web.confidentialite.models import Deposit
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.retention import forget
from beffroi_web.journal.models import Entry

CSV = "nom;prénom;naissance;adresse\nQuéméneur;Jeanne;03/05/1962;12 rue des Lilas, 35000 Rennes\n"
PHRASE = "trois mots de passe"
GIVE = "/masquer/fichier/"


def upload(content: bytes = CSV.encode(), name: str = "liste des élèves.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def given(client: Client, work: str = "masquer", **more: object) -> str:
    """The page of the file that was given."""
    answer = client.post(GIVE, {"fichier": upload(), "travail": work, **more})
    assert answer.status_code == 302, html.unescape(answer.content.decode())
    return str(answer["Location"])


def test_a_file_comes_back_masked_and_its_table_restores_it(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    page = given(client)
    assert "personne" in html.unescape(client.get(page).content.decode())
    copy = client.get(f"{page}copie/")
    assert "Quéméneur" not in copy.content.decode()
    assert copy["Content-Disposition"].endswith("%C3%A9%29.csv")
    table = client.post(f"{page}table/", {"phrase": PHRASE, "encore": PHRASE})
    assert "Quéméneur" not in table.content.decode()
    answer = client.post(
        "/masquer/fichier/restituer/",
        {
            "fichier": upload(copy.content),
            "table": SimpleUploadedFile("table.json", table.content),
            "phrase": PHRASE,
        },
    )
    restored = client.get(f"{answer['Location']}copie/")
    assert restored.content.decode() == CSV


def test_an_anonymised_file_has_bands_and_communes_and_no_table(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    page = given(client, "anonymiser")
    copy = client.get(f"{page}copie/").content.decode()
    assert "60-69 ans" in copy and "Rennes" in copy
    assert "Lilas" not in copy and "Quéméneur" not in copy
    assert "phrase de passe" not in client.get(page).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"phrase": "court", "encore": "court"},
        {"phrase": PHRASE, "encore": PHRASE + "!"},
        {"phrase": "", "encore": ""},
    ],
)
def test_a_poor_passphrase_gives_no_table(
    collectivite: Collectivite, signed_in: Callable[..., Client], sent: dict[str, str]
) -> None:
    client = signed_in(collectivite)
    assert client.post(f"{given(client)}table/", sent).status_code == 422


def test_a_wrong_passphrase_restores_nothing(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    page = given(client)
    table = client.post(f"{page}table/", {"phrase": PHRASE, "encore": PHRASE}).content
    sent = {"fichier": upload(), "table": SimpleUploadedFile("t.json", table), "phrase": "autre"}
    answer = client.post("/masquer/fichier/restituer/", sent)
    assert answer.status_code == 422
    assert "phrase de passe" in html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("content", "name"), [(b"%PDF-1.4", "scan.pdf"), (b"PK\x03\x04rien", "note.docx")]
)
def test_what_cannot_come_back_is_refused_with_a_reason(
    collectivite: Collectivite, signed_in: Callable[..., Client], content: bytes, name: str
) -> None:
    client = signed_in(collectivite)
    answer = client.post(GIVE, {"fichier": upload(content, name), "travail": "masquer"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Deposit.objects.for_(collectivite).exists()


def test_a_large_file_is_a_job(
    collectivite: Collectivite,
    signed_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(deposits, "LARGE", 10)
    client = signed_in(collectivite)
    page = given(client)
    assert "le travail continue" in html.unescape(client.get(page).content.decode())
    assert client.get(f"{page}copie/").status_code == 302
    assert run_waiting() == 1
    assert "Quéméneur" not in client.get(f"{page}copie/").content.decode()


def test_nothing_is_in_clear_in_the_database_nor_in_the_journal(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    given(signed_in(collectivite))
    row = Deposit.objects.for_(collectivite).get()
    assert not bytes(row.given)
    for kept in (bytes(row.made), bytes(row.table)):
        assert kept and b"Rennes" not in kept and b"Lilas" not in kept
    entry = Entry.objects.for_(collectivite).filter(act="confidentialite.masque").get()
    told = {"fichier": "masquer", "person": 2, "birth_date": 1, "address": 1}
    assert json.loads(entry.details) == told


def test_a_file_is_of_its_owner_only(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    page = given(signed_in(collectivite))
    other = signed_in(collectivite)
    assert other.get(page).status_code == 404
    assert other.get(f"{page}copie/").status_code == 404


def test_it_is_erased_on_demand_and_after_a_day(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    assert client.post(f"{given(client)}effacer/").status_code == 302
    assert not Deposit.objects.for_(collectivite).exists()
    given(client)
    rows = Deposit.objects.for_(collectivite)
    rows.update(created_at=timezone.now() - timedelta(days=2))
    forget()
    assert not Deposit.objects.for_(collectivite).exists()
