from __future__ import annotations

import functools
import io
import threading
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import typst
from PIL import Image

from beffroi.documents import Limits, read
from beffroi.documents.preview import page_image
from beffroi.errors import (
    DamagedDocument,
    EmptyText,
    NoTextInDocument,
    ProtectedDocument,
    TooLarge,
    UnknownName,
)

from .samples import saved
from .test_read import assert_whole
from .test_read_txt import shape

SENTENCE = (
    "Le stationnement de tous les véhicules est interdit rue de la République et avenue du "
    "Général-de-Gaulle, du 3 au 7 mars 2026, sauf pour les services de secours."
)


@functools.cache
def pdf_of(source: str) -> bytes:
    """A PDF laid out by typst, with the head, the foot and the justification of an act."""
    style = (
        '#set document(title: "Règlement")\n#set text(lang: "fr")\n#set par(justify: true)\n'
        "#set page(header: [Ville de Bray], footer: context "
        "[Page #counter(page).display() sur #counter(page).final().first()])\n"
    )
    return bytes(typst.compile((style + source).encode(), ignore_system_fonts=True))


def scanned(pages: int) -> bytes:
    images = [Image.new("L", (200, 280), 200 + i) for i in range(pages)]
    buffer = io.BytesIO()
    images[0].save(buffer, "PDF", save_all=True, append_images=images[1:])
    return buffer.getvalue()


def test_paragraphs_titles_and_items_with_their_page() -> None:
    source = f"= Règlement\n== Article 1\n{SENTENCE}\n\n{SENTENCE}\n- rue Haute\n- rue Basse\n"
    document = read(pdf_of(source + "#pagebreak()\n== Article 2\nFin du texte."), name="a.pdf")
    assert_whole(document)
    assert shape(document) == [
        ("paragraphe", "Ville de Bray"),
        ("titre", "Règlement"),
        ("titre", "Article 1"),
        ("paragraphe", SENTENCE),
        ("paragraphe", SENTENCE),
        ("element", "rue Haute"),
        ("element", "rue Basse"),
        ("paragraphe", "Page 1 sur 2"),
        ("paragraphe", "Ville de Bray"),
        ("titre", "Article 2"),
        ("paragraphe", "Fin du texte."),
        ("paragraphe", "Page 2 sur 2"),
    ]
    assert [p.page for p in document][7:9] == [1, 2]
    assert document.passages[10].heading_path == ("Règlement", "Article 2")
    assert (document.title, document.pages) == ("Règlement", 2)


def test_running_heads_and_feet_are_reported_and_articles_kept() -> None:
    source = "".join(f"== Article {i}\n{SENTENCE}\n" for i in range(1, 41))
    document = read(pdf_of(source), name="a.pdf")
    pages = document.pages or 0
    assert pages >= 4
    assert [(o.what, o.count) for o in document.left_out] == [
        ("en-têtes et pieds de page répétés", 2 * pages)
    ]
    titles = [document.passage_text(p) for p in document if p.kind == "titre"]
    assert titles == [f"Article {i}" for i in range(1, 41)]
    assert document.text.count(SENTENCE) == 40


def test_words_cut_at_the_end_of_a_line_are_made_whole() -> None:
    words = (
        "La réglementation anticonstitutionnellement approuvée par procès-verbal communiqué à "
        "Saint-Denis-en-Val prévoit l’immobilisation des véhicules. "
    )
    narrow = f"#block(width: 5.5cm)[#set text(hyphenate: true)\n{words * 6}]"
    text = read(pdf_of(narrow), name="a.pdf").text
    for word in words.split():
        assert text.count(word) == 6, word


def test_a_scan_says_that_it_holds_no_text() -> None:
    with pytest.raises(NoTextInDocument, match="images"):
        read(scanned(2), name="scan.pdf")


def test_scanned_pages_among_others_are_named() -> None:
    writer = pypdf.PdfWriter()
    for data in (pdf_of(SENTENCE), scanned(1), pdf_of(SENTENCE), scanned(1)):
        writer.append(io.BytesIO(data))
    buffer = io.BytesIO()
    writer.write(buffer)
    document = read(buffer.getvalue(), name="a.pdf")
    reports = {o.what: (o.count, o.where) for o in document.left_out}
    assert reports["pages numérisées, sans texte"] == (2, "pages 2, 4")
    assert reports["images"] == (2, "")


def protected(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_refusals() -> None:
    pdf = pdf_of(SENTENCE + "#pagebreak()" + SENTENCE)
    with pytest.raises(ProtectedDocument):
        read(protected(pdf), name="a.pdf")
    with pytest.raises(DamagedDocument):
        read(b"%PDF-1.7\n" + b"\x01\x02" * 300, name="a.pdf")
    with pytest.raises(TooLarge, match="2 pages"):
        read(pdf, name="a.pdf", limits=Limits(pages=1))
    with pytest.raises(TooLarge, match="caractères"):
        read(pdf, name="a.pdf", limits=Limits(characters=100))


def test_threads_take_turns_in_pdfium() -> None:
    pdf, texts = pdf_of(SENTENCE), []
    threads = [
        threading.Thread(target=lambda: texts.append(read(pdf, name="a.pdf").text))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 8
    assert len(set(texts)) == 1


def test_a_page_as_an_image(tmp_path: Path) -> None:
    image = page_image(pdf_of(SENTENCE), width=300)
    assert image.startswith(b"\x89PNG")
    (tmp_path / "page.png").write_bytes(image)
    assert Image.open(tmp_path / "page.png").width == 300
    with pytest.raises(UnknownName, match="page 9"):
        page_image(pdf_of(SENTENCE), page=9)


def test_an_empty_page_without_images_is_empty() -> None:
    empty = pypdfium2.PdfDocument.new()
    empty.new_page(200, 200)
    with pytest.raises(EmptyText):
        read(saved(empty), name="a.pdf")
