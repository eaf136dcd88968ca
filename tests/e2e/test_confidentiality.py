"""Masquer in a browser: review, add by selecting, restore; axe finds nothing."""

from __future__ import annotations

import re
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


CSV = "nom;prénom;naissance;adresse\nQuéméneur;Jeanne;03/05/1962;12 rue des Lilas, 35000 Rennes\n"


@pytest.mark.parametrize("mode", MODES)
def test_a_file_is_masked_and_restored(visit: Visit, mode: str, tmp_path: Path) -> None:
    page = visit(PERSON, **MODES[mode])
    given = tmp_path / "liste.csv"
    given.write_text(CSV, encoding="utf-8")
    page.goto("/masquer/")
    page.get_by_label("Déposez un fichier ici").set_input_files(given)
    page.get_by_role("button", name="Traiter ce fichier").click()
    expect(page.get_by_role("heading", name="La copie est prête")).to_be_visible()
    faults = _faults(page) + _overflow(page) + _loose_spaces(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Prendre la copie").click()
    copy = tmp_path / "copie.csv"
    taken.value.save_as(copy)
    assert "Quéméneur" not in copy.read_text(encoding="utf-8")
    page.get_by_label("Phrase de passe", exact=True).fill("trois mots de passe")
    page.get_by_label("La même, une seconde fois").fill("trois mots de passe")
    with page.expect_download() as kept:
        page.get_by_role("button", name="Prendre la table chiffrée").click()
    table = tmp_path / "table.json"
    kept.value.save_as(table)
    page.goto("/masquer/fichier/restituer/")
    faults += _faults(page) + _overflow(page) + _loose_spaces(page)
    page.get_by_label("Le fichier masqué").set_input_files(copy)
    page.get_by_label("La table chiffrée").set_input_files(table)
    page.get_by_label("Phrase de passe de la table").fill("trois mots de passe")
    page.get_by_role("button", name="Remettre les vraies données").click()
    with page.expect_download() as back:
        page.get_by_role("link", name="Prendre la copie").click()
    restored = tmp_path / "restitué.csv"
    back.value.save_as(restored)
    assert restored.read_text(encoding="utf-8") == CSV
    faults = [fault for fault in faults if "['.chip']" not in fault]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("mode", MODES)
def test_what_leaves_for_a_model_is_read_in_a_dialog(visit: Visit, mode: str) -> None:
    page = visit("agent@loinville.test", **MODES[mode])
    page.goto("/clarifier/?modele=langage-clair")
    page.get_by_label("Collez votre texte").fill(TEXT)
    page.get_by_role("button", name="Lire ce texte").click()
    page.get_by_role("button", name="Écrire le brouillon").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Relire avant d’envoyer")).to_be_focused()
    expect(dialog.get_by_role("group", name="Texte masqué")).to_contain_text("[FEMME_1]")
    faults = _faults(page) + _overflow(page) + _loose_spaces(page)
    faults = [fault for fault in faults if "['.chip']" not in fault]
    assert not faults, "\n".join(faults)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Écrire le brouillon").click()
    dialog.get_by_label("Masquer aussi", exact=True).fill("tulipe")
    dialog.get_by_role("button", name="Appliquer mes choix").click()
    expect(dialog.get_by_role("group", name="Texte masqué")).not_to_contain_text("tulipe")
    dialog.get_by_role("button", name="Envoyer le texte masqué").click()
    expect(page).to_have_url(re.compile(r"/clarifier/\d+/"))
