"""The JSONL of the issue: offsets into ``texte`` exactly, every line accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.errors import InputError
from beffroi.knowledge.gather.jsonl import gather_jsonl, source_of


def write(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_offsets_are_those_of_the_given_text(tmp_path: Path) -> None:
    text = "  Bonjour 😀.\r\n\r\n## Été\u2028Le maire\tdécide.\nL’œuvre coûte 4\u202f€."
    found = gather_jsonl(write(tmp_path / "a.jsonl", {"id": 7, "titre": "T", "texte": text}),
                         collection="c")  # fmt: skip
    (made,) = found.documents
    assert made.source.id == "7" and made.source.text == text
    assert made.passages
    assert all(text[p.span.start : p.span.end] == p.text for p in made.passages)


def test_further_keys_are_used_or_left_alone() -> None:
    source = source_of(
        {"id": "a", "titre": "T", "texte": "Corps.", "chapeau": "Résumé.", "url": None}
        | {"date": "2024-05-03T10:00", "theme": "Logement", "refs": [1], "synonymes": ["x", "y"]}
    )
    assert (source.summary, source.url, source.synonyms) == ("Résumé.", "", ("x", "y"))
    assert source.date is not None and source.date.isoformat() == "2024-05-03"


def test_a_summary_that_the_text_holds_is_not_kept_twice() -> None:
    assert source_of({"id": "a", "texte": "Résumé. Corps.", "chapeau": "Résumé."}).summary == ""


@pytest.mark.parametrize("row", [[], {}, {"id": "a"}, {"texte": "x"}, {"id": True, "texte": "x"}])
def test_a_row_that_is_no_document_is_refused(row: object) -> None:
    with pytest.raises(InputError):
        source_of(row)


def test_every_line_is_a_document_or_refused_with_its_number(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        {"id": "1", "titre": "A", "texte": "Un texte."},
        "{abîmé",
        {"id": "1", "titre": "B", "texte": "Un autre."},
        {"id": "2", "titre": "C", "texte": "  "},
        {"titre": "D", "texte": "Sans nom."},
    )
    found = gather_jsonl(path, collection="c")
    assert found.met == 5
    assert [d.source.title for d in found.documents] == ["A"]
    assert ["ligne 2" in found.refused[0].origin, len(found.refused)] == [True, 4]
