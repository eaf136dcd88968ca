from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beffroi.french.number_words import parse_words, to_words
from beffroi.french.numbers import numbers, parse_digits


@given(st.integers(0, 10**12 - 1))
def test_words_round_trip(value: int) -> None:
    assert parse_words(to_words(value)) == value


@given(st.integers(0, 10**9), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_digits_round_trip(value: int, space: str) -> None:
    assert parse_digits(f"{value:,}".replace(",", space)) == value


@given(st.integers(2, 10**6 - 1))
def test_words_are_found_where_they_stand(value: int) -> None:
    text = f"Il y a {to_words(value)} places."
    (found,) = numbers(text)
    assert found.value == value
    assert found.span.of(text) == to_words(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("quatre-vingt-dix-neuf", 99),
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("soixante et onze", 71),
        ("septante-deux", 72),
        ("mille deux cents", 1200),
        ("deux millions trois cent mille", 2_300_000),
    ],
)
def test_words(text: str, value: int) -> None:
    assert parse_words(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 250,50 € et 625,25 €", ["2501/2", "2501/4"]),
        ("3 millions d’habitants", ["3000000"]),
        ("une trentaine de places", ["30"]),
        ("1.250 personnes", ["1250"]),
        ("articles 3, 4 et 5", ["3", "4", "5"]),
        ("rien du tout", []),
        ("Neuf élus sur dix", ["9", "10"]),
    ],
)
def test_numbers(text: str, values: list[str]) -> None:
    assert [n.value for n in numbers(text)] == [Fraction(v) for v in values]


def test_not_a_number() -> None:
    with pytest.raises(ValueError, match="bonjour"):
        parse_words("bonjour")
