"""Running the essais of a modèle: without a model, then with the model of the authority."""

from __future__ import annotations

from typing import Any

from beffroi.drafting import Modele
from beffroi.drafting.modele import Trial
from beffroi.drafting.trials import try_one
from beffroi.errors import UnknownName
from beffroi.llm.types import ChatModel
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.jobs.port import Context, handler
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.modeles import actions
from beffroi_web.modeles.available import available


@handler(actions.TRYING, title="Essayer un modèle")
def essayer(context: Context) -> dict[str, Any]:
    """One step an essai and a way of answering. Gives the results, as the page shows them."""
    owner, collectivite = context.job.owner, context.job.collectivite
    modele = available(owner, collectivite).get(context.args["modele"])
    if modele is None:
        raise UnknownName
    model = model_for(collectivite, owner=str(owner.pk))
    ways = [None, model] if model is not None else [None]
    context.steps(len(ways) * len(modele.trials))
    results = [_tried(context, modele, trial, way) for trial in modele.trials for way in ways]
    return {"version": modele.version, "essais": results}


def _tried(
    context: Context, modele: Modele, trial: Trial, model: ChatModel | None
) -> dict[str, Any]:
    with_model = model is not None

    def work() -> dict[str, Any]:
        house = context.job.collectivite
        found = try_one(modele, trial, model=model, policy=policy_of(house), lists=lists_of(house))
        return {
            "titre": trial.title,
            "avec_modele": with_model,
            "manques": list(found.failures),
            "laisse": found.skipped,
            "texte": found.text,
        }

    key = f"{trial.name}-{'avec' if with_model else 'sans'}"
    return context.step(key, f"Essai « {trial.title} »", work)
