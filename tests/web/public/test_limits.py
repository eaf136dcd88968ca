"""How often one visitor may ask, and who the visitor is."""

from __future__ import annotations

import pytest

from beffroi_web.public import limits
from beffroi_web.public.limits import Limit, address_of


def test_each_rule_holds_and_time_frees() -> None:
    now = [0.0]
    limit = Limit(((2, 10.0), (3, 100.0)), now=lambda: now[0])
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    now[0] = 11.0
    assert [limit.allows("a") for _ in range(2)] == [True, False]
    now[0] = 120.0
    assert limit.allows("a") and limit.allows("b")


def test_memory_is_bounded_and_holds_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_VISITORS", 3)
    limit = Limit(((1, 10.0),))
    for number in range(10):
        assert limit.allows(f"192.0.2.{number}")
    assert len(limit._times) == 3
    assert not any(b"192.0.2" in key for key in limit._times)


@pytest.mark.parametrize(
    ("near", "told", "expected"),
    [
        ("93.184.216.34", "", "93.184.216.34"),
        ("93.184.216.34", "198.51.100.1", "93.184.216.34"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "1.1.1.1, 198.51.100.9", "198.51.100.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("", "198.51.100.1", ""),
    ],
)
def test_a_header_counts_only_from_a_proxy_of_the_house(
    near: str, told: str, expected: str
) -> None:
    assert address_of({"REMOTE_ADDR": near, "HTTP_X_FORWARDED_FOR": told}) == expected
