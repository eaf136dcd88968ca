"""From the first word that a model says to the first word on the screen, in a real browser.

The model is a server that says again what it is given; both clocks are the machine's.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from playwright.sync_api import Page, sync_playwright

from contract.misbehaving import DONE, event
from e2e.conftest import ARRETE, BROWSERS, QUIET, sign_in
from e2e.instance import Instance
from e2e.model_server import Writer, model_server

TARGET_MS = 100
ROUNDS = 20
#: Seconds that the model takes to read, as a real one does: the page is open when it
#: speaks. Less than the two seconds after which the instance of the tests gives a model up.
READS = 1.2
MODELES = {"langage-clair": "phrase par phrase", "publication": "texte entier"}

#: Headings are copied by the code: only the model says « Voici ».
WATCH = """
new MutationObserver(() => {
  const text = document.querySelector('[data-text]');
  if (text && text.textContent.includes('Voici') && !window.firstWord) {
    window.firstWord = -1;
    requestAnimationFrame(() => { window.firstWord = Date.now(); });
  }
}).observe(document, {childList: true, subtree: true, characterData: true});
"""


class Timed(Writer):
    """Notes when it sends its first word of each draft."""

    def lent(self) -> None:
        words = ["Voici ", *["un mot, "] * 200]  # until the person presses stop
        self.stream()
        time.sleep(READS)
        self.server.said_at.append(time.time() * 1000)  # type: ignore[attr-defined]
        for word in words:
            self.send(event(word))
            time.sleep(0.05)
        self.send(event(finish="stop") + DONE)


def measure() -> list[str]:
    with model_server() as server, sync_playwright() as playwright:
        server.RequestHandlerClass = Timed
        server.said_at = []  # type: ignore[attr-defined]
        site = Instance(f"http://127.0.0.1:{server.server_address[1]}").start()
        try:
            browser = playwright.chromium.launch(executable_path=_path(), args=list(QUIET))
            page = browser.new_context(base_url=site.url, locale="fr-FR").new_page()
            page.add_init_script(WATCH)
            sign_in(page, site, "agent@lentville.test")
            return [
                _line(way, [_delay(page, modele, server) for _ in range(ROUNDS)])
                for modele, way in MODELES.items()
            ]
        finally:
            site.stop()


def _path() -> str:
    return next(found for name in BROWSERS if (found := shutil.which(name)))


def _delay(page: Page, modele: str, server: object) -> float:
    """Milliseconds between the model's first word and the frame that shows it."""
    server.said_at.clear()  # type: ignore[attr-defined]
    page.goto(f"/clarifier/?modele={modele}")
    page.get_by_label("Collez votre texte").fill(ARRETE)
    page.get_by_role("button", name="Lire ce texte").click()
    page.get_by_role("button", name="Écrire le brouillon").click()
    page.wait_for_function("() => window.firstWord > 0", timeout=60_000)
    shown = float(page.evaluate("() => window.firstWord"))
    page.get_by_role("button", name="Arrêter").click()
    page.get_by_role("heading", name="Vous avez arrêté l’écriture").wait_for(timeout=60_000)
    said: list[float] = server.said_at  # type: ignore[attr-defined]
    return shown - said[0]


def _line(way: str, delays: list[float]) -> str:
    worst = sorted(delays)[int(len(delays) * 0.95) - 1]
    verdict = "tenu" if worst <= TARGET_MS else "manqué"
    return (
        f"- {way}, {len(delays)} brouillons : premier mot à l’écran {statistics.median(delays):.0f}"
        f" ms après celui du modèle (médiane), {worst:.0f} ms pour 95 % ; but {TARGET_MS} ms : "
        f"**{verdict}**"
    )
