"""The chain: every modèle that ships, fields and documents full of personal data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beffroi.drafting import Done, Draft, Modele, Request, run, shipped_modeles
from beffroi.drafting.modele import Example
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.types import ChatModel, ModelInfo
from web.ways_out.capturing import CLEAR, Capturing

SHIPPED = shipped_modeles()


def remote(server: Capturing) -> ChatModel:
    info = ModelInfo(name="x", title="Extérieur", place="ailleurs", context_tokens=8_000)
    return OpenAICompatible(url=server.address, info=info)


def drafted(server: Capturing, modele: Modele) -> Draft:
    """Each free field holds the text, or a name in lower case, as a person types it in a form."""
    given = {
        field.name: CLEAR if field.kind in ("document", "texte_long") else "jeanne quéméneur"
        for field in modele.fields
        if field.kind not in ("choix", "nombre")
    }
    request = Request(
        modele=modele.name,
        values=given,
        collectivite="Commune de Valmont",
        sheet="Renseignements : Mme Quéméneur, 06 12 34 56 78",
    )
    events = run(request, model=remote(server), modeles={modele.name: modele})
    return next(event.draft for event in events if isinstance(event, Done))


@pytest.mark.parametrize("name", list(SHIPPED))
def test_no_modele_sends_anything_personal(server: Capturing, name: str) -> None:
    draft = drafted(server, SHIPPED[name])
    assert draft.provenance.masked
    assert "[FEMME_1" not in draft.text and "[PERSONNE_1" not in draft.text


def test_names_come_back(server: Capturing) -> None:
    draft = drafted(server, SHIPPED["langage-clair"])
    assert "Jeanne Quéméneur" in draft.text and "06 12 34 56 78" in draft.text.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("name", ["langage-clair", "reponse-courrier", "affiche"])
def test_the_instruction_and_examples_of_an_authority_are_masked(
    server: Capturing, name: str
) -> None:
    """An authority writes its own modèles, with real letters as examples."""
    own = replace(
        SHIPPED[name],
        instruction=f"{SHIPPED[name].instruction}\nTransmettez à M. Yves Quéméneur.",
        examples=(Example(name="vrai", given=CLEAR, good=CLEAR),),
    )
    drafted(server, own)
