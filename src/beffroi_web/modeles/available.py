"""Which modèles a person may use: those that ship, one's own, those that are shared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from beffroi.drafting import Modele, from_files, shipped_modeles
from beffroi.errors import UnknownName
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.editions.reach import reached
from beffroi_web.modeles.models import OwnModele

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User
    from beffroi_web.clarifier.models import Draft


@cache
def shipped() -> dict[str, Modele]:
    """Read once a process: the files do not change while it runs."""
    return shipped_modeles()


def own(user: User, collectivite: Collectivite) -> QuerySet[OwnModele]:
    """The modèles of the authority that this person may use."""
    rows: QuerySet[OwnModele] = OwnModele.objects.for_(collectivite)
    return reached(rows, user, collectivite)


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
