"""What every index of documents does, whatever holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.knowledge import EmbeddedIndex, Index, Source, incoming
from knowledge.sheets import BINS, CANTEEN, SHEETS, index_of


@pytest.fixture
def index(tmp_path: Path) -> EmbeddedIndex:
    return index_of(tmp_path / "index")


def first(index: Index, question: str, **options: frozenset[str]) -> str:
    return index.search(question, **options).hits[0].source.id


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Combien coûte la cantine ?", "cantine"),
        ("quand passent les éboueurs", "dechets"),
        ("c koi la cmi", "cmi"),
        ("horaire de la pissine", "piscine"),
        ("CANTINE ECOLE INSCRIPTION", "cantine"),
    ],
)
def test_the_right_document_comes_first(index: Index, question: str, document: str) -> None:
    assert first(index, question) == document


def test_a_passage_is_exactly_in_its_document(index: Index) -> None:
    for hit in index.search("prix d’un repas à la cantine pour un enfant", limit=9).hits:
        assert hit.passage.span.of(hit.source.text) == hit.passage.text
        assert 0 <= hit.score <= 1


def test_scores_go_down_and_limit_holds(index: Index) -> None:
    found = index.search("prix de la piscine et de la cantine", limit=3)
    assert len(found.hits) == 3
    assert [h.score for h in found.hits] == sorted((h.score for h in found.hits), reverse=True)
    assert len({source.id for source in found.sources}) == len(found.sources) <= 5


def test_rights_filter_before_ranking(index: Index) -> None:
    found = index.search("prix de la cantine", collections=frozenset({"sports"}))
    assert {hit.source.collection for hit in found.hits} == {"sports"}
    assert {source.collection for source in found.sources} == {"sports"}


def test_no_collection_finds_nothing(index: Index) -> None:
    found = index.search("prix de la cantine", collections=frozenset())
    assert not found.hits and not found.answerable and not found.sources


@pytest.mark.parametrize("question", ["", "   ", "?!", "bonjour", "\x00", "’’", "a" * 5000])
def test_a_question_about_nothing_is_not_answered(index: Index, question: str) -> None:
    assert not index.search(question).answerable


@pytest.mark.parametrize("question", ["cantine \ud83d", "cantine\x00 prix", "cantine\u2028?"])
def test_a_damaged_question_is_still_read(index: Index, question: str) -> None:
    assert first(index, question) == "cantine"


def test_a_whole_letter_is_searched_by_what_it_says(index: Index) -> None:
    letter = "Madame, " + " ".join(f"mot{n}" for n in range(3000)) + " la cantine, le repas."
    assert index.search(letter, limit=3).hits


def test_what_was_read_is_said(index: Index) -> None:
    understood = index.search("horaire pissine").understood
    assert ("pissine", "piscine") in understood.corrections


def test_an_empty_index_answers_nothing(tmp_path: Path) -> None:
    empty = EmbeddedIndex(tmp_path / "rien", embedder=index_of(tmp_path / "x")._embedder, width=64)
    assert empty.search("cantine").hits == ()
    assert empty.source("cantine") is None
    assert empty.kept() == []
    assert empty.remove(["cantine"]) == ()


def test_a_document_replaces_the_one_of_the_same_id(index: EmbeddedIndex) -> None:
    index.put([incoming(Source(id="cantine", title="Gymnase", text="Le gymnase ouvre à 8 h."))])
    assert len(index.kept()) == len(SHEETS)
    assert first(index, "gymnase") == "cantine"
    assert "cantine" not in {hit.source.id for hit in index.search("repas de midi").hits[:1]}


def test_a_removed_document_is_not_found_again(index: EmbeddedIndex) -> None:
    assert index.remove(["dechets", "inconnu"]) == ("dechets",)
    assert index.source("dechets") is None
    assert "dechets" not in {h.source.id for h in index.search("ordures ménagères", limit=9).hits}


def test_another_process_sees_what_is_written(tmp_path: Path) -> None:
    writer = index_of(tmp_path / "i", CANTEEN)
    reader = EmbeddedIndex(tmp_path / "i", embedder=writer._embedder, width=64)
    assert first(reader, "cantine") == "cantine"
    writer.put([incoming(BINS)])
    assert first(reader, "ordures ménagères encombrants") == "dechets"


def test_a_write_cut_short_is_mended(tmp_path: Path) -> None:
    index = index_of(tmp_path / "i", CANTEEN)
    (tmp_path / "i" / "mots" / "generation").write_text("0")
    index.put([incoming(BINS)])
    assert first(index, "cantine tarif repas") == "cantine"
    assert first(index, "ordures ménagères") == "dechets"


def test_the_summary_is_searched_and_never_quoted(tmp_path: Path) -> None:
    source = Source(
        id="x", title="Démarche 12", text="Allez au guichet.", summary="Passeport périmé."
    )
    found = index_of(tmp_path / "i", source, BINS).search("mon passeport est périmé")
    assert found.hits[0].source.id == "x"
    assert found.hits[0].passage.text == "Allez au guichet."
