"""What a person reads of a finding: enough words to understand it at a glance."""

from __future__ import annotations

from beffroi.fidelity import compare
from beffroi.fidelity.wording import in_context
from beffroi.findings import Span


def test_a_short_passage_is_shown_in_its_clause() -> None:
    source = "Le dossier est complet. Le demandeur doit joindre un plan de masse. Merci."
    found = compare(source, "Le dossier est complet. Vous pouvez joindre un plan de masse. Merci.")
    assert "« Le demandeur doit joindre un plan de masse »" in found[0].message.replace(
        "\u00a0", " "
    )
    assert found[0].source is not None
    assert found[0].source_text == found[0].source.of(source)


def test_a_long_clause_is_cut_between_words() -> None:
    text = "mot " * 40 + "doit " + "mot " * 40
    start = text.index("doit")
    shown = in_context(text, Span(start=start, end=start + 4))
    assert shown.startswith("…mot")
    assert shown.endswith("mot…")
    assert len(shown) < 110


def test_a_long_passage_is_shown_alone_and_nothing_is_nothing() -> None:
    text = "Une exception a disparu de ce texte."
    assert in_context(text, Span(start=0, end=30)) == text[:30]
    assert in_context(text, None) == ""
