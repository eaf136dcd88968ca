"""A row of an authority cannot be asked for without saying of which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.collectivites.scoped import UnscopedQuery

UNSCOPED: list[Callable[[], Any]] = [
    lambda: list(Direction.objects.all()),
    lambda: Direction.objects.get(pk=1),
    lambda: Direction.objects.filter(name="Voirie").first(),
    lambda: Direction.objects.count(),
    lambda: Direction.objects.exists(),
    lambda: Direction.objects.filter(pk=1).update(name="x"),
    lambda: Direction.objects.filter(pk=1).delete(),
    lambda: list(Direction.objects.values_list("name", flat=True)),
    lambda: list(Direction.objects.iterator()),
    lambda: Direction.objects.in_bulk([1]),
    lambda: Direction.objects.last(),
]


@pytest.mark.parametrize("ask", UNSCOPED)
def test_a_query_without_authority_is_refused(ask: Callable[[], Any], db: None) -> None:
    with pytest.raises(UnscopedQuery):
        ask()


def test_a_scoped_query_sees_one_authority(
    collectivite: Collectivite, neighbour: Collectivite
) -> None:
    mine = Direction.objects.create(collectivite=collectivite, name="Voirie")
    Direction.objects.create(collectivite=neighbour, name="Voirie")
    assert list(Direction.objects.for_(collectivite)) == [mine]
    assert Direction.objects.for_(collectivite).filter(name="Voirie").count() == 1
    assert Direction.objects.across("test").count() == 2


def test_no_authority_is_not_all_authorities(db: None) -> None:
    with pytest.raises(UnscopedQuery):
        Direction.objects.for_(Collectivite())
