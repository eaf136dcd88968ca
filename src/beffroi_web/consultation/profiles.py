"""The page of profiles: themes and positions by age, district… Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from beffroi.consultation import charts
from beffroi.consultation.crossings import (
    HIDDEN_SAID,
    Crossing,
    Line,
    by_position,
    by_theme,
    columns_of,
    gap_said,
)
from beffroi.consultation.report import POSITION_NAMES
from beffroi_web.consultation import shelf
from beffroi_web.consultation.models import Consultation


def profiles(row: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """The crossing of the column asked for (the first otherwise), and of a theme's positions."""
    result, answers = shelf.opened(row)
    columns = columns_of(answers)
    column = asked.get("colonne", "")
    column = column if column in columns else next(iter(columns), "")
    tops = [theme for theme in result.themes if theme.parent is None]
    theme = next((t for t in tops if t.id == asked.get("theme", "")), None)
    positions = by_position(
        result, answers, column, names=POSITION_NAMES, theme=theme.id if theme else ""
    )
    return {
        **shelf.heading(row, result, answers, "profils"),
        "columns": columns,
        "column": column,
        "theme": theme,
        "tops": tops,
        "crossed": laid_out(by_theme(result, answers, column)),
        "positions": laid_out(positions),
        "hidden_said": HIDDEN_SAID,
    }


def laid_out(crossing: Crossing) -> dict[str, Any]:
    """A crossing ready to be drawn and set in a table."""
    end = charts.scale(crossing)
    return {
        "crossing": crossing,
        "gap": gap_said(crossing),
        "axis": charts.axis(end),
        "keys": [
            (charts.key(place), value)
            for place, value in enumerate(crossing.values[: charts.SERIES])
        ],
        "left_out": len(crossing.values[charts.SERIES :]),
        "lines": [
            {
                "line": line,
                "strip": charts.strip(crossing, line, end=end),
                "cells": _cells(crossing, line),
            }
            for line in crossing.lines
        ],
        "people": list(zip(crossing.values, crossing.people, strict=True)),
    }


def _cells(crossing: Crossing, line: Line) -> list[dict[str, Any]]:
    return [
        {"value": value, "count": line.cells[place], "percent": crossing.percent(line, place)}
        for place, value in enumerate(crossing.values)
    ]
