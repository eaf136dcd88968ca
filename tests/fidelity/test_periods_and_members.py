"""Periods that run or come back each day, and the members of a list that must all survive."""

from __future__ import annotations

import pytest

from beffroi.fidelity import compare, verdict

WHOLE = "Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h, la circulation est interdite rue du Four."  # noqa: E501
DAILY = "La circulation est interdite rue du Four du 7 au 10 avril 2026, de 7 h 30 à 17 h."
NEITHER = "Les dispositions de l’article 1er ne s’appliquent ni aux véhicules des riverains ni aux véhicules de secours."  # noqa: E501

BLOCKED = [
    ("periode.quotidienne", WHOLE, DAILY),
    ("periode.continue", DAILY, WHOLE),
    ("periode.quotidienne", WHOLE, "Ne circulez pas rue du Four entre 7 h 30 et 17 h, du 7 au 10 avril 2026."),  # noqa: E501
    ("enumeration.omission", NEITHER, "Les véhicules de secours peuvent passer."),
    ("enumeration.omission", "Le parc est fermé, sauf pour les gardiens, les élus et les pompiers.", "Le parc est fermé, sauf pour les gardiens et les pompiers."),  # noqa: E501
    ("enumeration.omission", "L’aide est ouverte à tous, à l’exception des étudiants et des retraités.", "Tout le monde a droit à l’aide, sauf les étudiants."),  # noqa: E501
    ("enumeration.omission", "Cette aide est réservée aux étudiants, aux apprentis et aux demandeurs d’emploi.", "Cette aide est réservée aux étudiants et aux demandeurs d’emploi."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "draft"), BLOCKED)
def test_it_blocks(kind: str, source: str, draft: str) -> None:
    findings = compare(source, draft)
    assert kind in {f.type for f in findings if f.severity == "bloquant"}


FAITHFUL = [
    ("Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h", "du 7 avril à 7h30 au 10 avril 2026 à 17h"),  # noqa: E501
    (WHOLE, "La circulation est interdite rue du Four du 7 avril à 7h30 au 10 avril 2026 à 17h."),
    (DAILY, "Vous ne pouvez pas circuler rue du Four entre 7 h 30 et 17 h, du 7 au 10 avril 2026."),
    (NEITHER, "Les riverains et les véhicules de secours peuvent passer."),
    ("Le parc est fermé, sauf pour les gardiens et les pompiers.", "Le parc est fermé. Seuls les pompiers et les gardiens peuvent entrer."),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("source", "draft"), FAITHFUL)
def test_it_passes(source: str, draft: str) -> None:
    assert verdict(compare(source, draft)) == "fidele"


def test_hours_that_leave_their_dates_are_still_an_exchange() -> None:
    source = "Le marché ouvre le 7 avril 2026 à 8 h. La fête commence le 10 avril 2026 à 20 h."
    draft = "Le marché ouvre le 7 avril 2026 à 20 h. La fête commence le 10 avril 2026 à 8 h."
    assert verdict(compare(source, draft)) == "infidele"


def test_a_lost_member_is_quoted_alone() -> None:
    findings = compare(NEITHER, "Les véhicules de secours peuvent passer.")
    lost = [f.source_text for f in findings if f.type == "enumeration.omission"]
    assert lost == ["aux véhicules des riverains"]
