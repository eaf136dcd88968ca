"""« Relire et signer »: nothing is final without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from beffroi_web.clarifier.actions.allowed import allow, ref
from beffroi_web.clarifier.models import Draft, State
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def obstacles(draft: Draft) -> int:
    """How many open blocking points forbid to sign."""
    if draft.current is None:
        return 0
    return sum(p.open and p.severity == "bloquant" for p in draft.current.points.all())


def sign(draft: Draft, *, version: int, user: User) -> bool:
    """« J’ai relu ce texte »: the draft is read, and valid where one person is enough.

    ``False`` when there is something against it: an open blocking point, a text that changed
    meanwhile (``version`` is the one the person has read), a job that writes.
    """
    allow(user, "clarifier.rediger", draft)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        changed = fresh.current is None or fresh.current.number != version
        if changed or fresh.working or obstacles(fresh) or fresh.state == State.VALIDE:
            return False
        fresh.state, fresh.read_by, fresh.read_at = State.RELU, user, timezone.now()
        journal.write(draft.collectivite, user, "brouillon.relu", ref(draft), {"version": version})
        if not draft.collectivite.second_person_validates:
            _validate(fresh, version, user)
        fresh.save()
    return True


def may_validate(draft: Draft, user: User) -> bool:
    """Whether ``user`` can be the second person: the role, and somebody else than who read it."""
    allowed: bool = user.has_perm("clarifier.signer", draft)
    return allowed and draft.read_by_id != user.pk


def validate(draft: Draft, *, version: int, user: User) -> bool:
    """The validateur's signature on a text that another person has read.

    ``False`` as for :func:`sign`, and when the reader would validate his or her own reading.
    """
    allow(user, "clarifier.signer", draft)
    with transaction.atomic():
        fresh = Draft.objects.for_(draft.collectivite).select_for_update().get(pk=draft.pk)
        changed = fresh.current is None or fresh.current.number != version
        waiting = fresh.state == State.RELU and may_validate(fresh, user)
        if changed or not waiting or obstacles(fresh):
            return False
        _validate(fresh, version, user)
        fresh.save()
    return True


def _validate(draft: Draft, version: int, user: User) -> None:
    draft.state, draft.signed_by, draft.signed_at = State.VALIDE, user, timezone.now()
    journal.write(draft.collectivite, user, "brouillon.signe", ref(draft), {"version": version})
