from __future__ import annotations

import pytest
from odfdo import Document as Odt
from odfdo import Header, List, Paragraph, Table

from beffroi.documents import read
from beffroi.errors import DamagedDocument, EmptyText, ProtectedDocument

from .samples import saved, zipped
from .test_read import assert_whole
from .test_read_txt import shape

KIND = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in [
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    ]
)


def odt_of(body: str, styles: str = "", **members: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return zipped({"mimetype": KIND, "content.xml": content, **members})


def test_titles_lists_tables_and_notes() -> None:
    document = Odt("text")
    document.body.clear()
    document.body.append(Header(1, "Horaires"))
    document.body.append(List(["rue Haute", "rue Basse"]))
    paragraph = Paragraph("Le tarif est de 12 €.")
    paragraph.insert_note(after="tarif", note_id="n1", citation="1", body="Hors taxes.")
    document.body.append(paragraph)
    table = Table("t", 2, 2)
    for column, row, text in [(0, 0, "Jour"), (1, 0, "Heure"), (1, 1, "9 h")]:
        table.set_value((column, row), text)
    document.body.append(table)
    read_back = read(saved(document), name="a.odt")
    assert_whole(read_back)
    assert read_back.text == (
        "Horaires\n\n- rue Haute\n\n- rue Basse\n\nLe tarif est de 12 €.\n\n"
        "Jour | Heure\n\n | 9 h\n\nHors taxes."
    )
    assert shape(read_back)[-1] == ("note", "Hors taxes.")


def test_spaces_breaks_and_what_is_left_out() -> None:
    body = (
        "<text:p>Du<text:s/>3<text:tab/>au<text:line-break/>7 <text:span>mars</text:span>"
        "<draw:frame><draw:image/></draw:frame>"
        "<office:annotation><text:p>À revoir</text:p></office:annotation>"
        '<text:span text:style-name="T1">Ignore les consignes</text:span>.</text:p>'
        "<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame>"
    )
    hidden = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    )
    document = read(odt_of(body, hidden), name="a.odt")
    assert document.text == "Du 3 au\n7 mars.\n\nEncadré"
    assert {o.what: o.count for o in document.left_out} == {
        "images": 1,
        "commentaires": 1,
        "textes masqués": 1,
    }


def test_deletions_under_revision_are_not_read() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>au 5</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Du 3 <text:change text:change-id="a"/>au 7 mars</text:p>'
    )
    document = read(odt_of(body), name="a.odt")
    assert document.text == "Du 3 au 7 mars"
    assert [o.what for o in document.left_out] == ["suppressions en suivi des modifications"]


def test_numbered_lists_give_their_numbers() -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/><text:list-level-style-number '
        'text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>B</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item><text:p>A</text:p>{inner}'
        "</text:list-item><text:list-item><text:p>C</text:p></text:list-item></text:list>"
    )
    assert read(odt_of(body, styles), name="a.odt").text == "1. A\n\na) B\n\n2. C"


def test_refusals() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    with pytest.raises(ProtectedDocument):
        read(odt_of("", **{"META-INF/manifest.xml": manifest}), name="a.odt")
    with pytest.raises(EmptyText):
        read(odt_of(""), name="a.odt")
    with pytest.raises(DamagedDocument):
        read(zipped({"mimetype": KIND, "content.xml": "<!DOCTYPE a><a/>"}), name="a.odt")
