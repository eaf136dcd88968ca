"""Who may do what to documents and collections; what the journal calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

from beffroi_web.knowledge.models import Collection
from beffroi_web.knowledge.visible import may_manage

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


def manage(row: Collection, user: User) -> None:
    """Raises :class:`PermissionDenied` unless this person keeps the collection."""
    if not may_manage(user, row):
        raise PermissionDenied


def reference(row: Collection) -> str:
    return f"collection:{row.pk}"
