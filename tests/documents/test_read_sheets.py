from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter
from odfdo import Document as Ods
from odfdo import Table

from beffroi.documents import Limits, read, read_sheets
from beffroi.errors import DamagedDocument, TooLarge, UnsupportedFormat

from .samples import saved, zipped
from .test_read import assert_whole


def workbook() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Tarifs")
    sheet.write_row(0, 0, ["Service", "Prix", "Depuis", "Ouvert"])
    sheet.write_row(1, 0, ["Piscine", 3.5])
    sheet.write_datetime(1, 2, dt.datetime(2026, 3, 5), day)
    sheet.write_boolean(1, 3, True)
    sheet.write_row(3, 0, ["Médiathèque", 12])
    book.add_worksheet("Notes").write(0, 0, "Sous réserve")
    secret = book.add_worksheet("Calculs")
    secret.write(0, 0, "caché")
    secret.hide()
    book.close()
    return buffer.getvalue()


def test_xlsx() -> None:
    document = read(workbook(), name="a.xlsx")
    assert_whole(document)
    assert document.text == (
        "Tarifs\n\nService | Prix | Depuis | Ouvert\n\nPiscine | 3,5 | 05/03/2026 | oui\n\n"
        "Médiathèque | 12\n\nNotes\n\nSous réserve"
    )
    assert [(o.what, o.count) for o in document.left_out] == [
        ("feuilles masquées ou sans cases", 1)
    ]
    assert read_sheets(workbook(), name="a.xlsx")[0].rows[1][0] == "Piscine"


def test_ods() -> None:
    document = Ods("spreadsheet")
    document.body.clear()
    table = Table("Feuille", 2, 2)
    for place, value in [((0, 0), "Nom"), ((1, 0), "Âge"), ((0, 1), "Zoé"), ((1, 1), 34)]:
        table.set_value(place, value)
    document.body.append(table)
    assert read(saved(document), name="a.ods").text == "Nom | Âge\n\nZoé | 34"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('nom;avis\nZoé;"long ; mais\nbien"\n', [("nom", "avis"), ("Zoé", "long ; mais\nbien")]),
        ('nom,prix\nA,"3,5"\n', [("nom", "prix"), ("A", "3,5")]),
        ("nom\tavis\nA\toui, bien\n", [("nom", "avis"), ("A", "oui, bien")]),
        ("avis\nTrès bien, merci\n", [("avis",), ("Très bien, merci",)]),
    ],
)
def test_csv(text: str, rows: list[tuple[str, ...]]) -> None:
    assert list(read_sheets(text.encode("cp1252"), name="a.csv")[0].rows) == rows


def test_refusals() -> None:
    with pytest.raises(TooLarge, match="cases"):
        read(b"a;b\n" * 50, name="a.csv", limits=Limits(cells=20))
    with pytest.raises(TooLarge, match="cases"):
        read(workbook(), name="a.xlsx", limits=Limits(cells=3))
    with pytest.raises(DamagedDocument):
        read(zipped({"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), name="a.xlsx")
    with pytest.raises(DamagedDocument):
        read(zipped({"xl/workbook.xml": "<workbook/>", "xl/x": "a"}), name="a.xlsx")
    with pytest.raises(UnsupportedFormat, match="tableau"):
        read_sheets(b"%PDF-1.7", name="a.pdf")
