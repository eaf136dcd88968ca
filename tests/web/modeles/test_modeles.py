"""Modèles of the authority: copied, written, tried, shared, taken away and brought back."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi.drafting import from_zip
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.modeles.available import latest, shipped
from beffroi_web.modeles.convert import modele_from, to_initial
from beffroi_web.modeles.models import OwnModele
from beffroi_web.modeles.sheet import Sheet


def fill(page: str) -> dict[str, str]:
    """Every field of the page, as a browser would send it back untouched."""
    found = {}
    for tag in re.findall(r"<input [^>]*>", page):
        given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if given.get("type") in ("checkbox", "radio") and " checked" not in tag:
            continue
        if "name" in given:
            missing = "on" if given.get("type") == "checkbox" else ""
            found[given["name"]] = unescape(given.get("value", missing))
    for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', page, re.S):
        found[name] = unescape(text)
    for name, body in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'value="([^"]*)" selected', body) or re.search(r'value="([^"]*)"', body)
        assert chosen
        found[name] = chosen[1]
    return found


@pytest.fixture
def client(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite, Role.AGENT)


def copied(client: Client, base: str = "langage-clair", **changes: str) -> str:
    address = f"/modeles/nouveau/?base={base}"
    fields = fill(client.get(address).content.decode())
    answer = client.post(address, {**fields, "nom": "le-notre", "titre": "Le nôtre", **changes})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


@pytest.mark.parametrize("name", list(shipped()))
def test_the_form_shows_all_of_a_shipped_modele(name: str) -> None:
    """Copied through the form, each shipped modèle asks, checks and floors as before."""
    base = shipped()[name]
    sheet = Sheet(None, base=base, own=True)
    main = {**to_initial(base)}
    for key in ("faits_obligatoires", "peut_omettre", "interdit"):
        main[key] = main[key].splitlines()
    fields = [{**row, "choix": row["choix"].splitlines()} for row in sheet.fields.initial]
    again = modele_from(main, fields, sheet.examples.initial, [], version=base.version, base=base)
    assert again.fields == base.fields
    assert (again.rules, again.output, again.floor) == (base.rules, base.output, base.floor)
    assert [(e.given, e.good, e.options) for e in again.examples] == [
        (e.given, e.good, e.options) for e in base.examples
    ]


def test_a_copy_is_written_and_used(client: Client) -> None:
    address = copied(client)
    assert "Le nôtre" in client.get(address).content.decode()
    assert "Le nôtre" in client.get("/modeles/").content.decode()
    given = client.post("/clarifier/", {"texte": "La rue est fermée le lundi 3 mars 2026."})
    assert "Le nôtre" in client.get(given["Location"]).content.decode()


def test_a_change_is_a_new_version(client: Client, collectivite: Collectivite) -> None:
    copied(client)
    fields = fill(client.get("/modeles/le-notre/modifier/").content.decode())
    client.post("/modeles/le-notre/modifier/", {**fields, "but": "Autre but."})
    row = OwnModele.objects.for_(collectivite).get()
    assert [edition.version for edition in row.editions.all()] == [2, 1]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"nom": "Pas Bon"}, "minuscules"),
        ({"nom": "sms-alerte"}, "porte déjà ce nom"),
        ({"instruction": "Dites $inconnu."}, "inconnu"),
        ({"procede": "gabarit", "gabarit": ""}, "gabarit"),
    ],
)
def test_a_fault_is_explained_and_nothing_is_lost(
    client: Client, changes: dict[str, str], sentence: str
) -> None:
    address = "/modeles/nouveau/?base=langage-clair"
    fields = fill(client.get(address).content.decode())
    sent = {**fields, "nom": "le-notre", "but": "Mon but à moi", **changes}
    answer = client.post(address, sent)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422 and sentence in page and "Mon but à moi" in page


def test_a_row_is_added_without_losing_anything(client: Client) -> None:
    fields = fill(client.get("/modeles/nouveau/").content.decode())
    answer = client.post("/modeles/nouveau/", {**fields, "but": "Un but", "ajouter": "essais"})
    page = answer.content.decode()
    assert "Un but" in page and 'name="essais-1-titre"' in page


def test_out_as_a_folder_and_in_again(client: Client, collectivite: Collectivite) -> None:
    copied(client)
    content = client.get("/modeles/le-notre/exporter/").content
    assert from_zip(content).title == "Le nôtre"
    client.post("/modeles/le-notre/supprimer/")
    client.post("/modeles/importer/", {"archive": SimpleUploadedFile("m.zip", content)})
    assert OwnModele.objects.for_(collectivite).get().name == "le-notre"
    broken = client.post("/modeles/importer/", {"archive": SimpleUploadedFile("m.zip", b"PK")})
    assert broken.status_code == 422 and "ne se lit pas" in broken.content.decode()


def test_only_who_may_share_with_the_house(
    client: Client, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    copied(client)
    other = signed_in(collectivite, Role.AGENT)
    assert other.get("/modeles/le-notre/").status_code == 404
    assert client.post("/modeles/le-notre/partager/", {"partage": "maison"}).status_code == 403
    OwnModele.objects.for_(collectivite).update(sharing="maison")
    assert other.get("/modeles/le-notre/").status_code == 200
    assert other.get("/modeles/le-notre/modifier/").status_code == 404


def test_the_essais_are_run_and_told(client: Client) -> None:
    base = "langage-clair"
    copied(
        client,
        base,
        **{
            "essais-TOTAL_FORMS": "2",
            "essais-0-titre": "Tient",
            "essais-0-texte": "La rue du Four est fermée le lundi 3 mars 2026.",
            "essais-0-contient": "rue du Four",
            "essais-1-titre": "Ne tient pas",
            "essais-1-texte": "La rue du Four est fermée le lundi 3 mars 2026.",
            "essais-1-contient": "place de la Halle",
        },
    )
    client.post("/modeles/le-notre/essayer/")
    run_waiting()
    page = client.get("/modeles/le-notre/").content.decode()
    assert page.count("Réussi") == 1 and page.count("Échoué") == 1
    assert "place de la Halle" in page


def test_versions_stand_side_by_side_and_one_is_taken_up_again(
    client: Client, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    address = copied(client, instruction="Écrivez court.")
    change = f"{address}modifier/"
    fields = fill(client.get(change).content.decode())
    client.post(change, {**fields, "instruction": "Écrivez simplement."})
    page = client.get(f"{address}versions/").content.decode()
    assert "De la version 1 à la version 2" in page.replace("\u00a0", " ")
    assert "<del>" in page and "simplement" in page and "Versions" in page
    assert signed_in(collectivite).get(f"{address}versions/").status_code == 404
    assert client.post(f"{address}versions/7/").status_code == 404
    client.post(f"{address}versions/1/")
    row = OwnModele.objects.for_(collectivite).get()
    assert [edition.version for edition in row.editions.all()] == [3, 2, 1]
    assert latest(row).instruction == "Écrivez court."
