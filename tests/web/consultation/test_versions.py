"""Nothing that a person decided is lost when the columns, the question or the themes change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.inline import run_waiting

from .test_journey import MORE, TWO, added, decide, give, themes

ASKED = {"titre": "Centre", "colonnes": ["Que changer ?"], "profil": ["Âge"]}


def plain(page: Any) -> str:
    return str(page.content.decode()).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def row(client: Client, collectivite: Collectivite) -> Consultation:
    """One question of a file that has two, with a decision, a reading and a signature."""
    address = give(client, TWO, "deux.csv")["Location"]
    client.post(address, ASKED)
    assert run_waiting() == 1
    found: Consultation = Consultation.objects.for_(collectivite).get()
    decide(client, found, acte="renommer", theme="t1", titre="Titre choisi")
    client.post(f"/ecouter/{found.pk}/relire/", {"reponse-1": "oui"})
    client.post(f"/ecouter/{found.pk}/rapport/", {"lu": "on"})
    return found


def again(client: Client, row: Consultation, **values: Any) -> int:
    """Ask for other columns; how many analyses were made."""
    answer = client.post(f"/ecouter/{row.pk}/colonnes/", {**ASKED, **values})
    assert answer.status_code == 302, plain(answer)
    return run_waiting()


def titles(row: Consultation) -> list[str]:
    return [theme.title for theme in themes(row)]


def stands(row: Consultation) -> bool:
    row.refresh_from_db()
    return "Titre choisi" in titles(row) and row.readings.count() == 1 and bool(row.signed_by_id)


def test_the_page_says_what_stands_before_anything_changes(
    client: Client, row: Consultation
) -> None:
    page = plain(client.get(f"/ecouter/{row.pk}/colonnes/"))
    assert "1 décision" in page and "1 réponse relue" in page and "1 rapport signé" in page
    assert "vous pourrez y revenir" in page


def test_a_title_or_a_profile_changes_without_another_analysis(
    client: Client, row: Consultation
) -> None:
    assert again(client, row, titre="Autre nom") == 0 and stands(row)
    assert row.title == "Autre nom"
    assert again(client, row, profil=[]) == 0
    row.refresh_from_db()
    assert "Titre choisi" in titles(row) and row.readings.count() == 1
    assert row.signed_by_id is None and all(not line[3] for line in row.answers or [])


def test_a_question_added_leaves_the_first_as_it_is(client: Client, row: Consultation) -> None:
    assert again(client, row, colonnes=["Que changer ?", "Que garder ?"]) == 1
    assert stands(row) and row.others.count() == 1


def test_another_question_keeps_the_version_to_return_to(client: Client, row: Consultation) -> None:
    assert again(client, row, question="Que faut-il changer ?") == 1
    assert not stands(row) and row.found is not None
    version = row.versions.get()
    assert version.column == "Que changer ?" and version.changes.count() == 1
    page = plain(client.get(f"/ecouter/{row.pk}/decisions/"))
    assert "Versions d’avant" in page and "1 décision, rapport signé" in page
    assert "Titre choisi" in plain(client.get(version.get_absolute_url()))
    assert plain(client.get("/ecouter/")).count("Centre</a>") == 1
    back = client.post(f"/ecouter/{version.pk}/revenir/")
    assert back["Location"] == row.get_absolute_url() and stands(row)
    assert row.versions.get().question == "Que faut-il changer ?"
    assert client.get(f"/ecouter/{row.pk}/carte/").status_code == 200
    client.post(f"/ecouter/{row.versions.get().pk}/revenir/")
    assert not stands(row)


def test_another_column_and_back(client: Client, row: Consultation) -> None:
    assert again(client, row, colonnes=["Que garder ?"]) == 1
    row.refresh_from_db()
    assert row.column == "Que garder ?" and not row.changes.exists()
    client.post(f"/ecouter/{row.versions.get().pk}/revenir/")
    assert stands(row) and row.column == "Que changer ?"


def test_a_question_unticked_comes_back_beside_the_other(client: Client, row: Consultation) -> None:
    again(client, row, colonnes=["Que changer ?", "Que garder ?"])
    other = row.others.get()
    decide(client, other, acte="renommer", theme="t1", titre="Gardé")
    assert again(client, row) == 0 and stands(row) and not row.others.exists()
    assert row.versions.get().column == "Que garder ?"
    client.post(f"/ecouter/{row.versions.get().pk}/revenir/")
    assert "Gardé" in titles(row.others.get()) and not row.versions.exists()
    assert again(client, row, colonnes=["Que garder ?"]) == 0
    row.refresh_from_db()
    assert "Gardé" in titles(row) and row.versions.get().column == "Que changer ?"


def test_an_analysis_stopped_leaves_the_version_within_reach(
    client: Client, row: Consultation
) -> None:
    client.post(f"/ecouter/{row.pk}/colonnes/", {**ASKED, "themes": "Bus\nVélo"})
    client.post(f"/ecouter/{row.pk}/arreter/")
    run_waiting()
    page = plain(client.get(row.get_absolute_url()))
    assert "Vous avez arrêté l’analyse" in page and "Revenir à cette version" in page
    client.post(f"/ecouter/{row.versions.get().pk}/revenir/")
    assert stands(row) and not row.versions.exists()


def test_answers_that_had_joined_are_analysed_with_the_file(
    client: Client, row: Consultation
) -> None:
    more = MORE.replace("Quartier;Réponse", "Âge;Que changer ?")
    assert added(client, row, more).status_code == 302
    row.refresh_from_db()
    assert row.rows == 12
    assert again(client, row, encore="on") == 1
    row.refresh_from_db()
    assert row.rows == 12 and len(row.answers or []) == 12
    assert row.versions.get().changes.count() == 2
    refused = client.post(f"/ecouter/{row.pk}/colonnes/", {**ASKED, "colonnes": ["Que garder ?"]})
    assert refused.status_code == 422 and "n’a pas de colonne" in plain(refused)
    files = {Path(a.file.path) for one in (row, row.versions.get()) for a in one.arrivals.all()}
    client.post(f"/ecouter/{row.pk}/supprimer/")
    assert len(files) == 2 and not any(path.exists() for path in files)


def test_a_version_is_removed_alone(client: Client, row: Consultation) -> None:
    again(client, row, question="Que faut-il changer ?")
    version = row.versions.get()
    answer = client.post(f"/ecouter/{version.pk}/supprimer/")
    assert answer["Location"] == row.get_absolute_url()
    row.refresh_from_db()
    assert Path(row.file.path).exists() and not row.versions.exists()


def test_themes_come_from_a_file_or_from_the_analysis_of_today(
    client: Client, row: Consultation
) -> None:
    listed = json.dumps({"themes": [{"title": "Bus", "examples": ["Plus de bus le soir"]}]})
    file = SimpleUploadedFile("resultat.json", listed.encode())
    assert again(client, row, liste=file) == 1
    row.refresh_from_db()
    assert row.given == "Bus\n    Plus de bus le soir" and titles(row) == ["Bus"]
    client.post(f"/ecouter/{row.versions.get().pk}/revenir/")
    assert again(client, row, reprise=str(row.pk), question="Que changer ?") == 1
    assert "Titre choisi" in titles(row)
    bad = SimpleUploadedFile("vide.txt", b" ")
    answer = client.post(f"/ecouter/{row.pk}/colonnes/", {**ASKED, "liste": bad})
    assert answer.status_code == 422 and "liste des thèmes est vide" in plain(answer)
