"""The model that answers for an authority, now: asked again for each piece of work, so that a
change of setting needs no restart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from django.conf import settings

from beffroi.drafting import Policy
from beffroi.llm.catalogue import default, installed
from beffroi.llm.choose import Availability, available, choose
from beffroi.llm.progress import read_progress
from beffroi.llm.types import ChatModel
from beffroi.settings import Settings
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.llm.models import Kind, ModelChoice
from beffroi_web.llm.seal import unseal


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """What the chip of every page and the page of the model say. ``tone`` is a colour's class;
    ``percent`` is given while a model arrives; ``place`` is where data go, empty without model."""

    kind: Literal["machine", "serveur", "arrive", "aucun"]
    title: str
    tone: str
    detail: str = ""
    percent: int | None = None
    place: str = ""


def choice_of(collectivite: Collectivite) -> ModelChoice:
    """The row of this authority, or an unsaved one with the default."""
    row = ModelChoice.objects.for_(collectivite).first()
    return row or ModelChoice(collectivite=collectivite)


def settings_of(choice: ModelChoice) -> Settings:
    """The settings of the instance, with the server of the authority if it has its own."""
    if choice.kind != Kind.SERVEUR:
        return cast(Settings, settings.BEFFROI)
    return replace(
        settings.BEFFROI,
        model_url=choice.url,
        model_key=unseal(choice.sealed_key),
        model_name=choice.model,
        model_place=choice.place,
        model_context=choice.context_tokens,
        model_strong=choice.strong,
    )


def model_for(collectivite: Collectivite, *, owner: str = "") -> ChatModel | None:
    """The model to ask, or ``None``. ``owner`` takes turns in the queue of the machine."""
    choice = choice_of(collectivite)
    return None if choice.kind == Kind.AUCUN else choose(settings_of(choice), owner=owner)


def policy_of(collectivite: Collectivite) -> Policy:
    """The charter of the authority, as the chain knows it."""
    return Policy(farthest=cast(Any, {**Policy().farthest, **collectivite.policy}))


def state_of(collectivite: Collectivite) -> State:
    """What is said of the model on every page. No network: a page never waits for a server."""
    choice = choice_of(collectivite)
    if choice.kind == Kind.AUCUN:
        detail = "Votre collectivité a choisi de travailler sans modèle de langage."
        return State(kind="aucun", title="Sans modèle", tone="check", detail=detail)
    return _told(settings_of(choice))


_PLACES = {
    "machine": "Modèle sur cette machine",
    "maison": "Modèle de la maison",
    "france_ue": "Modèle hébergé dans l’UE",
    "ailleurs": "Modèle extérieur",
}


def _told(chosen: Settings) -> State:
    now: Availability = available(chosen)
    if now.info is not None:
        place = now.info.place
        tone = "check" if place == "ailleurs" else "ok"
        detail = f"Le modèle « {now.info.title} » répond à vos demandes."
        kind: Literal["machine", "serveur"] = "serveur" if now.state == "serveur" else "machine"
        return State(kind=kind, title=_PLACES[place], tone=tone, detail=detail, place=place)
    if now.state == "arrive":
        detail = "Le modèle arrive sur cette machine. Il servira dès qu’il sera là."
        return State(
            kind="arrive",
            title="Modèle en chemin :",
            tone="info",
            detail=detail,
            percent=now.percent,
        )
    return State(kind="aucun", title="Sans modèle", tone="check", detail=_why_none(chosen))


def _why_none(chosen: Settings) -> str:
    last = read_progress(chosen.home)
    if last and last.step == "echec":
        return last.message
    if last and last.step == "interrompu":
        return "L’arrivée du modèle a été interrompue. Elle reprendra là où elle s’est arrêtée."
    return "Aucun modèle de langage n’est installé sur cette machine, ni indiqué."


def installable() -> str:
    """The title of the model that can be installed here, or nothing when one is there."""
    home = settings.BEFFROI.home
    return "" if installed(home) else default(home).title
