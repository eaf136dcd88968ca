"""Findings weighed by what surrounds them: none is lost, none is invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from beffroi.fidelity.check import compare, found
from beffroi.fidelity.evidence import evidence
from beffroi.fidelity.weigh import likelihood, weigh
from beffroi.findings import SEVERITY_ORDER

SOURCE = (
    "La salle est ouverte du lundi au vendredi de 9 h à 17 h. Les mineurs doivent être "
    "accompagnés, sauf autorisation écrite. La demande est déposée dix jours avant la date. "
    "Un chèque de 300 € est remis au gardien."
)
DRAFT = (
    "Vous voulez la salle ? Elle ouvre en semaine, de 9 h à 18 h. Les enfants viennent avec un "
    "adulte. Demandez-la dix jours avant. Remettez un chèque de 200 € au gardien."
)


def test_weighing_keeps_each_finding_and_its_words() -> None:
    findings, sides = found(SOURCE, DRAFT)
    weighed = weigh(findings, sides, kind="plain")
    assert findings
    assert [(f.type, f.source, f.draft, f.message) for f in weighed] == [
        (f.type, f.source, f.draft, f.message) for f in findings
    ]


def test_a_severity_moves_by_one_degree_at_most() -> None:
    findings, sides = found(SOURCE, DRAFT)
    for before, after in zip(findings, weigh(findings, sides, kind="plain"), strict=True):
        moved = abs(SEVERITY_ORDER[before.severity] - SEVERITY_ORDER[after.severity])
        assert moved <= 1


def test_a_changed_amount_and_a_changed_hour_still_block() -> None:
    blocking = {f.draft_text for f in compare(SOURCE, DRAFT) if f.severity == "bloquant"}
    assert any("200" in text for text in blocking)
    assert any("18" in text for text in blocking)


def test_in_two_single_sentences_the_rules_have_the_last_word() -> None:
    source = "Le maire peut accorder une dérogation."
    draft = "Le maire accorde une dérogation si la famille possède un cheval blanc."
    findings, sides = found(source, draft)
    assert weigh(findings, sides, kind="plain") == findings


def test_the_numbers_are_between_0_and_1() -> None:
    findings, sides = found(SOURCE, DRAFT)
    for numbers in evidence(findings, sides, kind="plain"):
        assert numbers
        assert all(0.0 <= value <= 1.0 for value in numbers.values())


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=12), st.floats(0, 1), max_size=6))
def test_a_likelihood_is_a_share_whatever_the_numbers(numbers: dict[str, float]) -> None:
    assert 0.0 < likelihood(numbers) < 1.0


def test_the_number_of_an_act_written_alike_has_not_changed() -> None:
    source = "Délibération n° 2014 / 131 du conseil municipal."
    draft = "Délibération – 2014 / 131 du conseil municipal."
    assert not [f for f in compare(source, draft) if f.type == "acte.changement"]
