"""Where data may go, and when it goes masked."""

from __future__ import annotations

import pytest

from beffroi.drafting.policy import DEFAULT_POLICY, PLACES, Policy
from beffroi.drafting.types import DataClass
from beffroi.errors import PolicyRefused
from beffroi.llm.types import ModelInfo, Place


def info(place: Place) -> ModelInfo:
    return ModelInfo(name="m", title="M", place=place, context_tokens=4096)


@pytest.mark.parametrize("place", PLACES[1:])
def test_sensitive_data_never_leave_the_machine(place: Place) -> None:
    with pytest.raises(PolicyRefused):
        DEFAULT_POLICY.check("sensible", info(place))


@pytest.mark.parametrize("data_class", ["publique", "interne", "personnelle", "sensible"])
def test_everything_may_stay_on_the_machine(data_class: DataClass) -> None:
    DEFAULT_POLICY.check(data_class, info("machine"))
    assert not DEFAULT_POLICY.masks(data_class, info("machine"), modele_allows="machine")


@pytest.mark.parametrize(
    ("data_class", "place", "unmasked", "modele_allows", "masked"),
    [
        ("interne", "ailleurs", "machine", "machine", True),
        ("publique", "maison", "machine", "ailleurs", True),
        ("interne", "maison", "maison", "machine", True),
        ("interne", "maison", "maison", "maison", False),
        ("personnelle", "maison", "maison", "maison", True),
        ("interne", "france_ue", "maison", "france_ue", True),
    ],
)
def test_masking(
    data_class: DataClass, place: Place, unmasked: Place, modele_allows: Place, masked: bool
) -> None:
    policy = Policy(unmasked=unmasked)
    assert policy.masks(data_class, info(place), modele_allows=modele_allows) is masked
