"""French spaces, dates and counted nouns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi_web.look import typography as t


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Que voulez-vous faire ?", "Que voulez-vous faire\u202f?"),
        ("Attention : lisez ; puis signez !", "Attention\u00a0: lisez\u202f; puis signez\u202f!"),
        ("Le mot « oui » suffit", "Le mot «\u00a0oui\u00a0» suffit"),
        ("à 9 h 12", "à 9\u00a0h\u00a012"),
        ("42 % du public", "42\u00a0% du public"),
        ("arrêté n° 2026-041", "arrêté n°\u00a02026-041"),
        ("12 345 habitants", "12\u202f345 habitants"),
        ("https://mairie.fr/a?b=1", "https://mairie.fr/a?b=1"),
        ("rien à changer", "rien à changer"),
    ],
)
def test_spaces(given: str, expected: str) -> None:
    assert t.typo(given) == expected


@given(st.text(alphabet="ab 9:;!?«»%\u00a0\u202fh°n", max_size=40))
def test_typo_is_idempotent_and_changes_only_spaces(text: str) -> None:
    once = t.typo(text)
    assert t.typo(once) == once
    bare = str.maketrans("", "", " \u00a0\u202f")
    assert once.translate(bare) == text.translate(bare)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0\u00a0point"),
        (1, "1\u00a0point"),
        (2, "2\u00a0points"),
        (12345, "12\u202f345\u00a0points"),
    ],
)
def test_counted(number: int, expected: str) -> None:
    assert t.counted(number, "point", "points") == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (datetime(2026, 11, 22, 9, 12, tzinfo=UTC), "aujourd’hui, 9\u00a0h\u00a012"),
        (datetime(2026, 11, 21, 14, 0, tzinfo=UTC), "hier, 14\u00a0h"),
        (datetime(2026, 3, 1, 8, 5, tzinfo=UTC), "le 1er\u00a0mars 2026, 8\u00a0h\u00a005"),
    ],
)
def test_moment(when: datetime, expected: str) -> None:
    assert t.moment(when, datetime(2026, 11, 22, 18, 0, tzinfo=UTC)) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0.2, "moins d’une seconde"),
        (12.4, "12\u00a0secondes"),
        (200, "3\u00a0minutes"),
        (3900, "1\u00a0h\u00a005"),
    ],
)
def test_lasting(seconds: float, expected: str) -> None:
    assert t.lasting(seconds) == expected


@pytest.mark.parametrize(
    ("octets", "expected"),
    [(12, "12\u00a0octets"), (3000, "3\u00a0Ko"), (1_230_000, "1,2\u00a0Mo")],
)
def test_size(octets: int, expected: str) -> None:
    assert t.size(octets) == expected
