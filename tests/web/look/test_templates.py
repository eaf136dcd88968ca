"""What every template must hold, whatever room it belongs to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from beffroi_web.look.loader import with_french_spaces

WEB = Path(settings.PACKAGE)
TEMPLATES = sorted(path for path in WEB.rglob("*.html"))
STYLE = (WEB / "static" / "beffroi.css").read_text("utf-8")


def shown(source: str) -> str:
    """The words of a template, without its tags, expressions and comments."""
    return re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>", "\u2060", source, flags=re.S
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_spaces_before_high_marks_do_not_break(path: Path) -> None:
    words = shown(with_french_spaces(path.read_text("utf-8")))
    assert not re.findall(r".{0,30}(?: [;:!?»]|« ).{0,10}", words)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Quoi ?</p>", "<p>Quoi\u202f?</p>"),
        ("<p>{{ n }} : {% if a > 5 %}oui !{% endif %}</p>", None),
        ('<a {% if n > 5 %}class="x"{% endif %} href="?a=1 ;b">« oui »</a>', None),
    ],
)
def test_expressions_and_tags_are_left_alone(source: str, expected: str | None) -> None:
    result = with_french_spaces(source)
    assert expected is None or result == expected
    kept = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|href=\"[^\"]*\"")
    assert kept.findall(result) == kept.findall(source)
    assert " ?" not in result.replace('"?', "") and "« " not in result


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_style_nor_script(path: Path) -> None:
    """The content security policy refuses both."""
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|<style", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_typewriter_apostrophe_is_never_shown(path: Path) -> None:
    assert not re.search(r"[a-zéèA-Z]'[a-zéèàA-Z]", shown(path.read_text("utf-8")))


def test_the_stylesheet_stays_small_and_calls_nobody() -> None:
    assert len(STYLE.encode()) < 32_000  # ten rooms; the State’s own weighs twenty times more
    assert "//" not in STYLE.replace("https://", "//").replace("/*", "").replace("*/", "")


def test_the_fonts_exist() -> None:
    for name in re.findall(r'url\("([^"]+)"\)', STYLE):
        assert (WEB / "static" / name).is_file()
