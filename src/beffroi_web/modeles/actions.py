"""Writing, trying, sharing and removing the modèles of an authority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from beffroi.drafting import Modele, from_files, to_files
from beffroi.errors import InputError
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.editions import reach
from beffroi_web.jobs import port
from beffroi_web.jobs.models import Job
from beffroi_web.journal import actions as journal
from beffroi_web.modeles.available import shipped
from beffroi_web.modeles.models import Edition, OwnModele, Sharing

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

TRYING = "modeles.essayer"


class NameTaken(InputError):
    code = "entree.nom_pris"
    default_message = "Un autre modèle porte déjà ce nom court."
    default_next_step = "Choisissez-en un autre."


def create(modele: Modele, *, user: User, collectivite: Collectivite) -> OwnModele:
    """A new modèle, seen by its author alone. Raises :class:`NameTaken`."""
    if not user.has_perm("clarifier.rediger", collectivite):
        raise PermissionDenied
    taken = OwnModele.objects.for_(collectivite).filter(name=modele.name).exists()
    if taken or modele.name in shipped():
        raise NameTaken
    with transaction.atomic():
        row = OwnModele.objects.create(
            collectivite=collectivite,
            name=modele.name,
            author=user,
            direction=reach.home_of(user, collectivite),
        )
        _edition(row, modele, user)
        journal.write(collectivite, user, "modele_ecriture.cree", f"modele:{modele.name}")
    return row


def change(row: OwnModele, modele: Modele, *, user: User) -> None:
    """One more edition; the former ones stay, since drafts were written with them."""
    _allow(row, user)
    with transaction.atomic():
        _edition(row, modele, user)
        details = {"version": modele.version}
        journal.write(
            row.collectivite, user, "modele_ecriture.modifie", f"modele:{row.name}", details
        )


def go_back(row: OwnModele, version: int, *, user: User) -> None:
    """Make a new edition of a former one; nothing is ever lost."""
    old = from_files(row.editions.get(version=version).files)
    newest: Edition = row.editions.all()[0]
    change(row, replace(old, version=newest.version + 1), user=user)


def _edition(row: OwnModele, modele: Modele, user: User) -> None:
    Edition.objects.create(modele=row, version=modele.version, files=to_files(modele), author=user)


def share(row: OwnModele, sharing: str, *, user: User) -> None:
    """Open a modèle to one's direction or to all; beyond the direction, it takes the role."""
    _allow(row, user)
    if sharing == Sharing.MAISON and not user.has_perm("modeles.ecrire", row):
        raise PermissionDenied
    with transaction.atomic():
        row.sharing = sharing
        row.save(update_fields=["sharing"])
        details = {"partage": sharing}
        journal.write(
            row.collectivite, user, "modele_ecriture.partage", f"modele:{row.name}", details
        )


def delete(row: OwnModele, *, user: User) -> None:
    """Remove a modèle; the drafts that were written with it stay."""
    _allow(row, user)
    with transaction.atomic():
        name, collectivite = row.name, row.collectivite
        row.delete()
        journal.write(collectivite, user, "modele_ecriture.supprime", f"modele:{name}")


def try_out(name: str, *, user: User, collectivite: Collectivite) -> Job:
    """Run the essais of a modèle, shipped or own, in the background."""
    with transaction.atomic():
        return port.enqueue(TRYING, {"modele": name}, collectivite=collectivite, owner=user)


def keep_trial(row_id: int, version: int, results: Any) -> None:
    """What the essais of an edition gave; called by the job."""
    Edition.objects.filter(modele_id=row_id, version=version).update(tried=results)


def may_change(row: OwnModele, user: User) -> bool:
    """Its author, and those whose role is to write modèles."""
    return reach.may_change(row, user, "modeles.ecrire")


def _allow(row: OwnModele, user: User) -> None:
    if not may_change(row, user):
        raise PermissionDenied
