"""The mailbox of the authority: set, visited, its letters made into drafts. Nothing is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction
from django.utils import timezone

from beffroi.documents import Document, Limits, read
from beffroi.errors import BeffroiError
from beffroi_web.accounts.actions import require
from beffroi_web.clarifier import actions as clarifier
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal
from beffroi_web.llm.seal import seal, unseal
from beffroi_web.modeles.available import shipped
from beffroi_web.openings.actions import PERMISSION
from beffroi_web.openings.imap import LARGEST, Box, Fetched, Security
from beffroi_web.openings.letters import Read, read_letter
from beffroi_web.openings.models import Letter, Mailbox

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

VISITING = "ouvertures.relever"
REPLY = "reponse-courrier"


def mailbox_of(collectivite: Collectivite) -> Mailbox:
    """The row of this authority, or an unsaved one."""
    rows = Mailbox.objects.for_(collectivite).select_related("owner", "job")
    return rows.first() or Mailbox(collectivite=collectivite)


def save(mailbox: Mailbox, *, password: str, actor: User) -> None:
    """Keep the settings; an empty password keeps the one that is stored. Another box or folder
    is read from its beginning."""
    require(actor, PERMISSION, mailbox.collectivite)
    if password:
        mailbox.sealed_password = seal(password)
    if mailbox.pk is not None:
        old = Mailbox.objects.for_(mailbox.collectivite).get(pk=mailbox.pk)
        if _place(old) != _place(mailbox):
            mailbox.validity = mailbox.last_uid = 0
    with transaction.atomic():
        mailbox.save()
        details = {"serveur": mailbox.host, "protection": mailbox.security}
        journal.write(mailbox.collectivite, actor, "ouverture.boite", "", details)


def _place(mailbox: Mailbox) -> tuple[str, str, str]:
    return (mailbox.host, mailbox.login, mailbox.folder)


def remove(mailbox: Mailbox, *, actor: User) -> None:
    """Forget the box and its letters; the drafts stay with the person who has them."""
    require(actor, PERMISSION, mailbox.collectivite)
    with transaction.atomic():
        mailbox.delete()
        journal.write(mailbox.collectivite, actor, "ouverture.boite", "", {"serveur": ""})


def visit(mailbox: Mailbox) -> None:
    """Ask for the letters to be read, unless it is being done."""
    if mailbox.working:
        return
    with transaction.atomic():
        mailbox.job = port.enqueue(
            VISITING,
            {"mailbox": mailbox.pk},
            collectivite=mailbox.collectivite,
            owner=mailbox.owner,
            title="Relève de la boîte aux lettres",
        )
        mailbox.save(update_fields=["job"])


def visit_all() -> None:
    """Once a day, and when the instance wakes."""
    for mailbox in Mailbox.objects.across("the boxes of all are read").select_related("owner"):
        visit(mailbox)


def box_of(mailbox: Mailbox) -> Box:
    return Box(
        host=mailbox.host,
        port=mailbox.port,
        security=cast(Security, mailbox.security),
        login=mailbox.login,
        password=unseal(mailbox.sealed_password),
        folder=mailbox.folder,
    )


def receive(mailbox: Mailbox, fetched: Fetched, *, validity: int) -> str:
    """One letter, once: ``"brouillon"``, ``"ecarte"`` or ``"connu"``. Called by jobs."""
    known = Letter.objects.for_(mailbox.collectivite).filter(
        mailbox=mailbox, validity=validity, uid=fetched.uid
    )
    if known.exists():
        return "connu"
    letter = Letter(
        collectivite=mailbox.collectivite,
        mailbox=mailbox,
        validity=validity,
        uid=fetched.uid,
        owner=mailbox.owner,
    )
    try:
        document = _document(fetched)
    except BeffroiError as error:
        letter.reason = error.message[:300]
        letter.save()
        return "ecarte"
    _fill(letter, document)
    with transaction.atomic():
        letter.draft = _draft(letter, document)
        letter.save()
    return "brouillon"


def _document(fetched: Fetched) -> Document:
    if not fetched.content:
        from beffroi.errors import TooLarge

        raise TooLarge(f"Cette lettre dépasse {LARGEST // 1_000_000} Mo : ouvrez-la à la main.")
    return read(fetched.content, name="lettre.eml", limits=Limits(size=LARGEST + 1))


def _fill(letter: Letter, document: Document) -> None:
    services = list(Direction.objects.for_(letter.collectivite).values_list("name", flat=True))
    found: Read = read_letter(document.text, services=services)
    letter.subject = (document.title or "Sans objet")[:300]
    letter.points, letter.facts = list(found.points), list(found.facts)
    letter.service, letter.haste = found.service[:150], list(found.haste)
    letter.orders = list(found.orders)


def _draft(letter: Letter, document: Document) -> Any:
    """The source and the draft of its owner, written by the usual job."""
    source = clarifier.give(
        document,
        title=letter.subject[:200],
        file_name="lettre.eml",
        user=letter.owner,
        collectivite=letter.collectivite,
    )
    service = f"le service {letter.service}" if letter.service else ""
    return clarifier.begin(
        source,
        shipped()[REPLY],
        {"service": service},
        data_class="personnelle",
        user=letter.owner,
        key=f"lettre-{letter.mailbox_id}-{letter.validity}-{letter.uid}",
    )


def note(mailbox: Mailbox, values: Mapping[str, Any]) -> None:
    """Where the visit stopped, or why it failed."""
    rows = Mailbox.objects.for_(mailbox.collectivite_id).filter(pk=mailbox.pk)
    rows.update(visited_at=timezone.now(), **values)
