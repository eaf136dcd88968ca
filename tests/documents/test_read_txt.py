from __future__ import annotations

import pytest

from beffroi.documents import Document, read, read_text


def shape(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.passage_text(p)) for p in document]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Été à Noël".encode(), "Été à Noël"),
        ("Été à Noël".encode("utf-8-sig"), "Été à Noël"),
        ("Été à Noël".encode("utf-16"), "Été à Noël"),
        ("Été à l’œuvre, 12 €".encode("cp1252"), "Été à l’œuvre, 12 €"),
        ("E\u0301te\u0301".encode(), "Été"),
        (b"un\r\ndeux\rtrois", "un\n\ndeux\n\ntrois"),
        (b"r\x00\xe9union", "réunion"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read(data, name="a.txt").text == text


def test_titles_items_and_paragraphs() -> None:
    document = read_text(
        "# Arrêté\n\nVu le code ;\nArticle 1\nLe stationnement est interdit :\n"
        "- rue Haute ;\n• rue Basse.\n2° le lundi\na) le matin\nArticle 2 : il est affiché."
    )
    assert shape(document) == [
        ("titre", "Arrêté"),
        ("paragraphe", "Vu le code ;"),
        ("titre", "Article 1"),
        ("paragraphe", "Le stationnement est interdit :"),
        ("element", "rue Haute ;"),
        ("element", "rue Basse."),
        ("element", "le lundi"),
        ("element", "le matin"),
        ("paragraphe", "Article 2 : il est affiché."),
    ]
    assert document.passages[3].heading_path == ("Arrêté", "Article 1")
    assert "- rue Haute ;\n\n- rue Basse.\n\n2° le lundi\n\na) le matin" in document.text
    assert document.title == "Arrêté"


def test_a_paragraph_cut_by_line_ends_is_made_whole() -> None:
    document = read_text(
        "Le stationnement de tous les véhicules est interdit rue Haute du\n"
        "3 au 7 mars, sauf pour les services de secours et les véhicules des\n"
        "riverains.\nMme Durand est chargée de l’exécution du présent arrêté."
    )
    assert len(document.passages) == 2
    assert "rue Haute du 3 au 7 mars" in document.text
    assert "des riverains." in document.text
