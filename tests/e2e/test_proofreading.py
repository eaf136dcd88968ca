"""« Brouillon FALC à faire relire » in a real browser, from a text to what was said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from beffroi.documents import read
from e2e.conftest import ARRETE, write_draft
from e2e.test_accessibility import MODES, _faults, _loose_spaces, _overflow

Visit = Callable[..., Page]

PERSON = "agent@brisecourt.test"
ANSWERS = {
    "Qui a relu ?": "Groupe du mardi",
    "Qui les accompagnait ?": "ESAT des Tilleuls",
    "Quel jour ?": "2026-03-02",
    "Qu’est-ce qui a été compris": "Les dates, pas « riverains ».",
    "Qu’est-ce qui a été changé ensuite ?": "« riverains » est expliqué.",
}


def _note(page: Page) -> None:
    page.get_by_role("link", name="Noter une relecture").click()
    for label, answer in ANSWERS.items():
        page.get_by_label(label.replace(" ?", "\u202f?")).fill(answer)


def _seen(page: Page) -> list[str]:
    return _faults(page) + _overflow(page) + _loose_spaces(page)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The address of the text, written once for the modes."""
    return []


@pytest.mark.parametrize("mode", MODES)
def test_a_text_is_proof_read(visit: Visit, texts: list[str], tmp_path: Path, mode: str) -> None:
    page = visit(PERSON, **MODES[mode])
    texts.append(texts[0] if texts else write_draft(page).split("#")[0])
    page.goto(texts[0])
    page.get_by_text("Plus", exact=True).click()
    page.get_by_role("link", name="Préparer un brouillon FALC à faire relire").click()
    found = _seen(page)
    _note(page)
    found += _seen(page)
    page.get_by_role("button", name="Noter cette relecture").click()
    expect(page.get_by_text("La relecture est notée.")).to_be_visible()
    assert found + _seen(page) == []
    with page.expect_download() as taken:
        page.get_by_role("button", name="Télécharger le brouillon à faire relire").click()
    taken.value.save_as(tmp_path / "brouillon.docx")
    words = read((tmp_path / "brouillon.docx").read_bytes(), name="brouillon.docx").text
    assert "Groupe du mardi" in words and ARRETE.splitlines()[0] in words
