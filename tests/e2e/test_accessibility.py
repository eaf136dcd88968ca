"""Every page, in light, in dark and on a telephone: axe finds nothing; the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from e2e.conftest import ARRETE, write_draft

Visit = Callable[..., Page]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Several sheets side by side, each with its own titles: their order is that of the texts.
LEFT_OUT = {"heading-order": {"enabled": False}}

MODES = {
    "clair": {"color_scheme": "light", "viewport": {"width": 1280, "height": 850}},
    "sombre": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 850}},
    "téléphone": {"color_scheme": "light", "viewport": {"width": 390, "height": 800}},
}
PERSON = "administrateur@brisecourt.test"
FIXED = (
    "/",
    "/clarifier/",
    "/clarifier/?modele=sms-alerte",
    "/clarifier/textes/",
    "/clarifier/textes/?q=introuvable",
    "/lisibilite/",
    "/lisibilite/glossaire/",
    "/verifier/",
    "/modeles/",
    "/modeles/langage-clair/",
    "/modeles/nouveau/?base=langage-clair",
    "/modele-de-langage/",
    "/modele-de-langage/regler/",
    "/compte/",
    "/compte/mot-de-passe/",
    "/collectivite/reglages/",
    "/collectivite/personnes/",
    "/collectivite/reglages/cles/",
    "/collectivite/reglages/page-publique/",
    "/collectivite/reglages/avertissements/",
    "/collectivite/reglages/courriers/",
    "/courriers/",
    "/habitants/",
    "/habitants/messages/",
    "/api/",
    "/journal/",
    "/travaux/",
    "/cette-page-n-existe-pas",
)
OPEN = ("/compte/connexion/", "/compte/mot-de-passe/oublie/")


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Addresses of pages that need a text, filled by the first test."""
    return {}


def _addresses(visit: Visit, made: dict[str, str]) -> list[str]:
    """Every page: the fixed ones and those of a draft with open points, and of a poster."""
    if not made:
        page = visit(PERSON)
        base = write_draft(page).split("#")[0]
        source = page.locator("a", has_text="Refaire autrement").get_attribute("href")
        page.goto(f"{base}?modifier")
        page.get_by_role("textbox", name="Votre texte").fill("La rue est fermée le 8 avril 2026.")
        page.get_by_role("button", name="Enregistrer et vérifier").click()
        page.wait_for_load_state()
        parts = ("", "?modifier", "versions/", "signer/", "exporter/", "renommer/", "supprimer/")
        made.update({part: base + part for part in parts}, source=str(source))
        proof = base.replace("/clarifier/", "/relecture/")
        made.update(relire=proof, noter=f"{proof}noter/")
        made["affiche"] = write_draft(page, ARRETE, "affiche").split("#")[0] + "exporter/"
    return [*FIXED, *made.values()]


def _faults(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": RULES}, "rules": LEFT_OUT}
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]})
    return [
        f"{page.url} {fault['id']} : {node['target']} {node['failureSummary']}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]


def _overflow(page: Page) -> list[str]:
    """A page never scrolls sideways."""
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [f"{page.url} déborde de {wide} px"] if wide > 0 else []


def _loose_spaces(page: Page) -> list[str]:
    """High marks and guillemets keep their no-break space, whatever wrote the sentence."""
    loose = page.evaluate(LOOSE_SPACES)
    return [f"{page.url} espace sécable : {words}" for words in loose]


LOOSE_SPACES = r"""() => {
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.parentElement.closest(".text, textarea, option, .pre, dd, .crumb, td")) continue;
    const loose = node.data.match(/.{0,20} [;:!?»]|« .{0,20}/);
    if (loose) found.push(loose[0]);
  }
  return found;
}"""


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(visit: Visit, made: dict[str, str], mode: str) -> None:
    addresses = _addresses(visit, made)
    page = visit(PERSON, **MODES[mode])
    faults: list[str] = []
    for address in addresses:
        page.goto(address)
        _unfold(page)
        faults += _faults(page) + _overflow(page) + _loose_spaces(page)
    stranger = visit(**MODES[mode])
    for address in OPEN:
        stranger.goto(address)
        faults += _faults(stranger) + _overflow(stranger)
    assert not faults, "\n".join(faults)


def _unfold(page: Page) -> None:
    """What is folded is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


CONTROLS = """() => [...document.querySelectorAll(
  'a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary'
)].filter(one => one.getClientRects().length && !one.closest('details:not([open]) > :not(summary)'))
  .filter(one => one.type !== 'radio' || one.checked || !document.querySelector(
     `input[name="${one.name}"]:checked`))
  .map((one, number) => { one.dataset.essai = number; return one.outerHTML.slice(0, 90) })"""


def _walk(page: Page, most: int) -> Iterator[str]:
    """Press Tab until the page is gone round; the mark of each control that takes the focus."""
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.locator("body").evaluate("body => { body.tabIndex = -1; body.focus() }")
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.evaluate(
            """() => { const one = document.activeElement, seen = getComputedStyle(one);
            const shown = seen.outlineStyle !== 'none' || one.closest('.choice');
            const mark = one.dataset.essai ?? '';
            return shown || one === document.body ? mark : mark + ' sans contour' }"""
        )


def test_the_keyboard_alone_reaches_every_control(visit: Visit, made: dict[str, str]) -> None:
    addresses = _addresses(visit, made)
    page = visit(PERSON, viewport={"width": 1280, "height": 850})
    lost: list[str] = []
    for address in addresses:
        page.goto(address)
        controls = page.evaluate(CONTROLS)
        reached = set(_walk(page, len(controls) * 2 + 12))
        lost += [f"{address} : {c}" for n, c in enumerate(controls) if str(n) not in reached]
        lost += [
            f"{address} : {mark}" for mark in reached if "sans contour" in mark and mark[0] != " "
        ]
    assert not lost, "\n".join(lost)


def test_the_skip_link_is_first_and_works(visit: Visit) -> None:
    page = visit(PERSON)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_targets_are_large_enough_for_a_finger(visit: Visit, made: dict[str, str]) -> None:
    """44 pixels for what is not a link inside a sentence (look/README: manners of a page)."""
    addresses = _addresses(visit, made)
    page = visit(PERSON, viewport={"width": 390, "height": 800})
    small: list[str] = []
    for address in addresses:
        page.goto(address)
        small += page.evaluate(
            """() => [...document.querySelectorAll('.button, .rail a, .brand, summary, select')]
            .filter(one => one.getClientRects().length)
            .filter(one => { const box = one.getBoundingClientRect();
                             return box.height < 43.5 || box.width < 24 })
            .map(one => location.pathname + ' ' + one.outerHTML.slice(0, 80))"""
        )
    assert not small, "\n".join(small)
