"""Settings are declared once, read from the environment, and refused in French when wrong."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from beffroi.errors import SettingsError
from beffroi.llm.types import Place
from beffroi.settings import PLACES, Settings, load


def test_defaults_need_no_environment() -> None:
    assert load({}) == Settings()


def test_each_kind_is_read() -> None:
    got = load({"BEFFROI_HOME": "/srv/b", "BEFFROI_HTTPS": "oui", "BEFFROI_MODEL_TIMEOUT": "3.5"})
    assert (got.home, got.https, got.model_timeout) == (Path("/srv/b"), True, 3.5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BEFFROI_HTTPS", "peut-être"),
        ("BEFFROI_MODEL_TIMEOUT", "vite"),
        ("BEFFROI_MODEL_TIMEOUT", "-1"),
        ("BEFFROI_MODEL_PLACE", "lune"),
    ],
)
def test_a_wrong_value_names_the_setting(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load({name: value})


def test_places_are_those_of_the_models() -> None:
    assert get_args(Place) == PLACES
