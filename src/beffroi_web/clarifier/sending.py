"""Before a text leaves the machine for a model: the person sees what leaves, and decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from django.http import HttpRequest

from beffroi.drafting import Modele
from beffroi.errors import PolicyRefused
from beffroi.llm.choose import available
from beffroi.llm.types import ModelInfo
from beffroi.privacy import Lists
from beffroi_web.clarifier.forms import FillModele
from beffroi_web.clarifier.models import Draft, Source
from beffroi_web.confidentialite import actions as privacy
from beffroi_web.confidentialite.reviewing import Reviewed, keep_choices, review
from beffroi_web.llm.choose import choice_of, policy_of, settings_of
from beffroi_web.llm.models import Kind

#: What the review itself sends, beside the fields of the modèle.
_OF_THE_REVIEW = ("decision-", "retenir-", "ajouts", "envoyer", "csrfmiddlewaretoken")


def reviewed(
    request: HttpRequest, form: FillModele, given: Source, modele: Modele
) -> Reviewed | None:
    """The review of what would leave; nothing when all of it stays here, or may leave in clear."""
    info, data_class = info_of(request), form.cleaned_data["sensibilite"]
    policy = policy_of(request.collectivite)
    if info is None or not policy.masks(data_class, info, modele_allows=modele.farthest_place):
        return None
    try:
        policy.check(data_class, info)
    except PolicyRefused:
        return None  # it will be written here, without that model
    asked = {item.name for item in modele.fields if item.kind not in ("choix", "nombre")}
    typed = [value for name, value in form.values.items() if name in asked]
    text = "\n\n".join([given.text, *typed])
    house = request.collectivite
    return review(text, request.POST, collectivite=house, block=house.block_when_in_doubt)


def confirmed(request: HttpRequest, found: Reviewed) -> bool:
    """Whether the person has seen the review and sends; keeps what is to be kept of the choices."""
    who: dict[str, Any] = {"user": request.user, "collectivite": request.collectivite}
    keep_choices(found, request.POST, **who)
    if "envoyer" not in request.POST or found.blocked:
        return False
    privacy.note_masked(found.masked.counts, **who)
    return True


def kept(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The answers of the person to the modèle: the page of the review sends them again."""
    for name, values in request.POST.lists():
        if not name.startswith(_OF_THE_REVIEW):
            yield from ((name, value) for value in values)


def info_of(request: HttpRequest) -> ModelInfo | None:
    """The model that would answer now, without asking it anything."""
    choice = choice_of(request.collectivite)
    return None if choice.kind == Kind.AUCUN else available(settings_of(choice)).info


def lists_for(draft: Draft) -> Lists:
    """The lists of the authority, and what the person decided for this draft."""
    lists, chosen = privacy.lists_of(draft.collectivite), cast(dict[str, list[str]], draft.choices)
    return replace(
        lists,
        never=(*lists.never, *chosen.get("never", ())),
        always=(*lists.always, *chosen.get("always", ())),
    )
