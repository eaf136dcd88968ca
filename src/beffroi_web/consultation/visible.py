"""Which consultations a person may open: one's own, and all for who validates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.consultation.models import Consultation

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def consultations(user: User, collectivite: Collectivite) -> QuerySet[Consultation]:
    """The consultations that ``user`` may open there, the last touched first, without contents."""
    rows: QuerySet[Consultation] = Consultation.objects.for_(collectivite)
    if not user.has_perm("consultation.signer", collectivite):
        rows = rows.filter(owner=user)
    heavy = ("answers", "found", "main__answers", "main__found")
    return rows.select_related("owner", "job", "signed_by", "main").defer(*heavy)


def consultation_or_404(request: HttpRequest, number: int) -> Consultation:
    """The consultation, if it is in this authority and open to this person."""
    collectivite: Collectivite | None = getattr(request, "collectivite", None)
    user: Any = request.user
    if collectivite is None:
        raise Http404
    found = consultations(user, collectivite).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def analysed_or_404(request: HttpRequest, number: int) -> Consultation:
    """The same, once the machine has analysed it."""
    found = consultation_or_404(request, number)
    if found.working or found.found is None:
        raise Http404
    return found
