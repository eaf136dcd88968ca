from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.errors import InputError
from beffroi.privacy import Lists, detect, mask
from beffroi.privacy.lists import read

LISTS = Lists(
    officials=("Jeanne Dupont",), public_contacts=("02 99 00 00 00",), always=("projet Alpha",)
)


def masked(text: str, lists: Lists = LISTS) -> str:
    return mask(text, lists=lists).text


def test_officials_and_public_contacts_stay_in_clear() -> None:
    for text in (
        "Mme Jeanne DUPONT, maire, 02 99 00 00 00",
        "J. Dupont préside. Mme Dupont conclut.",
    ):
        assert masked(text) == text


def test_a_citizen_with_the_surname_of_an_official_is_masked() -> None:
    assert masked("Mme Sophie Dupont attend.") == "Mme [FEMME_1] attend."
    assert "Dupont" not in masked("M. Paul Dupont se plaint. Mme Dupont aussi.")


def test_what_reviewers_added_is_masked_in_any_case() -> None:
    assert masked("Le PROJET ALPHA avance.") == "Le [DONNEE_1] avance."


def test_a_file_of_lists_is_read(tmp_path: Path) -> None:
    path = tmp_path / "listes.toml"
    path.write_text('elus = ["Jeanne Dupont"]\nlieux = ["Jean Moulin"]\n', encoding="utf-8")
    assert read(path) == Lists(officials=("Jeanne Dupont",), places=("Jean Moulin",))


@pytest.mark.parametrize("content", ["elus = [", "inconnu = []", "elus = 3"])
def test_a_malformed_file_is_refused_in_french(tmp_path: Path, content: str) -> None:
    path = tmp_path / "listes.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="Le fichier de listes"):
        read(path)


@pytest.mark.parametrize(
    "text",
    [
        "PRÉSENTS : PAUL VASSEUR HÉLÈNE CASTAING.",
        "présents : paul vasseur, hélène castaing et vasseur paul",
        "M. Vaseur et Mme Castaing ont voté, P. Vasseur aussi.",
        "Mme CASTAING répond à M. VASSEUR.",
    ],
)
def test_officials_stay_in_clear_however_they_are_written(text: str) -> None:
    lists = Lists(officials=("Paul Vasseur", "Mme Hélène Castaing"))
    assert [m.text for m in detect(text, lists=lists)] == []


def test_someone_beside_an_official_is_masked() -> None:
    lists = Lists(officials=("Paul Vasseur",))
    found = detect("PRÉSENTS : PAUL VASSEUR, JEANNE QUÉMÉNEUR", lists=lists)
    assert [m.text for m in found] == ["JEANNE QUÉMÉNEUR"]
