"""Files come back masked with their layout, restored exactly, or anonymised for good."""

from __future__ import annotations

import datetime
import io

import docx
import pytest

from beffroi.documents import read
from beffroi.privacy.files import anonymise_file, mask_file, restore_file
from beffroi.privacy.publishable import age_band, commune_of
from beffroi.privacy.surfaces import CHAPTER, chapters

CSV = (
    "nom;prénom;adresse;naissance;motif\r\n"
    "Rose;Claire;12 rue des Lilas, 35000 Rennes;12/03/1985;bruit\r\n"
    "Petit;Pierre;3 place du Four, 44000 Nantes;01/02/2015;chien\r\n"
).encode()
TODAY = datetime.date(2026, 11, 22)


def letter() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Mme Jeanne ")
    paragraph.add_run("Quéméneur").bold = True
    paragraph.add_run(" habite 12 rue des Lilas, 35000 Rennes.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Nom", "Motif", "Rose", "bruit"), strict=True):
        cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_csv_keeps_its_rows_and_hides_its_columns() -> None:
    masked = mask_file(CSV, name="a.csv")
    text = masked.data.decode("utf-8-sig")
    assert text.splitlines()[0] == "nom;prénom;adresse;naissance;motif"
    for secret in ("Rose", "Claire", "Lilas", "Pierre", "1985"):
        assert secret not in text
    assert "bruit" in text
    assert masked.counts == {"address": 2, "birth_date": 2, "person": 4}
    restored = restore_file(masked.data, name="a.csv", table=masked.table)
    assert restored.data.decode("utf-8-sig").split() == CSV.decode().split()


def test_a_letter_keeps_its_layout() -> None:
    masked = mask_file(letter(), name="a.docx")
    text = read(masked.data, name="a.docx").text
    assert "Quéméneur" not in text
    assert "Rose" not in text
    assert "[FEMME_1] habite [ADRESSE_1]." in text
    restored = restore_file(masked.data, name="a.docx", table=masked.table)
    assert read(restored.data, name="a.docx").text == read(letter(), name="a.docx").text
    assert restored.findings == ()


def test_anonymising_keeps_what_may_be_published_and_no_table() -> None:
    anonymous = anonymise_file(CSV, name="a.csv", today=TODAY)
    rows = anonymous.data.decode("utf-8-sig").splitlines()
    assert rows[1] == "[personne];[personne];Rennes;40-49 ans;bruit"
    assert rows[2] == "[personne];[personne];Nantes;10-19 ans;chien"
    assert len(anonymous.table) == 0


@pytest.mark.parametrize(
    ("date", "band"),
    [
        ("12/03/1985", "40-49 ans"),
        ("3 mai 2020", "0-9 ans"),
        ("01.02.85", "40-49 ans"),
        ("01/02/20", "0-9 ans"),
        ("1930", "90 ans et plus"),
        ("le premier janvier", ""),
    ],
)
def test_age_bands(date: str, band: str) -> None:
    assert age_band(date, today=TODAY) == band


@pytest.mark.parametrize(
    ("address", "commune"),
    [
        ("12 rue des Lilas, 35000 Rennes", "Rennes"),
        ("3 place du Four 13090 Aix-en-Provence CEDEX 2", "Aix-en-Provence"),
        ("12 rue des Lilas", ""),
    ],
)
def test_the_commune_of_an_address(address: str, commune: str) -> None:
    assert commune_of(address) == commune


def test_the_headings_of_a_table_stay() -> None:
    content = b"nom;pr\xc3\xa9nom;naissance\nRoux;Anne;03/05/1962\n"
    copy = mask_file(content, name="liste.csv").data.decode()
    assert copy.splitlines()[0] == "nom;pr\u00e9nom;naissance"


def test_a_table_cut_in_chapters_keeps_its_headings() -> None:
    rows = "".join(f"Roux | Anne{n}\n" for n in range(50))
    parts = list(chapters(f"nom | pr\u00e9nom\n{rows}", size=100))
    assert len(parts) > 3
    assert all(part.startswith("nom | pr\u00e9nom\n") for part in parts)
    body = "".join(part.removeprefix("nom | pr\u00e9nom\n") for part in parts)
    assert body == rows


def test_a_file_longer_than_a_chapter_is_masked_to_its_last_row() -> None:
    surnames = ("Qu\u00e9m\u00e9neur", "Lef\u00e8vre", "Ouedraogo")
    rows = "".join(f"{n};{surnames[n % 3]};avis favorable\n" for n in range(6_000))
    content = f"n\u00b0;nom;avis\n{rows}".encode()
    assert len(content) > CHAPTER
    masked = mask_file(content, name="liste.csv")
    copy = masked.data.decode()
    assert not any(surname in copy for surname in surnames)
    assert masked.counts == {"person": 3}
    assert restore_file(masked.data, name="liste.csv", table=masked.table).data == content
