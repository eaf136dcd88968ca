"""Keys: made, revoked, admitted. Permission, transaction, journal line."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from beffroi_web.accounts.actions import require
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.journal import actions as journal
from beffroi_web.openings.errors import KeyMissing, KeyRefused, QuotaReached, ScopeMissing
from beffroi_web.openings.models import Key, Usage

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

PERMISSION = "openings.regler"
#: What a secret begins with: a scanner of leaked secrets knows it by this.
PREFIX = "bfr_"
#: Characters of the secret that stay readable, to tell keys apart.
MARK = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """``secret`` is shown once; it is not kept."""

    key: Key
    secret: str


def create_key(
    collectivite: Collectivite,
    *,
    actor: User,
    name: str,
    scopes: Sequence[str],
    data_class: str,
    quota: int,
    direction: Direction | None = None,
    expires_on: date | None = None,
) -> Made:
    """A new key of 256 bits."""
    require(actor, PERMISSION, collectivite)
    secret = PREFIX + secrets.token_urlsafe(32)
    key = Key(
        collectivite=collectivite,
        name=name.strip(),
        mark=secret[:MARK],
        secret_hash=_digest(secret),
        scopes=sorted(scopes),
        direction=direction,
        data_class=data_class,
        quota=quota,
        expires_on=expires_on,
        created_by=actor,
    )
    with transaction.atomic():
        key.save()
        details = {"droits": " ".join(key.scopes), "quota": quota}
        journal.write(collectivite, actor, "ouverture.cle_creee", key.reference, details)
    return Made(key=key, secret=secret)


def revoke_key(key: Key, *, actor: User) -> None:
    """The key opens nothing any more, at once and for ever."""
    require(actor, PERMISSION, key)
    with transaction.atomic():
        if (
            Key.objects.for_(key.collectivite)
            .filter(pk=key.pk, revoked_at=None)
            .update(revoked_at=timezone.now())
        ):
            journal.write(key.collectivite, actor, "ouverture.cle_retiree", key.reference)


def admit(authorization: str, *, scope: str, operation: str) -> Key:
    """The key of the header ``Authorization``, its call counted and written in the journal.

    Raises :class:`KeyMissing`, :class:`KeyRefused`, :class:`ScopeMissing` or
    :class:`QuotaReached` (whose ``retry_after`` leads to midnight).
    """
    key = find(authorization)
    if scope and scope not in key.scopes:
        raise ScopeMissing
    with transaction.atomic():
        _count(key)
        journal.write(
            key.collectivite, None, "ouverture.appel", key.reference, {"operation": operation}
        )
    return key


def find(authorization: str) -> Key:
    """The open key of the header. Raises :class:`KeyMissing` or :class:`KeyRefused`."""
    kind, _, secret = authorization.strip().partition(" ")
    if kind.lower() != "bearer" or not secret.strip():
        raise KeyMissing
    rows = Key.objects.across("the secret says which authority").select_related("collectivite")
    key = rows.filter(secret_hash=_digest(secret.strip())).first()
    if key is None or not key.open:
        raise KeyRefused
    return key  # type: ignore[no-any-return]


def require_open(key: Key) -> None:
    """Raises :class:`KeyRefused` when the key was revoked, or expired, since it was admitted."""
    fresh = Key.objects.for_(key.collectivite_id).filter(pk=key.pk).first()
    if fresh is None or not fresh.open:
        raise KeyRefused


def note(key: Key, act: str, details: Mapping[str, str | int]) -> None:
    """One more line of the journal about what the call did."""
    with transaction.atomic():
        journal.write(key.collectivite, None, act, key.reference, details)


def _count(key: Key) -> None:
    """One call more today. One UPDATE decides, so that two calls at once never pass together."""
    today = timezone.localdate()
    Usage.objects.get_or_create(key=key, day=today)
    row = Usage.objects.filter(key=key, day=today, count__lt=key.quota)
    if not row.update(count=F("count") + 1):
        refused = QuotaReached()
        refused.retry_after = _seconds_to_midnight()
        raise refused
    Key.objects.for_(key.collectivite_id).filter(pk=key.pk).update(last_used_at=timezone.now())


def _seconds_to_midnight() -> int:
    now = timezone.localtime()
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time.min, tzinfo=now.tzinfo)
    return max(1, int((tomorrow - now).total_seconds()))


def _digest(secret: str) -> str:
    """A key holds 256 random bits: a plain hash cannot be searched, and is quick at each call."""
    return hashlib.sha256(secret.encode()).hexdigest()
