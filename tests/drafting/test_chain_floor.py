"""Without a model the chain gives the floor: whole, checked, with its provenance."""

from __future__ import annotations

import pytest

from beffroi.drafting import Done, Draft, Piece, Progress, Request, run, shipped_modeles
from beffroi.errors import EmptyText, UnknownName
from drafting.acts import TRAFFIC

MODELES = shipped_modeles()


def drafted(request: Request) -> Draft:
    events = list(run(request, model=None, modeles=MODELES))
    assert isinstance(events[0], Progress)
    assert isinstance(events[-1], Done)
    shown = "".join(event.text for event in events if isinstance(event, Piece))
    assert shown == events[-1].draft.text
    return events[-1].draft


def test_plain_language_gives_the_sheet() -> None:
    draft = drafted(Request(modele="langage-clair", values={"texte": TRAFFIC}))
    assert draft.floor
    assert draft.strategies == {"plancher": 1}
    assert "Quoi" in draft.text
    assert draft.provenance.model == ""
    assert draft.provenance.modele_version == MODELES["langage-clair"].version
    assert len(draft.provenance.source_sha256) == 64


@pytest.mark.parametrize("text", ["", "  \n\t ", "\x00\x00"])
def test_an_empty_text_is_refused_before_any_work(text: str) -> None:
    with pytest.raises(EmptyText):
        next(
            run(
                Request(modele="langage-clair", values={"texte": text}), model=None, modeles=MODELES
            )
        )


@pytest.mark.parametrize(
    "request_",
    [
        Request(modele="rien", values={"texte": "a"}),
        Request(modele="langage-clair", values={"texte": "a", "couleur": "bleu"}),
        Request(modele="langage-clair", values={"texte": "a"}, options={"ton": "drôle"}),
    ],
)
def test_unknown_names_are_said(request_: Request) -> None:
    with pytest.raises(UnknownName) as caught:
        next(run(request_, model=None, modeles=MODELES))
    assert caught.value.sentence


def test_marks_that_reorder_the_text_and_null_bytes_are_dropped() -> None:
    draft = drafted(
        Request(modele="langage-clair", values={"texte": "Le parc\x00 est\u202e fermé."})
    )
    assert draft.source == "Le parc est fermé."


def test_a_signature_laid_out_on_one_line_is_nobody_acting() -> None:
    draft = drafted(Request(modele="langage-clair", values={"texte": TRAFFIC}))
    assert "Jeanne MARTIN" in draft.text
    assert not [f for f in draft.findings if f.severity != "information"]
