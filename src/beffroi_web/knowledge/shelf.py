"""What the pages show of a collection and of a document, made ready. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.knowledge import folders as server
from beffroi_web.knowledge import page, remarked, visible
from beffroi_web.knowledge.forms import AddFiles, FollowFolder, FollowMailbox, FollowSite, PasteText
from beffroi_web.knowledge.models import Collection, Document, State

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

PER_PAGE = 50


def collection(
    row: Collection,
    user: User,
    asked: Mapping[str, str],
    *,
    files: AddFiles | None = None,
    text: PasteText | None = None,
    site: FollowSite | None = None,
    folder: FollowFolder | None = None,
    mail: FollowMailbox | None = None,
) -> dict[str, Any]:
    """A collection with its documents; a form that was refused comes back as it was filled."""
    documents = row.documents.defer("text")
    chosen = asked.get("etat", "")
    if chosen in State.values:
        documents = documents.filter(state=chosen)
    may_set = user.has_perm("collectivites.regler", row)
    return {
        "row": row,
        "page": Paginator(documents, PER_PAGE).get_page(asked.get("page")),
        "chosen": chosen,
        "expired": row.documents.filter(expires__lt=timezone.localdate()).count(),
        "remarks": remarked.of_collection(row),
        "old": row.remarks.get("anciens", 0),
        "more_remarks": row.remarks.get("autres", 0),
        "feeds": row.feeds.all(),
        "job": row.job,
        "elapsed": _elapsed(row),
        "may_add": user.has_perm("documents.deposer", row),
        "may_manage": visible.may_manage(user, row),
        "may_follow": user.has_perm("documents.gerer", row),
        "may_set": may_set,
        "files": files or AddFiles(),
        "text": text or PasteText(),
        "site": site or FollowSite(),
        "folder": folder or FollowFolder(folders=folders(row.collectivite)),
        "mail": mail or FollowMailbox(),
        "folders": folders(row.collectivite) if may_set else [],
        "root": server.root_of(row.collectivite),
        "adding": bool(text and text.errors),
    }


def folders(collectivite: Collectivite) -> list[str]:
    """The folders of the server that this authority may follow."""
    return server.names_in(server.root_of(collectivite))


def _elapsed(row: Collection) -> float:
    started = row.job.started_at if row.job else None
    return round((timezone.now() - started).total_seconds(), 1) if started else 0.0


def document(row: Document, request: HttpRequest) -> dict[str, Any]:
    """The text of a document, the passage that the address names in sight."""
    user: Any = request.user
    passage = page.passage_of(
        request.GET.get("de", ""), request.GET.get("a", ""), length=len(row.text)
    )
    return {
        "document": row,
        "collection": row.collection,
        "paragraphs": page.paragraphs(row.text, passage),
        "passage": passage,
        "remarks": remarked.of_document(row),
        "number": page.number_at(row.text, passage.start) if passage else None,
        "may_change": user.has_perm("documents.deposer", row),
        "may_remove": row.owner_id == user.pk or visible.may_manage(user, row.collection),
    }
