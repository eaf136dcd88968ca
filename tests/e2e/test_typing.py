"""Nothing typed is ever lost: network away, session over, tab closed."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.conftest import sign_in, write_draft
from e2e.instance import Instance

Visit = Callable[..., Page]


def _editor(page: Page) -> None:
    page.get_by_role("link", name="Modifier le texte").click()
    expect(page.get_by_label("Votre texte", exact=True)).to_be_visible()


def test_typing_is_saved_as_it_goes_and_found_again(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    address = write_draft(page)
    _editor(page)
    page.get_by_label("Votre texte", exact=True).fill("Phrase en cours d’écriture")
    expect(page.locator(".saved")).to_contain_text("Saisie enregistrée")
    page.goto("/")
    page.goto(f"{address.split('#')[0]}?modifier")
    expect(page.get_by_label("Votre texte", exact=True)).to_have_value("Phrase en cours d’écriture")
    page.get_by_role("button", name="Abandonner").click()
    _editor(page)
    expect(page.get_by_label("Votre texte", exact=True)).not_to_have_value(
        "Phrase en cours d’écriture"
    )


def test_without_network_the_text_stays_in_the_browser(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    write_draft(page)
    _editor(page)
    page.context.set_offline(True)
    page.get_by_label("Votre texte", exact=True).fill("Tapé sans réseau")
    expect(page.locator(".saved")).to_contain_text("gardé dans ce navigateur")
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label("Votre texte", exact=True)).to_have_value("Tapé sans réseau")


def test_when_the_session_is_over_the_text_is_kept(visit: Visit, instance: Instance) -> None:
    page = visit()
    sign_in(page, instance, "validateur@brisecourt.test")
    write_draft(page)
    _editor(page)
    page.context.clear_cookies(name="session")
    page.get_by_label("Votre texte", exact=True).fill("Tapé après la fin de la session")
    page.get_by_role("button", name="Enregistrer et vérifier").click()
    expect(page.locator("#contenu")).to_contain_text("Votre session est terminée")
    expect(page.locator("textarea")).to_have_value("Tapé après la fin de la session")
    other = page.context.new_page()
    sign_in(other, instance, "validateur@brisecourt.test")
    page.get_by_role("button", name="Envoyer à nouveau").click()
    page.get_by_role("button", name="Envoyer à nouveau").click()
    expect(page.locator("#brouillon")).to_contain_text("Tapé après la fin de la session")


def test_a_text_given_is_found_again_after_an_accident(visit: Visit) -> None:
    page = visit("agent@brisecourt.test")
    page.goto("/clarifier/")
    page.get_by_label("Collez votre texte").fill("Un long texte collé")
    page.wait_for_timeout(500)
    page.goto("/")
    page.goto("/clarifier/")
    expect(page.get_by_label("Collez votre texte")).to_have_value("Un long texte collé")
