"""Masquer in a browser: review, add by selecting, restore; axe finds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.test_accessibility import MODES, PERSON, Visit, _faults, _loose_spaces, _overflow

TEXT = (
    "Mme Jeanne Quéméneur, 12 rue des Lilas, 35000 Rennes, a un cancer. "
    "On a vu Lefebvre hier. Le code du portail est tulipe."
)


def review(page: Page) -> None:
    page.goto("/masquer/")
    page.get_by_label("Collez votre texte").fill(TEXT)
    page.get_by_role("button", name="Reconnaître et masquer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Relire avant d’envoyer")


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_the_review(visit: Visit, mode: str, tmp_path: Path) -> None:
    page = visit(PERSON, **MODES[mode])
    faults: list[str] = []
    for address in ("/masquer/", "/masquer/listes/"):
        page.goto(address)
        faults += _faults(page) + _overflow(page) + _loose_spaces(page)
    review(page)
    faults += _faults(page) + _overflow(page) + _loose_spaces(page)
    page.get_by_label("Puis collez la réponse reçue").fill("Bonjour [FEMME_1], [HOMME_99].")
    page.get_by_role("button", name="Remettre les vraies données").click()
    expect(page.get_by_label("Réponse avec les vraies données")).to_have_value(
        "Bonjour Jeanne Quéméneur, [HOMME_99]."
    )
    faults += _faults(page) + _overflow(page) + _loose_spaces(page)
    # the chip of the model belongs to every page: test_accessibility judges it
    faults = [fault for fault in faults if "['.chip']" not in fault]
    assert not faults, "\n".join(faults)


def test_what_is_selected_is_masked_too(visit: Visit) -> None:
    page = visit(PERSON)
    review(page)
    page.wait_for_load_state("load")
    page.evaluate(
        """() => {
          const text = document.getElementById("texte-masque");
          const node = [...text.childNodes].find((n) => n.data && n.data.includes("tulipe"));
          const at = node.data.indexOf("tulipe");
          document.getSelection().setBaseAndExtent(node, at, node, at + 6);
        }"""
    )
    page.get_by_role("button", name="Masquer la sélection").click()
    expect(page.get_by_label("Texte masqué à envoyer")).not_to_have_value("tulipe")
    assert "tulipe" not in page.get_by_label("Texte masqué à envoyer").input_value()
