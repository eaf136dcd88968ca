"""A draft for a program: the chain, with what its key may use. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.db.models import Q

from beffroi.drafting import Done, Draft, Modele, Request, run
from beffroi_web.clarifier.convert import written_to_json
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.modeles.available import latest, shipped
from beffroi_web.modeles.models import OwnModele, Sharing
from beffroi_web.openings import actions
from beffroi_web.openings.models import Key


def modeles_of(key: Key) -> dict[str, Modele]:
    """Name → modèle: the shipped ones, those of the house, those of the direction of the key."""
    shared = Q(sharing=Sharing.MAISON)
    if key.direction_id is not None:
        shared |= Q(sharing=Sharing.DIRECTION, direction_id=key.direction_id)
    rows = OwnModele.objects.for_(key.collectivite).filter(shared).prefetch_related("editions")
    return {**shipped(), **{row.name: latest(row) for row in rows}}


def modele_row(modele: Modele) -> dict[str, Any]:
    return {
        "name": modele.name,
        "title": modele.title,
        "purpose": modele.purpose,
        "version": modele.version,
        "fields": [
            {
                "name": f.name,
                "label": f.title,
                "kind": f.kind,
                "required": f.required,
                "default": f.default,
                "choices": [{"value": c.value, "label": c.title} for c in f.choices],
            }
            for f in modele.fields
        ],
    }


def write(key: Key, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the chain wrote, as JSON. Raises :class:`beffroi.errors.InputError`."""
    house = key.collectivite
    request = Request(
        modele=asked["modele"],
        values=asked["values"],
        data_class=cast(Any, key.data_class),
        source_name=asked.get("source_name", ""),
        collectivite=house.name,
        author=key.name,
        sheet=house.sheet,
    )
    model = None if asked["sans_modele"] else model_for(house, owner=key.reference)
    events = run(
        request,
        model=model,
        modeles=modeles_of(key),
        policy=policy_of(house),
        lists=lists_of(house),
    )
    draft = next(event.draft for event in events if isinstance(event, Done))
    _note(key, draft)
    return written_to_json(draft)


def _note(key: Key, draft: Draft) -> None:
    made = draft.provenance
    if made.failure:
        details = {"code": made.failure, "modele": made.attempted}
        actions.note(key, "modele.echec", details)
    elif made.model:
        details = {"modele": made.model, "lieu": made.model_place or ""}
        actions.note(key, "modele.appel", details)
