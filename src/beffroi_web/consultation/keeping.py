"""What every act on a consultation shares: its permission, its name in the journal, its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models.fields.files import FieldFile

from beffroi_web.consultation.models import Consultation

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def allow(user: User, permission: str, about: Any) -> None:
    """Raises :class:`PermissionDenied` unless the rules grant it."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


def unsign(row: Consultation) -> None:
    """What changed after a signature has to be signed again."""
    row.signed_by = row.signed_at = None
    row.save(update_fields=["signed_by", "signed_at", "updated_at"])


def reference(row: Consultation) -> str:
    """What the journal calls it."""
    return f"consultation:{row.pk}"


def files_of(row: Consultation) -> list[FieldFile]:
    """The files that only this analysis has: its meanings, the answers that came after."""
    return [
        row.points,
        *(f for arrival in row.arrivals.all() for f in (arrival.file, arrival.points)),
    ]


def forget(files: Iterable[FieldFile]) -> None:
    """Remove files from the disk; those that are not there are passed over."""
    for file in files:
        if file:
            file.storage.delete(file.name)
