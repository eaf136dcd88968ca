"""Which model answers, by the settings and by what is installed, and what to tell the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from beffroi.errors import ModelUnavailable
from beffroi.llm.catalogue import Entry, file_of, find, installed, is_installed
from beffroi.llm.clock import Limits
from beffroi.llm.progress import read_progress
from beffroi.llm.types import ChatModel, ModelInfo, Place
from beffroi.settings import Settings

#: The name that asks for no model at all.
NO_MODEL = "aucun"


@dataclass(frozen=True, kw_only=True, slots=True)
class Availability:
    """What answers now. ``sentence`` is for pages: « Modèle sur cette machine : … ».

    ``percent`` is given while a model arrives, also when another one already answers.
    """

    state: Literal["machine", "serveur", "arrive", "aucun"]
    sentence: str
    info: ModelInfo | None = None
    percent: int | None = None


def choices(settings: Settings) -> tuple[ModelInfo, ...]:
    """The models that can answer, the one chosen by default first."""
    remote = _remote_info(settings)
    local = sorted(installed(settings.home), key=lambda entry: entry.name != settings.model)
    infos = [entry.info for entry in local]
    return (remote, *infos) if remote else tuple(infos)


def available(settings: Settings) -> Availability:
    """What answers by default, and the French sentence that says it."""
    infos = choices(settings)
    arriving = read_progress(settings.home)
    percent = (
        arriving.percent
        if arriving and arriving.step in ("telechargement", "verification")
        else None
    )
    if infos:
        place = "Modèle sur cette machine" if _is_local(infos[0], settings) else "Modèle distant"
        return Availability(
            state="machine" if _is_local(infos[0], settings) else "serveur",
            sentence=f"{place}\N{NO-BREAK SPACE}: {infos[0].title}",
            info=infos[0],
            percent=percent,
        )
    if percent is not None:
        return Availability(
            state="arrive",
            sentence=f"Téléchargement du modèle\N{NO-BREAK SPACE}: {percent}\N{NO-BREAK SPACE}%",
            percent=percent,
        )
    return Availability(state="aucun", sentence=_no_model(settings))


def choose(
    settings: Settings, name: str | None = None, *, owner: str | None = None
) -> ChatModel | None:
    """The model ``name``, or the default one; ``None`` when there is none (or ``"aucun"``).

    ``owner`` given: an installed model is asked through the model process of the machine, and
    the request takes the turn of that person. Without ``owner`` it is loaded in this process.

    Raises ``UnknownName`` and, for a model that is not installed, ``ModelUnavailable``.
    """
    if name == NO_MODEL:
        return None
    infos = choices(settings)
    wanted = name or (infos[0].name if infos else None)
    if wanted is None:
        return None
    remote = _remote_info(settings)
    if remote and wanted == remote.name:
        return _remote(settings, remote)
    entry = find(wanted, settings.home)
    if not is_installed(entry, settings.home):
        raise ModelUnavailable(
            f"{entry.title} n’est pas installé sur cette machine.",
            next_step=f"Installez-le\N{NO-BREAK SPACE}: beffroi modele installer {entry.name}.",
        )
    return _local(settings, entry, owner)


def _is_local(info: ModelInfo, settings: Settings) -> bool:
    return info != _remote_info(settings)


def _no_model(settings: Settings) -> str:
    last = read_progress(settings.home)
    if last and last.step in ("echec", "interrompu"):
        return "Aucun modèle\N{NO-BREAK SPACE}: l’installation n’est pas allée au bout"
    return "Aucun modèle"


def _remote_info(settings: Settings) -> ModelInfo | None:
    if not settings.model_url:
        return None
    name = settings.model_name or "default"
    return ModelInfo(
        name=name,
        title=settings.model_name or settings.model_url,
        place=cast(Place, settings.model_place),
        context_tokens=settings.model_context,
        strong=settings.model_strong,
    )


def _remote(settings: Settings, info: ModelInfo) -> ChatModel:
    from beffroi.llm.energy import remote_meter, unknown_meter
    from beffroi.llm.openai_compatible import OpenAICompatible

    # A server of the house is no datacentre: EcoLogits would be wrong for it.
    far = settings.model_place in ("france_ue", "ailleurs")
    return OpenAICompatible(
        url=settings.model_url,
        info=info,
        key=settings.model_key,
        limits=_limits(settings),
        meter=remote_meter(url=settings.model_url, model=info.name) if far else unknown_meter,
    )


def _local(settings: Settings, entry: Entry, owner: str | None) -> ChatModel:
    path = file_of(entry, settings.home)
    if owner is None:
        from beffroi.llm.embedded import EmbeddedModel

        return EmbeddedModel(path, info=entry.info, limits=_limits(settings))
    from beffroi.llm.shared import SharedModel

    return SharedModel(
        path,
        info=entry.info,
        home=settings.home,
        owner=owner,
        idle=settings.model_idle,
        limits=_limits(settings),
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        connect=min(10.0, settings.model_timeout),
        first=settings.model_timeout,
        between=min(30.0, settings.model_timeout),
    )
