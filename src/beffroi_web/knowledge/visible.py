"""Which collections a person may read, and add to. Rights come before the search, never after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404, HttpRequest

from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.knowledge.models import Collection, Document, State

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User


def collections(user: User, collectivite: Collectivite) -> QuerySet[Collection]:
    """Those of the house, those of one's directions; and, for who sets the authority, those that
    lost their direction."""
    rows: QuerySet[Collection] = Collection.objects.for_(collectivite)
    if not user.has_perm("documents.lire", collectivite):
        return rows.none()
    readable = Q(house=True) | Q(direction__in=directions(user, collectivite))
    if user.has_perm("collectivites.regler", collectivite):
        readable |= Q(house=False, direction=None)
    return rows.filter(readable).select_related("direction", "job").distinct()


def public(collectivite: Collectivite) -> QuerySet[Collection]:
    """What inhabitants may be answered from."""
    rows: QuerySet[Collection] = Collection.objects.for_(collectivite)
    return rows.filter(public=True, house=True)


def names(rows: QuerySet[Collection]) -> frozenset[str]:
    """The collections as the index names them."""
    return frozenset(str(number) for number in rows.values_list("pk", flat=True))


def directions(user: User, collectivite: Collectivite) -> list[int]:
    """The directions to which ``user`` belongs there."""
    mine = user.memberships.filter(collectivite=collectivite, direction__isnull=False)
    return list(mine.values_list("direction_id", flat=True))


def openings(user: User, collectivite: Collectivite) -> list[tuple[str, str]]:
    """To whom this person may open a collection: value of the form, words."""
    rows = Direction.objects.for_(collectivite)
    if not user.has_perm("documents.gerer", collectivite):
        rows = rows.filter(pk__in=directions(user, collectivite))
    found = [(str(row.pk), row.name) for row in rows]
    if user.has_perm("documents.gerer", collectivite):
        found.insert(0, ("maison", "Toute la collectivité"))
    return found


def may_manage(user: User, row: Collection) -> bool:
    """Its author, and those whose role is to keep the documents."""
    return row.author_id == user.pk or user.has_perm("documents.gerer", row)


def with_counts(rows: QuerySet[Collection]) -> QuerySet[Collection]:
    """Each with ``total``, ``indexed``, ``aside`` documents and ``n_passages``."""
    return rows.annotate(
        total=Count("documents"),
        indexed=Count("documents", filter=Q(documents__state=State.INDEXE)),
        aside=Count("documents", filter=Q(documents__state=State.ECARTE)),
        n_passages=Sum("documents__passages", default=0),
    )


def collection_or_404(request: HttpRequest, number: int) -> Collection:
    found = with_counts(_mine(request)).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def managed_or_404(request: HttpRequest, number: int) -> Collection:
    """A collection that this person may change."""
    found = collection_or_404(request, number)
    if not may_manage(_user(request), found):
        raise Http404
    return found


def document_or_404(request: HttpRequest, number: int) -> Document:
    """The document, if it is in a collection that this person reads."""
    rows = Document.objects.for_(_collectivite(request)).filter(collection__in=_mine(request))
    found: Document | None = rows.filter(pk=number).select_related("collection", "owner").first()
    if found is None:
        raise Http404
    return found


def _mine(request: HttpRequest) -> QuerySet[Collection]:
    return collections(_user(request), _collectivite(request))


def _collectivite(request: HttpRequest) -> Collectivite:
    current: Collectivite | None = getattr(request, "collectivite", None)
    if current is None:
        raise Http404
    return current


def _user(request: HttpRequest) -> Any:
    return request.user
