"""The lists of the authority hold when a text leaves the machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from beffroi.llm.scripted import ScriptedModel
from beffroi_web.clarifier import jobs
from beffroi_web.confidentialite.models import Listed

from .conftest import Desk

SOURCE = (
    "Il appartient aux usagers de procéder à l’envoi de leur dossier à l’attention de "
    "M. Bernard Roussel, à l’adresse accueil@mairie.example, ou de Mme Sophie Lambert, "
    "au sujet de l’opération Colibri, avant le 15 juin 2026 à 12 h."
)


@pytest.mark.parametrize("modele", ["langage-clair", "sms-alerte"])
def test_the_lists_of_the_authority_reach_the_model(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, modele: str
) -> None:
    model = ScriptedModel("Envoyez votre dossier.")
    model = ScriptedModel("Envoyez votre dossier.", info=replace(model.info, place="france_ue"))
    monkeypatch.setattr(jobs, "model_for", lambda collectivite, owner="": model)
    for kind, text in (
        ("officials", "Bernard Roussel"),
        ("public_contacts", "accueil@mairie.example"),
        ("always", "Colibri"),
    ):
        Listed.objects.for_(desk.collectivite).create(
            collectivite=desk.collectivite, kind=kind, text=text, folded=text.lower()
        )
    desk.written(SOURCE, modele)
    said = "\n".join(message.content for call in model.calls for message in call.messages)
    assert "Bernard Roussel" in said and "accueil@mairie.example" in said
    assert "Lambert" not in said and "Colibri" not in said
