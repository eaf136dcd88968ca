"""Energy: measured, estimated with its method, or unknown; never 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.llm.energy import local_meter, remote_meter, unknown_meter
from beffroi.llm.types import UNKNOWN_ENERGY


def test_unknown_is_unknown() -> None:
    assert unknown_meter()(100, 3.0) == UNKNOWN_ENERGY
    assert UNKNOWN_ENERGY.watt_hours is None


def test_without_rapl_it_is_watts_times_seconds(tmp_path: Path) -> None:
    reading = local_meter(threads=2, gigabytes=1.0, rapl=tmp_path)()
    energy = reading(10, 3600.0)
    assert energy.method == "estimée"
    assert energy.watt_hours == pytest.approx(24.3725)


def test_no_time_is_unknown_not_zero(tmp_path: Path) -> None:
    assert local_meter(threads=2, gigabytes=1.0, rapl=tmp_path)()(0, 0.0) == UNKNOWN_ENERGY


def test_with_rapl_it_is_measured(tmp_path: Path) -> None:
    counter = tmp_path / "energy_uj"
    counter.write_text("1000000\n")
    reading = local_meter(threads=2, gigabytes=1.0, rapl=tmp_path)()
    counter.write_text(f"{3600 * 1_000_000 + 1_000_000}\n")
    energy = reading(10, 1e9)  # more computing than time went by: the whole is counted
    assert energy.method == "mesurée"
    assert energy.watt_hours == pytest.approx(1.0)


def test_a_rapl_counter_that_went_round_is_not_believed(tmp_path: Path) -> None:
    counter = tmp_path / "energy_uj"
    counter.write_text("9000000")
    reading = local_meter(threads=2, gigabytes=1.0, rapl=tmp_path)()
    counter.write_text("5")
    assert reading(10, 1.0).method == "estimée"


def test_a_known_remote_model_is_estimated_with_the_french_mix() -> None:
    meter = remote_meter(url="https://api.mistral.ai/v1", model="mistral-small-latest")
    energy = meter()(300, 3.0)
    assert energy.method == "estimée"
    assert energy.watt_hours is not None and 0.001 < energy.watt_hours < 100


@pytest.mark.parametrize(
    ("url", "model", "tokens"),
    [
        ("https://api.mistral.ai/v1", "modele-inconnu", 300),
        ("https://albert.exemple.fr/v1", "modele-maison", 300),
        ("https://api.mistral.ai/v1", "mistral-small-latest", None),
        ("https://api.mistral.ai/v1", "mistral-small-latest", 0),
    ],
)
def test_what_is_not_known_stays_unknown(url: str, model: str, tokens: int | None) -> None:
    assert remote_meter(url=url, model=model)()(tokens, 3.0) == UNKNOWN_ENERGY
