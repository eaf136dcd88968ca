"""The process that runs jobs has its grammar before the first text arrives."""

from __future__ import annotations

from beffroi.clarity.rewrite.split import parse
from beffroi_web.serving.work import warm


def test_the_grammar_is_there_once_warm() -> None:
    parse._pipeline.cache_clear()
    warm()
    assert parse._pipeline.cache_info().currsize == 1
