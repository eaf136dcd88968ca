"""Files that leave the house, and what they say of themselves."""

from __future__ import annotations

import pytest

from beffroi.documents import read, read_marking
from beffroi_web.journal.models import Entry

from .conftest import Desk


@pytest.mark.parametrize("format", ["docx", "odt", "pdf", "html", "txt"])
def test_every_format_holds_the_text(desk: Desk, format: str) -> None:
    draft = desk.written()
    answer = desk.client.get(f"/clarifier/{draft.pk}/exporter/?format={format}")
    assert "brouillon-" in answer["Content-Disposition"]
    found = read(answer.content, name=f"texte.{format}")
    assert "7 h 30" in found.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert Entry.objects.for_(desk.collectivite).filter(act="brouillon.exporte").count() == 1


def test_the_file_names_who_signed(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(f"/clarifier/{draft.pk}/modifier/", {"texte": "Tout autre.", "version": 1})
    desk.accept_all(desk.draft(draft.pk))
    desk.client.post(f"/clarifier/{draft.pk}/signer/", {"lu": "on", "version": 2})
    answer = desk.client.get(f"/clarifier/{draft.pk}/exporter/?format=docx&mention=on")
    marking = read_marking(answer.content)
    assert marking is not None
    assert (marking.reviewer, marking.model, marking.edited) == (draft.owner.name, "", "entier")
    assert "brouillon-" not in answer["Content-Disposition"]


def test_an_unknown_format_is_refused_on_the_page(desk: Desk) -> None:
    draft = desk.written()
    answer = desk.client.get(f"/clarifier/{draft.pk}/exporter/?format=exe")
    assert answer.status_code == 200 and b"Exporter ce texte" in answer.content


def test_a_poster_is_previewed_and_printed(desk: Desk) -> None:
    draft = desk.written(modele="affiche")
    assert desk.client.get(f"/clarifier/{draft.pk}/apercu.png").content[:4] == b"\x89PNG"
    for choice, start in (
        ("affiche-a4", b"%PDF"),
        ("affiche-a3", b"%PDF"),
        ("affiche-png", b"\x89PNG"),
    ):
        answer = desk.client.get(f"/clarifier/{draft.pk}/exporter/?format={choice}")
        assert answer.content.startswith(start)


def test_only_posters_are_printed_as_posters(desk: Desk) -> None:
    draft = desk.written()
    page = f"/clarifier/{draft.pk}/exporter/"
    assert "affiche-a4" not in desk.page(page)
    assert desk.client.get(f"{page}?format=affiche-a4")["Content-Type"].startswith("text/html")
    assert desk.client.get(f"/clarifier/{draft.pk}/apercu.png").status_code == 404
