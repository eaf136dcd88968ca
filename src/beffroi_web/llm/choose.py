"""The model that answers for an authority, now: asked again for each piece of work, so that a
change of setting needs no restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from django.conf import settings

from beffroi.drafting import Policy
from beffroi.llm.clock import Limits
from beffroi.llm.types import ChatModel, ModelInfo, Place
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.llm.models import Kind, ModelChoice
from beffroi_web.llm.seal import unseal

if TYPE_CHECKING:
    from beffroi.llm.openai_compatible import OpenAICompatible

#: Tokens that a server of unknown size is trusted with.
USUAL_CONTEXT = 8192


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What the chip of every page and the page of the model say. ``tone`` is a colour's class."""

    kind: Literal["machine", "serveur", "telechargement", "aucun"]
    title: str
    tone: str
    detail: str = ""
    percent: int | None = None


def choice_of(collectivite: Collectivite) -> ModelChoice:
    """The row of this authority, or an unsaved one with the default."""
    row = ModelChoice.objects.for_(collectivite).first()
    return row or ModelChoice(collectivite=collectivite)


def model_for(collectivite: Collectivite, *, owner: str = "") -> ChatModel | None:
    """The model to ask, or ``None``. ``owner`` takes turns in the queue of the machine."""
    choice = choice_of(collectivite)
    if choice.kind == Kind.AUCUN:
        return None
    if choice.kind == Kind.SERVEUR:
        return server(
            url=choice.url,
            key=unseal(choice.sealed_key),
            name=choice.model,
            place=cast(Place, choice.place),
            context=choice.context_tokens,
        )
    return _of_instance(owner)


def server(*, url: str, key: str, name: str, place: Place, context: int) -> OpenAICompatible:
    """A client of an OpenAI-compatible server."""
    from beffroi.llm.openai_compatible import OpenAICompatible  # httpx: 8 MB, when it is used

    info = ModelInfo(name=name, title=name, place=place, context_tokens=context)
    limits = Limits(first=settings.BEFFROI.model_timeout)
    return OpenAICompatible(url=url, info=info, key=key, limits=limits)


def _of_instance(owner: str) -> ChatModel | None:
    beffroi = settings.BEFFROI
    if beffroi.model_url:
        return server(
            url=beffroi.model_url,
            key=beffroi.model_key,
            name=beffroi.model_name,
            place=cast(Place, beffroi.model_place),
            context=USUAL_CONTEXT,
        )
    return None


def policy_of(collectivite: Collectivite) -> Policy:
    """The charter of the authority, as the chain knows it."""
    return Policy(farthest=cast(dict, {**Policy().farthest, **collectivite.policy}))


def state_of(collectivite: Collectivite) -> State:
    """What is said of the model on every page. No network: a page never waits for a server."""
    choice = choice_of(collectivite)
    if choice.kind == Kind.AUCUN:
        return State(kind="aucun", title="Sans modèle", tone="check", detail=CHOSEN_NONE)
    if choice.kind == Kind.SERVEUR:
        return _server_state(choice.model, cast(Place, choice.place))
    if settings.BEFFROI.model_url:
        return _server_state(settings.BEFFROI.model_name, settings.BEFFROI.model_place)
    return State(kind="aucun", title="Sans modèle", tone="check", detail=NONE_INSTALLED)


CHOSEN_NONE = "Votre collectivité a choisi de travailler sans modèle de langage."
NONE_INSTALLED = "Aucun modèle de langage n’est installé ni indiqué."
_SERVERS: dict[str, str] = {
    "machine": "Modèle sur cette machine",
    "maison": "Modèle de la maison",
    "france_ue": "Modèle hébergé dans l’UE",
    "ailleurs": "Modèle extérieur",
}


def _server_state(name: str, place: Place) -> State:
    tone = "check" if place == "ailleurs" else "ok"
    return State(kind="serveur", title=_SERVERS[place], tone=tone, detail=f"Modèle « {name} ».")
