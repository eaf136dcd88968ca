"""The rooms that the rail shows. A room whose address does not exist yet is not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """``route`` is the name of its first page, ``icon`` a symbol of ``img/icones.svg``; ``holds``
    is the first page of a room that is reached through this one. ``near``: a telephone shows it
    at the bottom of the screen; the others are on the first page, under « Toutes les salles »."""

    route: str
    title: str
    icon: str
    permission: str = ""
    holds: str = ""
    near: bool = False


ROOMS = (
    Room(route="home:accueil", title="Accueil", icon="accueil", near=True),
    Room(route="rediger:accueil", title="Rédiger", icon="rediger"),
    Room(route="clarifier:accueil", title="Clarifier", icon="clarifier", near=True),
    Room(route="verifier:accueil", title="Vérifier", icon="verifier"),
    Room(route="lisibilite:accueil", title="Lisibilité", icon="lisibilite"),
    Room(route="confidentialite:accueil", title="Masquer", icon="masquer"),
    Room(route="consultation:accueil", title="Écouter", icon="ecouter", near=True),
    Room(route="meetings:accueil", title="Réunir", icon="reunir"),
    Room(
        route="assistants:accueil",
        title="Assistants",
        icon="assistants",
        near=True,
        holds="knowledge:accueil",
    ),
    Room(route="public:suivi", title="Habitants", icon="ecouter", permission="public.suivre"),
    Room(route="training:accueil", title="Se former", icon="former"),
    Room(route="clarifier:textes", title="Mes textes", icon="textes"),
    Room(route="modeles:accueil", title="Modèles", icon="modeles"),
    Room(route="governance:accueil", title="Gouverner", icon="gouverner"),
    Room(route="journal:index", title="Journal", icon="versions", permission="journal.lire"),
    Room(
        route="collectivites:reglages",
        title="Réglages",
        icon="reglages",
        permission="collectivites.regler",
    ),
)


def built(path: str, allowed: Callable[[str], bool] = bool) -> list[dict[str, object]]:
    """The rooms that exist, with their address; the one that holds ``path`` is ``current``.

    ``allowed`` says of a permission whether the person has it; a room that asks for none is open.
    """
    rooms = [
        (room, address)
        for room in ROOMS
        if (address := address_of(room.route)) and (not room.permission or allowed(room.permission))
    ]
    holding = [
        address
        for room, address in rooms
        if path.startswith(address) or (room.holds and path.startswith(address_of(room.holds)))
    ]
    current = max(holding, key=len, default="")
    return [
        {
            "title": room.title,
            "icon": room.icon,
            "url": url,
            "current": url == current,
            "near": room.near or url == current,
        }
        for room, url in rooms
    ]


def address_of(route: str, **parameters: object) -> str:
    """The address of a route, or ``""`` when nothing answers there."""
    try:
        return reverse(route, kwargs=parameters)
    except NoReverseMatch:
        return ""
