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
