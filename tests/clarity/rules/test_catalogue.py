"""What holds for all the rules together."""

from __future__ import annotations

from pathlib import Path

import pytest

from beffroi.clarity.rules import RULES, check, clarity_findings, rules_for
from beffroi.clarity.rules import rule as rule_module
from beffroi.errors import UnknownName
from beffroi.findings import CheckContext

TEXT = (
    "Nonobstant l’avis du CCAS, il appartient au demandeur de procéder à la vérification du "
    "dossier avant le 03/04/2026, 35 % des cas n’étant pas complets ; cf. art. 3."
)


def test_one_file_and_one_table_test_for_each_rule() -> None:
    folder = Path(rule_module.__file__).parent
    names = {p.stem for p in folder.glob("*.py")} - {"__init__", "rule", "catalogue", "check"}
    tests = {p.stem.removeprefix("test_") for p in Path(__file__).parent.glob("test_*.py")}
    assert names <= tests
    assert len(names) == len(RULES) >= 30
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_findings_are_exact_and_never_blocking() -> None:
    found = clarity_findings(TEXT, audience="falc")
    assert {f.type for f in found} >= {"clarte.mot_administratif", "clarte.pourcentage"}
    assert all(f.draft is not None and f.draft.of(TEXT) == f.draft_text for f in found)
    assert all(f.severity != "bloquant" for f in found)


def test_the_check_is_the_plain_language_profile() -> None:
    assert check("", TEXT, CheckContext()) == clarity_findings(TEXT)


def test_rules_that_push_to_distort_say_so() -> None:
    cautioned = {"negation", "pourcentage", "grand_nombre", "conditionnel", "a_peu_pres"}
    said = {rule.name for rule in rules_for("falc") if "fidélité" in rule.caution}
    assert cautioned <= said


def test_another_audience_is_refused() -> None:
    with pytest.raises(UnknownName):
        clarity_findings("Bonjour.", audience="enfants")  # type: ignore[arg-type]
