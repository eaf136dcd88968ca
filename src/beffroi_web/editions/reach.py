"""Who may use, and who may change, a folder that somebody of the authority wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Q, QuerySet

from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.modeles.models import Sharing

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

Rows = TypeVar("Rows", bound="QuerySet[Any]")


def reached(rows: Rows, user: User, collectivite: Collectivite) -> Rows:
    """Those of ``rows`` that ``user`` may use: one's own, those of one's directions, those of the
    house; each with its editions."""
    directions = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    shared = Q(sharing=Sharing.DIRECTION, direction__in=directions.values("direction"))
    mine = Q(author=user) | Q(sharing=Sharing.MAISON) | shared
    return rows.filter(mine).prefetch_related("editions")


def home_of(user: User, collectivite: Collectivite) -> Direction | None:
    """The direction to which what this person writes belongs."""
    rows = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    first = rows.select_related("direction").first()
    return first.direction if first else None


def may_change(row: Any, user: User, permission: str) -> bool:
    """Its author, and those whose role it is."""
    return bool(row.author_id == user.pk or user.has_perm(permission, row))
