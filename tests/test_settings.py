"""Settings are declared once, read from the environment, and refused in French when wrong."""

from __future__ import annotations

import re
from dataclasses import Field, fields
from pathlib import Path
from typing import get_args

import pytest

from beffroi.errors import SettingsError
from beffroi.llm.types import Place
from beffroi.settings import PLACES, PREFIX, Settings, load


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


PAGE = Path("docs/administrateur/reglages.md").read_text(encoding="utf-8")


def shown(value: object) -> str:
    """A default as the page writes it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return f"`{value}`" if str(value) else "vide"


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_the_page_says_what_the_program_says(setting: Field[object]) -> None:
    row = f"| `{PREFIX}{setting.name.upper()}` | {shown(setting.default)} | "
    assert PAGE.count(row + setting.metadata["help"]) == 1
    line = next(line for line in PAGE.splitlines() if line.startswith(row))
    assert ("Secret" in line) == setting.metadata["secret"]


def test_the_page_names_no_setting_that_does_not_exist() -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", PAGE))
    assert named == {PREFIX + setting.name.upper() for setting in fields(Settings)}
