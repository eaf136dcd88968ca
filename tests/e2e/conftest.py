"""A real instance and a real browser, started once for all the tests of a worker."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from e2e.instance import Instance
from e2e.model_server import model_server
from e2e.seed import PASSWORD

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSERS += ("microsoft-edge", "msedge")
expect.set_options(timeout=20_000)
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

ARRETE = (
    "ARRÊTÉ N° 2026-041\n\nLe maire de la commune,\n\nARRÊTE\n\nArticle 1er\nDu mardi 7 avril 2026 "
    "à 7 h 30 au vendredi 10 avril 2026 à 17 h, la circulation de tous les véhicules est interdite "
    "rue du Four.\n\nArticle 2\nCette interdiction ne s’applique pas aux véhicules des riverains."
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def instance() -> Iterator[Instance]:
    with model_server() as server:
        running = Instance(f"http://127.0.0.1:{server.server_address[1]}").start()
        try:
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("aucun Chromium, Chrome ou Edge sur cette machine")
    running = playwright.chromium.launch(executable_path=path, args=list(QUIET))
    yield running
    running.close()


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """Address of a person → his or her cookies, so that each signs in once."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, instance: Instance, sessions: dict[str, Any]
) -> Iterator[Callable[..., Page]]:
    """``visit("agent@valmont.test")`` is a page of a browser where that person is signed in.

    Errors of scripts and of the console fail the test, but for those named in ``allowed``.
    """
    opened: list[tuple[Page, list[str]]] = []

    def open_page(email: str = "", **options: Any) -> Page:
        if email and email not in sessions:
            page = browser.new_page()
            sign_in(page, instance, email)
            sessions[email] = page.context.storage_state()
            page.context.close()
        context = browser.new_context(
            base_url=instance.url, locale="fr-FR", storage_state=sessions.get(email), **options
        )
        page, faults = context.new_page(), []
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        opened.append((page, faults))
        return page

    yield open_page
    faults = [fault for _, found in opened for fault in found if not _expected(fault)]
    for page, _ in opened:
        page.context.close()
    assert not faults, faults


def _expected(fault: str) -> bool:
    """A refused form answers 422, which the console calls an error; so is a cut line."""
    return "422" in fault or "Failed to load resource" in fault or "ERR_" in fault


def sign_in(page: Page, instance: Instance, email: str) -> None:
    page.goto(f"{instance.url}/compte/connexion/")
    page.get_by_label("Adresse électronique").fill(email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    page.wait_for_url(f"{instance.url}/")


def write_draft(page: Page, text: str = ARRETE, modele: str = "langage-clair") -> str:
    """Paste a text, write the draft, wait for the workbench; its address."""
    page.goto(f"/clarifier/?modele={modele}")
    page.get_by_label("Collez votre texte").fill(text)
    page.get_by_role("button", name="Lire ce texte").click()
    page.get_by_role("button", name="Écrire le brouillon").click()
    page.get_by_role("heading", name="Points à vérifier").wait_for(timeout=180_000)
    return page.url
