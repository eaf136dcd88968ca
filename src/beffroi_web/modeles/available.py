"""Which modèles a person may use: those that ship, one's own, those that are shared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from beffroi.drafting import Modele, from_files, shipped_modeles
from beffroi.errors import UnknownName
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.modeles.models import OwnModele, Sharing

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User
    from beffroi_web.clarifier.models import Draft


@cache
def shipped() -> dict[str, Modele]:
    """Read once a process: the files do not change while it runs."""
    return shipped_modeles()


def own(user: User, collectivite: Collectivite) -> QuerySet[OwnModele]:
    """The modèles of the authority that this person may use."""
    directions = user.memberships.filter(collectivite=collectivite).values_list("direction_id")
    rows: QuerySet[OwnModele] = OwnModele.objects.for_(collectivite)
    return rows.filter(
        Q(author=user)
        | Q(sharing=Sharing.MAISON)
        | Q(sharing=Sharing.DIRECTION, direction__in=directions)
    ).prefetch_related("editions")


def available(user: User, collectivite: Collectivite) -> dict[str, Modele]:
    """Name → modèle, the shipped ones first."""
    return {**shipped(), **{row.name: latest(row) for row in own(user, collectivite)}}


def of_draft(draft: Draft) -> Modele:
    """The modèle with which a draft was written. Raises :class:`UnknownName` when it is no more."""
    found = available(draft.owner, draft.collectivite).get(draft.modele)
    if found is None:
        raise UnknownName(f"Le modèle « {draft.modele_title} » n’existe plus.")
    return found


def latest(row: OwnModele) -> Modele:
    """The last edition of a modèle of the authority."""
    return from_files(row.editions.all()[0].files)
