"""The words of the public page, in the languages of its visitors. Answers stay in French: they
quote French documents, and the page says so."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from beffroi_web.look.typography import typo

FOLDER = Path(__file__).with_name("langues")
#: Code → file, in the order of the menu.
CODES = ("fr", "en", "es", "pt", "tr", "uk", "ar")
DEFAULT = "fr"

Words = Mapping[str, str]


@cache
def words(code: str) -> Words:
    """Every sentence of the page in the language ``code``."""
    read = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    return {name: typo(text) for name, text in read.items()} if code == DEFAULT else read


def choose(asked: str, accepted: str) -> str:
    """The language asked for, else the first of the header ``Accept-Language`` that the page
    speaks, else French."""
    if asked in CODES:
        return asked
    for part in accepted.split(",")[:20]:
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in CODES:
            return code
    return DEFAULT
