"""A draft prepared for its proof-reading, and what was said of it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from beffroi.clarity.falc import sheet
from beffroi.documents import read
from beffroi_web.clarifier.models import Draft
from beffroi_web.journal.models import Entry
from beffroi_web.relecture.document import difficulties
from beffroi_web.relecture.models import Record
from web.clarifier.conftest import TEXT, Desk, plain

NAME = "brouillon FALC à faire relire par des personnes concernées"


def _said(draft: Draft, **changes: str) -> dict[str, str]:
    said = {
        "version": str(draft.current_id),
        "relecteurs": "Amel et Yann",
        "accompagnement": "ESAT des Tilleuls",
        "jour": "2026-03-02",
        "compris": "Les dates.\nPas « riverains ».",
        "change": "« riverains » est expliqué.",
    }
    return {**said, **changes}


def _records(desk: Desk) -> list[Record]:
    return list(Record.objects.for_(desk.collectivite))


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_file_holds_the_draft_the_questions_and_the_whole_act(desk: Desk, format: str) -> None:
    draft = desk.written()
    answer = desk.client.get(f"/relecture/{draft.pk}/?format={format}")
    assert "FALC-a-faire-relire" in answer["Content-Disposition"]
    words = " ".join(plain(read(answer.content, name=f"texte.{format}").text).split())
    assert NAME[10:] in words and "Comprenez-vous de quoi parle le texte ?" in words
    assert "Pas encore relu par des personnes concernées." in words
    assert TEXT in words[words.index("Texte officiel complet") :]
    entry = Entry.objects.for_(desk.collectivite).get(act="brouillon.exporte")
    assert json.loads(entry.details)["format"] == f"relecture-{format}"


def test_a_proof_reading_is_noted_and_goes_into_the_file(desk: Desk) -> None:
    draft = desk.written()
    answer = desk.client.post(f"/relecture/{draft.pk}/noter/", _said(draft))
    assert answer.status_code == 302, answer.content.decode()
    page = plain(desk.page(f"/relecture/{draft.pk}/"))
    assert "Amel et Yann" in page and "2 mars 2026, version 1" in page
    file = desk.client.get(f"/relecture/{draft.pk}/?format=docx").content
    words = plain(read(file, name="texte.docx").text)
    assert "Relu par : Amel et Yann" in words and "Version relue : 1" in words
    assert "pas encore validé par la collectivité" in words
    assert "pas encore relu" not in words.lower() and "est FALC" not in words


def test_the_journal_says_that_it_was_read_not_by_whom(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(f"/relecture/{draft.pk}/noter/", _said(draft))
    record = _records(desk)[0]
    desk.client.post(f"/relecture/{draft.pk}/relectures/{record.pk}/retirer/")
    assert _records(desk) == []
    lines = Entry.objects.for_(desk.collectivite).filter(act="brouillon.relecture")
    assert [json.loads(line.details)["relecture"] for line in lines.order_by("number")] == [
        "notée",
        "retirée",
    ]
    assert not any("Amel" in line.details for line in lines)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("relecteurs", " ", "Nommez au moins une personne"),
        ("accompagnement", "", "Dites qui accompagnait"),
        ("jour", str(timezone.localdate() + timedelta(days=2)), "pas encore venu"),
        ("jour", "hier", "ne se lit pas"),
        ("compris", "", "ce qui a été compris"),
        ("change", "", "ou écrivez"),
    ],
)
def test_an_incomplete_record_is_refused_and_kept_on_the_page(
    desk: Desk, field: str, value: str, sentence: str
) -> None:
    draft = desk.written()
    answer = desk.client.post(f"/relecture/{draft.pk}/noter/", _said(draft, **{field: value}))
    page = plain(answer.content.decode())
    assert answer.status_code == 422 and sentence in page and _records(desk) == []
    assert field == "accompagnement" or "ESAT des Tilleuls" in page


def test_the_version_of_another_text_cannot_be_noted(desk: Desk) -> None:
    draft, other = desk.written(), desk.written()
    data = _said(draft, version=str(other.current_id))
    assert desk.client.post(f"/relecture/{draft.pk}/noter/", data).status_code == 422


def test_the_record_goes_with_the_text(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(f"/relecture/{draft.pk}/noter/", _said(draft))
    assert desk.client.post(f"/clarifier/{draft.pk}/supprimer/").status_code == 302
    assert _records(desk) == []


def test_the_pages_never_say_falc_alone(desk: Desk) -> None:
    draft = desk.written()
    page = plain(desk.page(f"/relecture/{draft.pk}/"))
    assert NAME in page
    assert desk.client.get(f"/relecture/{draft.pk}/?format=odt").status_code == 200
    assert f"/relecture/{draft.pk}/" in desk.page(f"/clarifier/{draft.pk}/")
    assert f"/relecture/{draft.pk}/" in desk.page(f"/clarifier/{draft.pk}/exporter/")


def test_what_stays_difficult_is_counted_without_the_signs_of_the_layout() -> None:
    made = sheet("# La rue\n\n- Vous ne pourriez pas venir.\n\n# La place", act=TEXT)
    found = {finding.type for finding, _ in difficulties(made)}
    assert "clarte.negation" in found and "clarte.caractere_special" not in found
