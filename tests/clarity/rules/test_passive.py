from __future__ import annotations

import pytest

from beffroi.clarity.rules.passive import RULE
from clarity.rules.find import found, suggested

CASES: list[tuple[str, list[str]]] = [
    ("La demande est ensuite étudiée par tirage au sort.", ["est ensuite étudiée"]),
    (
        "L’autorisation est ensuite accordée par la commission.",
        ["L’autorisation est ensuite accordée par la commission."],
    ),
    ("Il est venu hier.", []),
    ("Les agents ont été convoqués.", ["été convoqués"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_passages(text: str, expected: list[str]) -> None:
    assert found(RULE, text) == expected


def test_the_active_voice_is_suggested_when_the_agent_is_known() -> None:
    text = "L’autorisation est ensuite accordée par la commission."
    assert suggested(RULE, text) == ["La commission accorde ensuite l’autorisation."]
