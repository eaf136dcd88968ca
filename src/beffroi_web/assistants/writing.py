"""Writing, trying, sharing, giving and removing the assistants of an authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from beffroi.assistants import PLAIN, Assistant
from beffroi.assistants.files import from_files, to_files
from beffroi.errors import InputError
from beffroi_web.assistants.available import edition_of, latest, shipped
from beffroi_web.assistants.models import Edition, Offer, OwnAssistant
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.editions import reach
from beffroi_web.jobs import port
from beffroi_web.jobs.models import Job
from beffroi_web.journal import actions as journal
from beffroi_web.modeles.models import Sharing

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

TRYING = "assistants.essayer"


class NameTaken(InputError):
    code = "assistants.nom_pris"
    default_message = "Un autre assistant porte déjà ce nom court."
    default_next_step = "Choisissez-en un autre."


class NotTried(InputError):
    code = "assistants.pas_essaye"
    default_message = "Cette version n’a pas encore réussi tous ses essais."
    default_next_step = "Lancez les essais, corrigez ce qui manque, puis partagez."


class NobodyThere(InputError):
    code = "assistants.collectivite_inconnue"
    default_message = "Aucune autre collectivité de cette installation n’a ce numéro SIREN."
    default_next_step = "Vérifiez-le, ou envoyez l’assistant en archive zip."


def create(assistant: Assistant, *, user: User, collectivite: Collectivite) -> OwnAssistant:
    """A new assistant, seen by its author alone. Raises :class:`NameTaken`."""
    if not user.has_perm("clarifier.rediger", collectivite):
        raise PermissionDenied
    taken = OwnAssistant.objects.for_(collectivite).filter(name=assistant.name).exists()
    if taken or assistant.name in shipped() or assistant.name == PLAIN.name:
        raise NameTaken
    with transaction.atomic():
        row = OwnAssistant.objects.create(
            collectivite=collectivite,
            name=assistant.name,
            author=user,
            direction=reach.home_of(user, collectivite),
        )
        edition(row, assistant, user)
        journal.write(collectivite, user, "assistant.cree", _ref(row))
    return row


def change(row: OwnAssistant, assistant: Assistant, *, user: User) -> None:
    """One more edition, to be tried; a shared assistant goes back to its author until it is: what
    others use has passed its essais."""
    allow(row, user)
    with transaction.atomic():
        edition(row, assistant, user)
        row.sharing = Sharing.AUTEUR
        row.save(update_fields=["sharing"])
        details = {"version": assistant.version}
        journal.write(row.collectivite, user, "assistant.modifie", _ref(row), details)


def go_back(row: OwnAssistant, version: int, *, user: User) -> None:
    """Make a new edition of a former one; nothing is ever lost."""
    from dataclasses import replace

    old = row.editions.get(version=version)
    newest = edition_of(row).version
    change(row, replace(from_files(old.files), version=newest + 1), user=user)


def edition(row: OwnAssistant, assistant: Assistant, user: User) -> None:
    """Keep ``assistant`` as one more edition; inside a transaction."""
    Edition.objects.create(
        assistant=row, version=assistant.version, files=to_files(assistant), author=user
    )


def share(row: OwnAssistant, sharing: str, *, user: User) -> None:
    """Open an assistant to one's direction or to all; beyond the direction, it takes the role.
    Raises :class:`NotTried`."""
    allow(row, user)
    if sharing == Sharing.MAISON and not user.has_perm("assistants.ecrire", row):
        raise PermissionDenied
    if sharing != Sharing.AUTEUR and not passed(edition_of(row)):
        raise NotTried
    with transaction.atomic():
        row.sharing = sharing
        row.save(update_fields=["sharing"])
        journal.write(row.collectivite, user, "assistant.partage", _ref(row), {"partage": sharing})


def give(row: OwnAssistant, siren: str, *, user: User) -> None:
    """Offer a copy to another authority of this instance. Raises :class:`NotTried`,
    :class:`NobodyThere`."""
    allow(row, user)
    if not user.has_perm("assistants.ecrire", row):
        raise PermissionDenied
    if not passed(edition_of(row)):
        raise NotTried
    other = Collectivite.objects.filter(siren=siren).exclude(pk=row.collectivite_id).first()
    if other is None:
        raise NobodyThere
    with transaction.atomic():
        Offer.objects.create(
            collectivite=other,
            title=latest(row).title,
            giver=row.collectivite.name,
            files=edition_of(row).files,
        )
        journal.write(row.collectivite, user, "assistant.donne", _ref(row), {"siren": siren})


def take(offer: Offer, *, user: User) -> OwnAssistant:
    """Keep a copy of what another authority gives, for oneself first. Raises ``InputError``."""
    if not user.has_perm("assistants.ecrire", offer):
        raise PermissionDenied
    with transaction.atomic():
        row = create(from_files(offer.files), user=user, collectivite=offer.collectivite)
        offer.delete()
    return row


def refuse(offer: Offer, *, user: User) -> None:
    if not user.has_perm("assistants.ecrire", offer):
        raise PermissionDenied
    offer.delete()


def delete(row: OwnAssistant, *, user: User) -> None:
    """Remove an assistant; conversations begun with it go on with the plain one."""
    allow(row, user)
    with transaction.atomic():
        reference, collectivite = _ref(row), row.collectivite
        row.delete()
        journal.write(collectivite, user, "assistant.supprime", reference)


def try_out(name: str, *, user: User, collectivite: Collectivite) -> Job:
    """Run the essais of an assistant, shipped or own, in the background."""
    with transaction.atomic():
        return port.enqueue(TRYING, {"assistant": name}, collectivite=collectivite, owner=user)


def keep_trial(row: OwnAssistant, version: int, results: list[dict[str, Any]]) -> None:
    """What the essais of an edition gave; called by the job. An assistant shared with essais that
    have never all held goes back to its author; one that has held keeps its readers, and its page
    says what fails now: a model that is away takes nothing from anybody."""
    tried = row.editions.filter(version=version).first()
    if tried is None:
        return
    held_before = passed(tried)
    tried.tried, tried.tried_at = results, timezone.now()
    with transaction.atomic():
        tried.save(update_fields=["tried", "tried_at"])
        if row.sharing != Sharing.AUTEUR and not (held_before or passed(tried)):
            _take_back(row)


def _take_back(row: OwnAssistant) -> None:
    row.sharing = Sharing.AUTEUR
    row.save(update_fields=["sharing"])
    details = {"partage": row.sharing, "raison": "essai échoué"}
    journal.write(row.collectivite, None, "assistant.partage", _ref(row), details)


def passed(edition: Edition) -> bool:
    """Whether every essai of that edition was run and none failed."""
    tried = edition.tried or []
    return bool(tried) and not any(result["manques"] for result in tried)


def may_change(row: OwnAssistant, user: User) -> bool:
    """Its author, and those whose role is to write assistants."""
    return reach.may_change(row, user, "assistants.ecrire")


def allow(row: OwnAssistant, user: User) -> None:
    """Raises :class:`PermissionDenied` unless this person may change it."""
    if not may_change(row, user):
        raise PermissionDenied


def _ref(row: OwnAssistant) -> str:
    return f"assistant:{row.name}"
