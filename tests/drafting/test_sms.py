"""SMS are counted as operators count them."""

from __future__ import annotations

import pytest

from beffroi.drafting.sms import count_sms, to_gsm7


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "parts"),
    [
        ("", "gsm7", 0, 1),
        ("a" * 160, "gsm7", 160, 1),
        ("a" * 161, "gsm7", 161, 2),
        ("a" * 306, "gsm7", 306, 2),
        ("a" * 307, "gsm7", 307, 3),
        ("€" * 80, "gsm7", 160, 1),
        ("é" * 160, "gsm7", 160, 1),
        ("ê" * 70, "ucs2", 70, 1),
        ("ê" * 71, "ucs2", 71, 2),
        ("ê" * 134, "ucs2", 134, 2),
        ("ê" * 135, "ucs2", 135, 3),
        ("🔔" * 35, "ucs2", 70, 1),
        ("🔔" * 36, "ucs2", 72, 2),
        # the euro sign cannot be split: 152 + 2 does not fit in the first part
        ("a" * 152 + "€" + "a" * 152, "gsm7", 306, 3),
    ],
)
def test_counts(text: str, alphabet: str, units: int, parts: int) -> None:
    count = count_sms(text)
    assert (count.alphabet, count.units, count.parts) == (alphabet, units, parts)


def test_characters_outside_are_named() -> None:
    assert count_sms("fête œuvre fête").outside == ("ê", "œ")


def test_the_nearest_character_keeps_the_accents_of_gsm7() -> None:
    assert to_gsm7("L’été à l’hôtel : fête… n° 3") == "L'été à l'hotel : fete... no 3"
