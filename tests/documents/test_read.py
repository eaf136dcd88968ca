from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beffroi.documents import Document, Limits, read, read_text
from beffroi.errors import (
    DamagedDocument,
    DocumentError,
    EmptyText,
    ProtectedDocument,
    TooLarge,
    UnsupportedFormat,
)

from .samples import W, docx_of, paragraph, zipped

BETWEEN = re.compile(r"(?:\n\n|^)?(?: \| )*(?:- |[\w.°)]{1,12} )?(?: \| )*\Z")


def assert_whole(document: Document) -> None:
    """Every character belongs to one passage or to what stands between two."""
    end = 0
    for number, passage in enumerate(document.passages, start=1):
        assert passage.number == number
        assert passage.span.start >= end
        assert BETWEEN.match(document.text[end : passage.span.start])
        assert document.passage_text(passage).strip() == document.passage_text(passage) != ""
        assert "\n\n" not in document.passage_text(passage)
        end = passage.span.end
    assert set(document.text[end:]) <= set(" |\n")


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(["# Titre", "- élément", "2. deux", "a) lettre", "", "Article 3", "a | b"]),
    ),
    max_size=20,
)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_passages_account_for_every_character(lines: list[str]) -> None:
    try:
        document = read_text("\n".join(lines))
    except EmptyText:
        return
    assert_whole(document)
    assert document.passage_at(document.passages[0].span.start) == document.passages[0]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), min_size=1), min_size=1))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    try:
        read_back = read_text(text).text
    except EmptyText:
        return
    letters = [c for c in text if c.isascii() and c.isalnum()]
    assert [c for c in read_back if c.isascii() and c.isalnum()] == letters


@pytest.mark.parametrize(
    ("data", "name", "error", "words"),
    [
        (b"", "a.txt", EmptyText, "vide"),
        (b" \n\t\x00\x00 ", "a.txt", EmptyText, "vide"),
        (bytes(range(256)) * 40, "a.docx", DamagedDocument, "extension .docx"),
        (b"PK\x03\x04" + b"\x07" * 500, "a.docx", DamagedDocument, "abîmé"),
        (bytes(range(256)) * 40, "a.bin", UnsupportedFormat, "format"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.png", UnsupportedFormat, "image"),
        (b"{\\rtf1 Bonjour}", "a.rtf", UnsupportedFormat, "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "a.doc", UnsupportedFormat, "ancien"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            ProtectedDocument,
            "mot de passe",
        ),
        (zipped({"lisez-moi.txt": "bonjour"}), "a.zip", UnsupportedFormat, "archive"),
        (zipped({"word/document.xml": "<pas fini"}), "a.docx", DamagedDocument, "abîmé"),
        (docx_of(""), "a.docx", EmptyText, "vide"),
    ],
)
def test_bad_input_gets_a_clear_sentence(
    data: bytes, name: str, error: type[DocumentError], words: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        read(data, name=name)
    assert raised.value.next_step


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f"]><w:document {W}><w:body>"
    + paragraph("&i;")
    + "</w:body></w:document>"
)


@pytest.mark.parametrize(
    "xml",
    [
        BILLION_LAUGHS.encode(),
        BILLION_LAUGHS.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16"),
        BILLION_LAUGHS.replace("<!DOCTYPE", " " * 9000 + "<!DOCTYPE").encode(),
        b'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>',
    ],
)
def test_entities_are_refused(xml: bytes) -> None:
    with pytest.raises(DamagedDocument):
        read(zipped({"word/document.xml": xml}), name="rire.docx")


def test_zip_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"word/document.xml": b"<w>" + b" " * 30_000_000, "word/a.bin": b"a"})
    assert len(bomb) < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("déplié"))
    with pytest.raises(TooLarge, match="démesuré"):
        read(bomb, name="bombe.docx")


@pytest.mark.parametrize("limits", [Limits(members=2), Limits(unzipped=10), Limits(part=10)])
def test_archive_limits(limits: Limits) -> None:
    with pytest.raises(TooLarge):
        read(docx_of(paragraph("Bonjour"), styles="<s/>"), name="a.docx", limits=limits)


def test_a_member_that_lies_on_its_size_is_refused() -> None:
    data = docx_of(paragraph("Bonjour " * 50))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lied = data.replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little"))
    with pytest.raises(DamagedDocument):
        read(lied, name="a.docx")


def test_sizes_are_refused_not_cut(tmp_path: Path) -> None:
    file = tmp_path / "grand.txt"
    file.write_text("mot " * 100)
    with pytest.raises(TooLarge, match="limite"):
        read(file, limits=Limits(size=100))
    with pytest.raises(TooLarge, match="399 caractères ; la limite est de 50"):
        read(file, limits=Limits(characters=50))
    with pytest.raises(TooLarge, match="1\u202f048\u202f576 caractères"):
        read_text("a" * 1_048_576)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"absent\.txt"):
        read(tmp_path / "absent.txt")


def test_what_has_no_place_in_a_text_is_reported() -> None:
    document = read_text("Ré\x00union \u202ereportée\u202c au 3\u200b mai\ufeff, sal\u00adle A")
    assert document.text == "Réunion reportée au 3 mai, salle A"
    assert {item.what: item.count for item in document.left_out} == {
        "caractères nuls ou de commande": 1,
        "marques de sens d’écriture": 2,
        "caractères invisibles": 2,
    }
