"""Which texts a person may see: one's own, those of one's direction, and all for who validates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest

from beffroi_web.clarifier.models import Draft, Source, State
from beffroi_web.collectivites.models import Collectivite

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def drafts(user: User, collectivite: Collectivite) -> QuerySet[Draft]:
    """The drafts that ``user`` may open in ``collectivite``, the last touched first."""
    rows: QuerySet[Draft] = Draft.objects.for_(collectivite)
    if not user.has_perm("clarifier.signer", collectivite):
        rows = rows.filter(Q(owner=user) | Q(direction__in=directions(user, collectivite)))
    return rows.select_related("source", "owner", "current", "job", "read_by", "signed_by")


def directions(user: User, collectivite: Collectivite) -> list[int]:
    """The directions to which ``user`` belongs there."""
    mine = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    return list(mine.values_list("direction_id", flat=True))


def with_counts(rows: QuerySet[Draft]) -> QuerySet[Draft]:
    """Each draft with ``blocking`` and ``to_check``: its open points, by severity."""
    unanswered = Q(current__points__accepted_at__isnull=True)
    return rows.annotate(
        blocking=Count(
            "current__points", filter=unanswered & Q(current__points__severity="bloquant")
        ),
        to_check=Count(
            "current__points", filter=unanswered & Q(current__points__severity="a_verifier")
        ),
    ).order_by("-updated_at", "-pk")


def to_read(user: User, collectivite: Collectivite) -> QuerySet[Draft]:
    """What waits for this person: unsigned texts."""
    return with_counts(drafts(user, collectivite).exclude(state=State.VALIDE))


def draft_or_404(request: HttpRequest, number: int) -> Draft:
    """The draft, if it is in this authority and open to this person."""
    found = drafts(_user(request), _collectivite(request)).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def source_or_404(request: HttpRequest, number: int) -> Source:
    """The source, if this person gave it."""
    mine = Source.objects.for_(_collectivite(request)).filter(owner=_user(request), pk=number)
    found: Source | None = mine.defer("given").select_related("job").first()
    if found is None:
        raise Http404
    return found


def _collectivite(request: HttpRequest) -> Collectivite:
    current: Collectivite | None = getattr(request, "collectivite", None)
    if current is None:
        raise Http404
    return current


def _user(request: HttpRequest) -> Any:
    return request.user
