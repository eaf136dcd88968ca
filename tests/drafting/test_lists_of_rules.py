"""A list that the rules make stays a list in the draft, and ends before the next sentence."""

from __future__ import annotations

from beffroi.drafting import Done, Request, run, shipped_modeles
from beffroi.llm.scripted import ScriptedModel

CASE = (
    "Si vous ne remboursez pas la somme qui vous a été prêtée et les intérêts dans le délai fixé, "
    "la commune peut vendre le bien que vous lui avez confié en garantie. "
    "La vente est annoncée un mois avant par une affiche qui reste posée à la porte de la mairie."
)


def _draft(text: str) -> str:
    model = ScriptedModel("Il fait beau.")
    request = Request(modele="langage-clair", values={"texte": text})
    events = run(request, model=model, modeles=shipped_modeles())
    draft = next(event.draft.text for event in events if isinstance(event, Done))
    return draft.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_case_then_its_rule_then_a_new_paragraph() -> None:
    draft = _draft(CASE)
    assert "dans le délai fixé :\n- la commune peut vendre le bien" in draft
    assert "en garantie.\n\nLa vente est annoncée" in draft


def test_an_item_of_the_text_holds_no_other_list() -> None:
    draft = _draft("Deux cas se présentent :\n- la vente\n- " + CASE)
    item = next(line for line in draft.splitlines() if "dans le délai fixé" in line)
    assert "la commune peut vendre" in item and " - " not in item[2:]
