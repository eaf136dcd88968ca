"""Two documents that give two figures for one thing are both shown, and the answer says so."""

from __future__ import annotations

from datetime import date

from assistants.sources import last
from beffroi.assistants import answer
from beffroi.assistants.scripted import ScriptedIndex
from beffroi.knowledge import Source


def _tariff(id_: str, title: str, price: str) -> Source:
    return Source(
        id=id_,
        title=title,
        text=f"Le repas de la cantine scolaire coûte {price} par enfant et par jour.",
    )


def test_a_disagreement_is_said_with_both_passages() -> None:
    old = _tariff("2024", "Tarifs de la cantine 2024", "3 euros")
    new = _tariff("2025", "Tarifs de la cantine 2025", "4 euros")
    whole = last(answer("Combien coûte le repas de la cantine ?", index=ScriptedIndex([old, new])))
    assert whole.status == "repondu"
    said = whole.sentences[-1]
    assert "À vérifier" in said.text and "3 euros" in said.text and "4 euros" in said.text
    assert {whole.citations[rank].document_id for rank in said.cites} == {"2024", "2025"}
    assert all(
        c.span.of({"2024": old, "2025": new}[c.document_id].text) == c.text for c in whole.citations
    )
    assert whole.text.endswith(said.text)
    assert [f.type for f in whole.findings] == ["source.contradiction"]


def test_documents_that_agree_say_nothing() -> None:
    twice = [
        _tariff("a", "Tarifs de la cantine 2024", "3 euros"),
        _tariff("b", "Tarifs de la cantine 2025", "3 euros"),
    ]
    whole = last(answer("Combien coûte le repas de la cantine ?", index=ScriptedIndex(twice)))
    assert not whole.findings


def test_a_deadline_that_is_past_is_said_and_one_to_come_is_not() -> None:
    source = Source(
        id="inscriptions",
        title="Inscriptions à la cantine",
        text="Les inscriptions à la cantine sont ouvertes jusqu’au 15 août 2025, au guichet.",
    )
    asked = "Jusqu’à quand s’inscrire à la cantine ?"
    told = {}
    for year in (2025, 2026):
        events = answer(asked, index=ScriptedIndex([source]), today=date(year, 1, 10))
        told[year] = [(f.type, f.source_text) for f in last(events).findings]
    assert told == {2025: [], 2026: [("source.echue", "jusqu’au 15 août 2025")]}


def test_two_subjects_that_are_opposed_do_not_disagree() -> None:
    both = [
        _tariff("a", "Tarifs de la cantine : maternelle", "3 euros"),
        _tariff("b", "Tarifs de la cantine : élémentaire", "4 euros"),
    ]
    whole = last(answer("Combien coûte le repas de la cantine ?", index=ScriptedIndex(both)))
    assert not whole.findings
