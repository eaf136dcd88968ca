"""Words of one family, and what someone who writes as they speak means."""

from __future__ import annotations

import pytest

from beffroi.knowledge.family import families, root
from beffroi.knowledge.lexicon import lexicon_of
from beffroi.knowledge.understand import Reader


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("debroussailler", "debroussaillage"),
        ("stationner", "stationne"),
        ("controle", "controler"),
        ("renouveler", "renouvellement"),
        ("adopter", "adoption"),
    ],
)
def test_a_verb_and_its_noun_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other) != ""


@pytest.mark.parametrize("word", ["loyer", "port", "age", "vote"])
def test_a_short_root_brings_no_one_together(word: str) -> None:
    assert root(word) == ""


def test_families_hold_the_words_of_the_documents_only() -> None:
    assert set(families(["controleur", "2024"])) == {"control"}


def _reader(*forms: str) -> Reader:
    return Reader(forms=dict.fromkeys(forms, 3), documents=10, lexicon=lexicon_of([]))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("mes voizin fon du brui la nui", {"voisins", "bruit", "nuit"}),
        ("kan fo til refère son pasport", {"passeport"}),
        ("perte de la carte didantité", {"identite"}),
        ("cb pr les ancombran", {"encombrants"}),
    ],
)
def test_who_writes_as_they_speak_is_read_as_they_mean(question: str, read: set[str]) -> None:
    reader = _reader("voisins", "bruit", "nuit", "passeport", "identite", "carte", "encombrants")
    assert read <= set(reader.read(question).understood.words)


def test_a_careful_writer_is_not_corrected_towards_the_documents() -> None:
    words = _reader("encombrants", "nuits").read("Ce tapage me nuit").understood.words
    assert "nuit" in words
