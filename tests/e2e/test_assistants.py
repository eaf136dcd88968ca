"""From a text given to an answer with its passage, in a real browser; axe and the keyboard on each
page of the way, and the same without any script."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.test_accessibility import (
    CONTROLS,
    MODES,
    _faults,
    _loose_spaces,
    _overflow,
    _unfold,
    _walk,
)

Visit = Callable[..., Page]
#: A folder where the pages seen are kept as images, for a person to look at.
PICTURES = os.environ.get("CAPTURES", "")
PERSON = "validateur@brisecourt.test"
RULES = (
    "## Tarifs\n\nLe repas de la cantine coûte 4 euros et 20 centimes pour les familles du village."
    "\n\n## Inscription\n\nL’inscription à la cantine se fait en mairie avant le 15 juin."
)
QUESTION = "Combien coûte un repas à la cantine ?"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of the way, filled by the first test."""
    return {}


def test_from_a_text_to_an_answer_with_its_passage(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(PERSON)
    page.goto("/")
    page.get_by_role("link", name="Poser une question").click()
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_role("link", name="Nouvelle collection").click()
    pages["écrire"] = page.url
    page.get_by_label("Nom", exact=True).fill("Vie scolaire")
    page.get_by_role("button", name="Enregistrer").click()
    pages["collection"] = page.url
    page.get_by_text("Coller un texte").click()
    page.get_by_label("Titre", exact=True).fill("Restaurant scolaire")
    page.get_by_label("Texte", exact=True).fill(RULES)
    page.get_by_role("button", name="Déposer ce texte").click()
    expect(page.get_by_text("Cherchable")).to_be_visible(timeout=90_000)
    page.goto("/documents/?q=prix+du+repas")
    pages["trouvé"] = page.url
    page.get_by_role("link", name="Restaurant scolaire").first.click()
    pages["document"] = page.url
    expect(page.locator("mark").first).to_contain_text("4 euros et 20 centimes")
    _ask(page, pages)


def _ask(page: Page, pages: dict[str, str]) -> None:
    page.goto("/assistants/")
    page.get_by_label("Votre question").fill(QUESTION)
    page.get_by_role("button", name="Demander").click()
    expect(page.get_by_role("button", name="En faire un brouillon")).to_be_visible(timeout=90_000)
    pages["conversation"] = page.url.split("#")[0]
    expect(page.get_by_label("Réponse")).to_contain_text("4 euros et 20 centimes")
    page.get_by_role("link", name="passage [1]").first.click()
    expect(page.locator(".finding:target")).to_contain_text("Restaurant scolaire")
    page.get_by_text("Modifier la question").click()
    page.get_by_label("Votre question").fill("Où se fait l’inscription à la cantine ?")
    page.get_by_role("button", name="Demander ainsi").click()
    expect(page.get_by_text("Version 2 sur 2")).to_be_visible()
    expect(page.get_by_label("Réponse")).to_contain_text("en mairie avant le 15 juin")
    page.get_by_role("button", name="Version précédente de la question").click()
    expect(page.get_by_label("Réponse")).to_contain_text("20 centimes")
    page.get_by_role("button", name="En faire un brouillon").click()
    expect(page.get_by_role("heading", name="Points à vérifier")).to_be_visible()
    page.goto(pages["conversation"])
    page.get_by_text("Plus", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Exporter (docx)").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_the_whole_answer_arrives_without_any_script(visit: Visit, pages: dict[str, str]) -> None:
    if not pages:
        pytest.skip("la collection de l’essai n’a pas été faite")
    page = visit(PERSON, java_script_enabled=False)
    page.goto("/assistants/")
    page.locator("textarea").fill(QUESTION)
    page.locator("main form button.main").click()
    for _ in range(60):
        if page.get_by_text("20 centimes").count():
            break
        page.wait_for_timeout(1000)
        page.goto(page.url.split("#")[0])
    expect(page.locator(".exchange .text").first).to_contain_text("20 centimes")


@pytest.mark.parametrize("mode", MODES)
def test_pages_are_accessible(visit: Visit, pages: dict[str, str], mode: str) -> None:
    page = visit(PERSON, **MODES[mode])
    faults: list[str] = []
    fixed = {"documents": "/documents/", "demander": "/assistants/"}
    fixed["mes"] = "/assistants/conversations/"
    fixed |= {"atelier": "/assistants/atelier/", "un assistant": "/assistants/atelier/documents/"}
    fixed["en écrire un"] = "/assistants/atelier/nouveau/"
    fixed["emploi"] = "/assistants/atelier/emploi/"
    for name, address in {**fixed, **pages}.items():
        page.goto(address)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"assistants-{name}-{mode}.png", full_page=True)
        _unfold(page)
        faults += [*_faults(page), *_overflow(page), *_loose_spaces(page)]
    assert not faults, "\n".join(faults)


def test_the_keyboard_reaches_every_control(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(PERSON, viewport={"width": 1280, "height": 850})
    lost: list[str] = []
    fixed = ("/documents/", "/assistants/", "/assistants/atelier/", "/assistants/atelier/nouveau/")
    for address in (*fixed, *pages.values()):
        page.goto(address)
        controls = page.evaluate(CONTROLS)
        reached = set(_walk(page, len(controls) * 2 + 12))
        lost += [f"{address} : {c}" for n, c in enumerate(controls) if str(n) not in reached]
    assert not lost, "\n".join(lost)
