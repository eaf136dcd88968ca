"""From the click on « Demander » to the first passage on the screen, in a real browser; or to « Je
ne trouve pas », where no passage answers.

Without a language model: passages come before any wording, with one or without. Two cases: one
question after another; and the first question of the day, whose server has just started and whose
person, still signed in, opens the page and writes for a few seconds.
"""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path

from instance import PASSWORD, Instance
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

TARGET_MS = 1000
#: Seconds that a person takes to write a question of thirty characters, five a second.
WRITES = 6.0
MORNINGS = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

QUESTIONS = (
    "Combien coûte un repas au restaurant scolaire ?",
    "Quand s'inscrire à la cantine ?",
    "Combien coûte la carte de la médiathèque ?",
    "La rue du Four est-elle fermée ?",
    "comment refaire ma carte grise",
    "ou faire son passeport",
    "inscription en creche svp",
    "copie d'un acte de naissance",
    "jé perdu ma carte didentité",
    "peut-on nourrir les pigeons",
    "aide pour payer la facture d'eau",
    "déclarer un chien dangereux",
    "permis pour construire un abri de jardin",
    "voter par procuration",
    "horaires du tapage nocturne",
    "recensement à 16 ans",
    "concession au cimetière",
    "mariage avec un étranger",
    "assistante maternelle agréée",
    "bourse pour l'école",
)

#: The click is noted in the page that is left, the passage in the page that comes.
WATCH = """
document.addEventListener('submit', () => sessionStorage.setItem('asked', Date.now()), true);
const seen = () => {
  const passage = document.querySelector(
    '.exchange .findings article, .exchange .text .strong, .exchange .text .note');
  if (passage && !window.shownAt) {
    window.shownAt = -1;
    requestAnimationFrame(() => { window.shownAt = Date.now(); });
  }
};
new MutationObserver(seen).observe(document, {childList: true, subtree: true});
"""
SHOWN = "() => window.shownAt > 0"
DELAY = "() => window.shownAt - Number(sessionStorage.getItem('asked'))"


def measure() -> list[str]:
    seed = str(Path(__file__).with_name("seed_sheets.py"))
    with Instance(seed=seed) as instance, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(), args=list(QUIET))
        context = _signed_in(browser, instance)
        time.sleep(20)  # warm
        row = [_asked(context, question) for question in QUESTIONS]
        mornings = [_morning(context, instance, question) for question in QUESTIONS[:MORNINGS]]
    return [
        _line("questions à la suite", row),
        _line(f"première question du jour, écrite en {WRITES:.0f} s", mornings),
    ]


def _path() -> str:
    return next(found for name in BROWSERS if (found := shutil.which(name)))


def _signed_in(browser: Browser, instance: Instance) -> BrowserContext:
    context = browser.new_context(base_url=f"http://127.0.0.1:{instance.port}", locale="fr-FR")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto("/compte/connexion/")
    page.get_by_label("Adresse électronique").fill("agent@demonstration.test")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("link", name="Assistants").first.wait_for()
    page.close()
    context.add_init_script(WATCH)
    return context


def _asked(context: BrowserContext, question: str, *, writes: float = 0.5) -> float:
    """Milliseconds from the click to the frame that shows the first passage."""
    page: Page = context.new_page()
    page.goto("/assistants/")
    page.get_by_label("Votre question").fill(question)
    time.sleep(writes)
    page.get_by_role("button", name="Demander").click()
    page.wait_for_function(SHOWN, timeout=60_000)
    delay = float(page.evaluate(DELAY))
    page.close()
    return delay


def _morning(context: BrowserContext, instance: Instance, question: str) -> float:
    """The server has just started; nobody signs in again."""
    instance.kill()
    instance.start()
    time.sleep(3)
    return _asked(context, question, writes=WRITES)


def _line(case: str, delays: list[float]) -> str:
    ordered = sorted(delays)
    worst = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    verdict = "tenu" if worst <= TARGET_MS else "manqué"
    return (
        f"- {case} ({len(delays)}) : premier passage à l’écran {statistics.median(delays):.0f} ms "
        f"après « Demander » (médiane), {worst:.0f} ms pour 95 % ; but {TARGET_MS} ms : "
        f"**{verdict}**"
    )
