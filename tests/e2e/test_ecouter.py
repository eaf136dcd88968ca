"""From a file of answers to a signed report, in a real browser; axe on each page of the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.test_accessibility import MODES, _faults, _loose_spaces, _overflow

Visit = Callable[..., Page]
#: A folder where the pages seen are kept as images, for a person to look at.
PICTURES = os.environ.get("CAPTURES", "")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of a consultation analysed, filled by the first test."""
    return {}


def test_from_the_first_page_to_a_signed_report(visit: Visit, pages: dict[str, str]) -> None:
    page = visit("agent@brisecourt.test")
    page.goto("/")
    page.get_by_role("link", name="Dépouiller une consultation").click()
    page.get_by_role("button", name="Essayer avec un exemple").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Où sont les réponses\u202f?")
    pages["colonnes"] = page.url
    page.get_by_role("button", name="Chercher les thèmes").click()
    page.get_by_role("heading", name="Synthèse").wait_for(timeout=300_000)
    pages["themes"] = page.url
    page.locator(".theme-list a:has(strong)").first.click()
    pages["theme"] = page.url
    page.get_by_text("Renommer", exact=True).click()
    page.get_by_label("Nouveau titre").fill("Un titre choisi par une personne")
    page.get_by_role("button", name="Renommer ce thème").click()
    expect(page.locator(".theme-list")).to_contain_text("Un titre choisi par une personne")
    page.get_by_role("link", name="Décisions", exact=True).first.click()
    pages["decisions"] = page.url
    page.get_by_role("button", name="Annuler la dernière décision").click()
    expect(page.locator("main")).to_contain_text("annulé")
    page.goto(pages["themes"])
    expect(page.locator(".theme-list")).not_to_contain_text("Un titre choisi")
    page.get_by_role("link", name="Signaux à lire").click()
    pages["signaux"] = page.url
    page.get_by_role("link", name="Réponses", exact=True).click()
    pages["reponses"] = page.url
    page.get_by_label("Chercher dans les réponses").fill("péniche")
    page.get_by_role("button", name="Chercher", exact=True).click()
    expect(page.locator("main .lines")).to_contain_text("quai pour les péniches")
    page.get_by_label("Chercher dans les réponses").fill("les rues la nuit")
    page.get_by_label("Chercher par").select_option("le sens")
    page.get_by_role("button", name="Chercher", exact=True).click()
    expect(page.locator("main .lines mark").first).to_be_visible()
    page.get_by_role("link", name="Comptes", exact=True).click()
    pages["comptes"] = page.url
    expect(page.locator("tfoot")).to_contain_text("300")
    page.get_by_role("link", name="La case est vide.").click()
    pages["raison"] = page.url
    expect(page.locator("main")).to_contain_text("case vide")
    page.get_by_role("link", name="Carte", exact=True).click()
    pages["carte"] = page.url
    _walk_on_the_map(page)
    page.get_by_role("link", name="Profils", exact=True).click()
    pages["profils"] = page.url
    expect(page.locator("main")).to_contain_text("masqué")
    page.locator("#f-themes ~ .scroll td a").first.click()
    expect(page.locator("main .lines li").first).to_be_visible()
    _read_and_sign(page, pages)
    _change_and_return(page, pages)


def _change_and_return(page: Page, pages: dict[str, str]) -> None:
    """Another question asks for another analysis; what was signed is one click away."""
    page.goto(pages["decisions"])
    page.get_by_role("link", name="Changer les colonnes").click()
    pages["changer"] = page.url
    expect(page.locator("main")).to_contain_text("1\u00a0rapport signé")
    page.get_by_label("Question posée aux habitants").fill("Que changer en ville ?")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("heading", name="Synthèse").wait_for(timeout=300_000)
    page.goto(pages["decisions"])
    page.get_by_role("button", name="Revenir à cette version").press("Enter")
    expect(page.locator("main")).to_contain_text("Vous êtes revenu à cette version")
    page.goto(pages["rapport"])
    expect(page.locator("main")).to_contain_text("Relu et signé par")


def _walk_on_the_map(page: Page) -> None:
    """With the keyboard alone: one stop for the map, the arrows among its dots, enter to read."""
    said = page.locator("[data-idea]")
    page.locator(".map a[tabindex='0']").focus()
    read = {said.text_content()}
    for arrow in ("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"):
        page.keyboard.press(arrow)
        read.add(said.text_content())
    assert len(read) > 1
    assert page.locator(".map a[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(page.locator("main .lines > li")).to_have_count(1)


def _correct_and_teach(page: Page, pages: dict[str, str]) -> None:
    page.get_by_role("link", name="Ajouter des réponses").click()
    pages["ajouter"] = page.url
    page.goto(f"{pages['reponses']}?q=bus+gratuit")
    page.locator("main .lines summary").first.click()
    page.get_by_label("Vers le thème").first.select_option(index=1)
    page.get_by_role("button", name="Déplacer", exact=True).first.click()
    page.get_by_role("link", name="Décisions", exact=True).click()
    page.get_by_role("link", name="Voir ce que vos corrections apprennent").click()
    pages["apprendre"] = page.url
    expect(page.locator("main")).to_contain_text("1\u00a0réponse déplacée")


def _read_and_sign(page: Page, pages: dict[str, str]) -> None:
    page.get_by_role("link", name="Relire un échantillon").click()
    pages["relire"] = page.url
    for place in range(3):
        page.get_by_label("Bien classée").nth(place).check()
    page.get_by_role("button", name="Enregistrer ma lecture").click()
    expect(page.locator("main")).to_contain_text("3\u00a0réponses relues")
    page.goto(pages["themes"])
    _correct_and_teach(page, pages)
    page.goto(pages["themes"])
    page.get_by_role("link", name="Rapport", exact=True).click()
    pages["rapport"] = page.url
    page.get_by_label("J’ai relu ce rapport").check()
    page.get_by_role("button", name="Signer ce rapport").click()
    expect(page.locator("main")).to_contain_text("Relu et signé par")
    with page.expect_download() as download:
        page.get_by_role("link", name="Rapport Word").click()
    assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("mode", MODES)
def test_pages_are_accessible(visit: Visit, pages: dict[str, str], mode: str) -> None:
    if not pages:
        pytest.skip("la consultation de l’exemple n’a pas été analysée")
    page = visit("agent@brisecourt.test", **MODES[mode])
    faults: list[str] = []
    for name, address in {"accueil": "/ecouter/", **pages}.items():
        page.goto(address)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{mode}.png", full_page=False)
        faults += [*_faults(page), *_overflow(page), *_loose_spaces(page)]
    assert not faults, "\n".join(faults)
