"""Who may do it, and how the journal names a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

from beffroi_web.clarifier.models import Draft

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


def ref(draft: Draft) -> str:
    return f"brouillon:{draft.pk}"
