"""« Lisibilité » and « Vérifier » in a real browser: what a person reads, and what axe finds."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

PERSON = "agent@brisecourt.test"
SOURCE = "Le dossier doit être déposé avant le 3 mars 2026. Nonobstant ce délai, il est gratuit."


def _violations(page: Page) -> list[str]:
    return [found["id"] for found in Axe().run(page).response["violations"]]


def test_a_text_is_measured_and_rewritten(visit: Visit) -> None:
    page = visit(PERSON)
    page.goto("/lisibilite/")
    assert _violations(page) == []
    page.get_by_label("Collez votre texte").fill(SOURCE)
    page.get_by_role("button", name="Mesurer").click()
    page.get_by_role("heading", name="Ce qui gêne la lecture").wait_for(timeout=90_000)
    expect(page.locator("ins", has_text="Malgré").first).to_be_visible()
    expect(page.get_by_text("Malgré ce délai, il est gratuit.")).to_be_visible()
    assert _violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_changed_date_is_shown_beside_its_source(visit: Visit) -> None:
    page = visit(PERSON)
    page.goto("/verifier/")
    assert _violations(page) == []
    page.get_by_label("Texte d’origine").fill(SOURCE)
    page.get_by_label("Réécriture", exact=True).fill(SOURCE.replace("3 mars", "13 mars"))
    page.get_by_role("button", name="Comparer").click()
    expect(page.get_by_text("La réécriture change le sens du texte")).to_be_visible(timeout=90_000)
    expect(page.locator("#brouillon mark.stop")).to_contain_text("13 mars 2026")
    assert _violations(page) == []
