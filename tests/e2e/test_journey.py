"""The whole way in a real browser: with a model, with none, without JavaScript, with a bad one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import ARRETE, sign_in, write_draft
from e2e.instance import Instance

Visit = Callable[..., Page]


def _answer_every_point(page: Page) -> None:
    """Accept what is open, with a reason, as a person who has checked would."""
    for _ in range(30):
        open_points = page.locator(".finding details summary", has_text="Accepter")
        if not open_points.count():
            return
        open_points.first.click()
        page.locator(".finding details[open] textarea[name=raison]").first.fill("Vérifié.")
        page.get_by_role("button", name="Accepter avec cette raison").first.click()
        page.wait_for_load_state()
    raise AssertionError("points without end")


def _sign(page: Page) -> None:
    page.get_by_role("link", name="Relire et signer").click()
    page.get_by_label("J’ai relu ce texte en entier").check()
    page.get_by_role("button", name=re.compile("^Signer")).click()
    expect(page.locator(".sign")).to_contain_text("Validé")


def _export(page: Page, kind: str) -> str:
    page.get_by_role("link", name="Exporter").click()
    page.get_by_label(kind).check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger").click()
    return download.value.suggested_filename


@pytest.mark.parametrize("commune", ["valmont", "brisecourt"])
def test_from_sign_in_to_export(visit: Visit, instance: Instance, commune: str) -> None:
    page = visit()
    sign_in(page, instance, f"agent@{commune}.test")
    expect(page.get_by_role("heading", level=1)).to_have_text("Que voulez-vous faire\u202f?")
    page.get_by_role("link", name="Rendre un texte plus clair").click()
    page.get_by_label("Collez votre texte").fill(ARRETE)
    page.get_by_role("button", name="Lire ce texte").click()
    expect(page.get_by_role("heading", name="Ce qui a été lu")).to_be_visible()
    page.get_by_role("button", name="Écrire le brouillon").click()
    page.get_by_role("heading", name="Points à vérifier").wait_for(timeout=180_000)
    expect(page.locator("#brouillon .text")).to_contain_text("7 h 30")
    _answer_every_point(page)
    _sign(page)
    assert _export(page, "PDF accessible").endswith(".pdf")


def test_a_file_is_dropped_and_what_is_left_out_is_told(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    page.goto("/clarifier/")
    page.get_by_label("Ou déposez un fichier ici").set_input_files(
        {"name": "arrete.txt", "mimeType": "text/plain", "buffer": ARRETE.encode()}
    )
    expect(page.locator("[data-chosen]")).to_contain_text("arrete.txt")
    page.get_by_role("button", name="Lire ce texte").click()
    expect(page.locator(".sheet .text")).to_contain_text("rue du Four")


def test_the_text_streams_and_can_be_stopped(visit: Visit) -> None:
    page = visit("agent@lentville.test")
    page.goto("/clarifier/")
    page.get_by_label("Collez votre texte").fill(ARRETE)
    page.get_by_role("button", name="Lire ce texte").click()
    page.get_by_role("button", name="Écrire le brouillon").click()
    shown = page.locator("[data-text]")
    expect(shown).to_contain_text("Du mardi")
    before = len(shown.inner_text())
    page.wait_for_function(
        "n => document.querySelector('[data-text]').innerText.length > n", arg=before
    )
    page.get_by_role("button", name="Arrêter").click()
    expect(page.get_by_role("heading", name="Vous avez arrêté l’écriture")).to_be_visible(
        timeout=20_000
    )
    expect(page.locator("#contenu")).to_contain_text("Du mardi")
    page.get_by_role("button", name="Garder ce qui est écrit").click()
    expect(page.get_by_role("heading", name="Points à vérifier")).to_be_visible()


@pytest.mark.parametrize("commune", ["cassepierre", "muetval"])
def test_a_bad_server_gives_the_floor_and_one_sentence(visit: Visit, commune: str) -> None:
    page = visit(f"agent@{commune}.test")
    write_draft(page)
    expect(page.locator("#brouillon .text")).to_contain_text("rue du Four")
    expect(page.get_by_role("button", name="Réessayer avec le modèle")).to_be_visible()
    assert page.locator("#contenu").inner_text().count("Le modèle") <= 2


def test_without_javascript_everything_is_reached(visit: Visit) -> None:
    page = visit("agent@valmont.test", java_script_enabled=False)
    page.goto("/clarifier/")
    page.get_by_label("Collez votre texte").fill(ARRETE)
    page.get_by_role("button", name="Lire ce texte").click()
    page.get_by_role("button", name="Écrire le brouillon").click()
    page.get_by_role("heading", name="Points à vérifier").wait_for(timeout=180_000)
    page.get_by_role("link", name="Modifier le texte").click()
    page.get_by_label("Votre texte", exact=True).fill("# Travaux\n\nLa rue du Four est fermée.")
    page.get_by_role("button", name="Enregistrer et vérifier").click()
    expect(page.locator("#brouillon")).to_contain_text("La rue du Four est fermée.")
    _answer_every_point(page)
    _sign(page)
    page.get_by_role("link", name="Modifier le texte").click()
    expect(page.get_by_role("textbox", name="Votre texte")).to_be_visible()


def test_a_point_is_shown_in_both_texts_corrected_and_repaired(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    write_draft(page)
    page.get_by_role("link", name="Modifier le texte").click()
    area = page.get_by_label("Votre texte", exact=True)
    area.fill("La circulation est interdite rue du Four du mardi 7 avril 2026 à 8 h 30.")
    page.get_by_role("button", name="Enregistrer et vérifier").click()
    mark = page.locator("#brouillon mark", has_text="8 h 30")
    mark.locator("a").click()
    expect(page.locator("#points .finding.lit")).to_have_count(1)
    expect(page.locator("#origine mark.lit")).not_to_have_count(0)
    wrong = page.locator(".finding", has_text="L’heure a changé").first
    wrong.get_by_text("Corriger").click()
    wrong.get_by_label("À écrire à la place").fill("7 h 30")
    wrong.get_by_role("button", name="Remplacer et vérifier").click()
    expect(page.locator("#brouillon .text")).to_contain_text("7 h 30")
    lost = page.locator(".finding", has_text="L’heure manque").first
    lost.get_by_role("button", name="Réparer").click()
    page.get_by_role("heading", name="Points à vérifier").wait_for(timeout=180_000)
    expect(page.locator("#brouillon .text")).to_contain_text("17 h")


def test_the_history_shows_what_changed_and_goes_back(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    write_draft(page)
    page.get_by_role("link", name="Modifier le texte").click()
    page.get_by_label("Votre texte", exact=True).fill("Tout autre chose.")
    page.get_by_role("button", name="Enregistrer et vérifier").click()
    page.get_by_role("link", name="Versions").click()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("button", name="Revenir à la version 1").click()
    expect(page.locator("#brouillon .text")).to_contain_text("rue du Four")
