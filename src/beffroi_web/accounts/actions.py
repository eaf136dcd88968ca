"""What can be done with accounts: permission, transaction, line of the journal."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from beffroi.errors import InputError
from beffroi_web.accounts.models import Invitation, Session, User
from beffroi_web.accounts.signals import write_everywhere
from beffroi_web.collectivites.models import Collectivite, Direction, Membership, Role
from beffroi_web.journal import actions as journal

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

#: Days during which an invitation opens an account.
INVITATION_DAYS = 7


class LinkOver(InputError):
    code = "compte.lien"
    default_message = "Ce lien n’est plus valable."
    default_next_step = "Demandez-en un nouveau à l’administrateur de votre collectivité."


class LastAdministrator(InputError):
    code = "compte.dernier_administrateur"
    default_message = "Cette personne est le dernier administrateur de la collectivité."
    default_next_step = "Donnez d’abord ce rôle à une autre personne."


class SharedAccount(InputError):
    code = "compte.partage"
    default_message = "Cette personne travaille aussi pour une autre collectivité."
    default_next_step = (
        "Retirez-lui ses rôles ici ; son mot de passe et son second facteur ne se changent "
        "que par elle-même ou par l’exploitant."
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Invited:
    """``secret`` is what the link holds; it is not kept and cannot be shown again."""

    invitation: Invitation
    secret: str


def require(user: User, permission: str, about: object) -> None:
    """Raises ``PermissionDenied`` when the rules refuse."""
    if not user.has_perm(permission, about):
        raise PermissionDenied


def invite(
    collectivite: Collectivite, *, actor: User | None, email: str, name: str, roles: Sequence[str]
) -> Invited:
    """A link for ``email``; an earlier one for the same address stops working.

    ``actor`` is ``None`` for the operator on the command line, who needs no permission.
    """
    if actor is not None:
        require(actor, "accounts.inviter", collectivite)
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        rows = Invitation.objects.for_(collectivite)
        rows.filter(email__iexact=email, used_at=None).delete()
        invitation = Invitation.objects.create(
            collectivite=collectivite,
            email=email.strip().lower(),
            name=name.strip(),
            roles=[role for role in Role.values if role in roles],
            secret_hash=_hash(secret),
            expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
        )
        journal.write(collectivite, actor, "compte.invite", f"invitation:{invitation.pk}")
    return Invited(invitation=invitation, secret=secret)


def find_invitation(secret: str) -> Invitation:
    """The open invitation of that link; raises :class:`LinkOver`."""
    rows = Invitation.objects.across("the person who follows a link has no authority yet")
    invitation = rows.filter(secret_hash=_hash(secret)).select_related("collectivite").first()
    if invitation is None or not invitation.open:
        raise LinkOver
    return invitation  # type: ignore[no-any-return]


def accept(invitation: Invitation, *, user: User | None, password: str = "") -> User:
    """Give the roles of the invitation to ``user``, or to a new account with ``password``."""
    with transaction.atomic():
        rows = Invitation.objects.for_(invitation.collectivite_id)
        if not rows.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now()):
            raise LinkOver
        if user is None:
            user = User.objects.create_user(
                email=invitation.email, name=invitation.name, password=password
            )
        for role in invitation.roles:
            Membership.objects.get_or_create(
                user=user, collectivite=invitation.collectivite, role=role
            )
        journal.write(
            invitation.collectivite, user, "compte.invitation_acceptee", f"compte:{user.pk}"
        )
    return user


def cancel_invitation(invitation: Invitation, *, actor: User) -> None:
    require(actor, "accounts.inviter", invitation)
    invitation.delete()


def set_roles(
    collectivite: Collectivite,
    person: User,
    *,
    actor: User,
    roles: Sequence[str],
    direction: Direction | None = None,
) -> None:
    """Make ``roles`` the roles of ``person`` here; none removes the person from the authority."""
    require(actor, "accounts.inviter", collectivite)
    with transaction.atomic():
        mine = Membership.objects.filter(user=person, collectivite=collectivite)
        mine.exclude(role__in=roles).delete()
        for role in roles:
            Membership.objects.update_or_create(
                user=person, collectivite=collectivite, role=role, defaults={"direction": direction}
            )
        if not Membership.objects.filter(
            collectivite=collectivite, role=Role.ADMINISTRATEUR
        ).exists():
            raise LastAdministrator
        details = {"roles": " ".join(sorted(roles))}
        journal.write(collectivite, actor, "collectivite.roles", f"compte:{person.pk}", details)


def require_whole(person: User, collectivite: Collectivite) -> None:
    """Raises :class:`SharedAccount` unless the person belongs to this authority alone: otherwise
    its administrator could enter the neighbour's by taking over the account."""
    elsewhere = person.memberships.exclude(collectivite=collectivite).exists()
    if elsewhere or person.operator or not person.roles_in(collectivite):
        raise SharedAccount


def allow_new_password(person: User, collectivite: Collectivite, *, actor: User) -> None:
    """The administrator hands over a link: opens the lock-out too."""
    require(actor, "accounts.inviter", collectivite)
    require_whole(person, collectivite)
    with transaction.atomic():
        open_lock(person)
        journal.write(collectivite, actor, "compte.lien_mot_de_passe", f"compte:{person.pk}")


def open_lock(person: User) -> None:
    """Forget the wrong passwords that closed the door."""
    from axes.utils import reset

    reset(username=person.email)


def set_open(person: User, collectivite: Collectivite, *, actor: User, is_open: bool) -> None:
    """Close an account (its sessions end at once) or open it again."""
    require(actor, "accounts.inviter", collectivite)
    require_whole(person, collectivite)
    with transaction.atomic():
        person.is_active = is_open
        person.save(update_fields=["is_active"])
        if not is_open:
            person.sessions.all().delete()
        act = "compte.rouvert" if is_open else "compte.ferme"
        journal.write(collectivite, actor, act, f"compte:{person.pk}")


def remove_second_factor(person: User, *, actor: User | None) -> None:
    """By the person, or by an administrator for a lost telephone (checked by the caller)."""
    from django_otp.plugins.otp_static.models import StaticDevice
    from django_otp.plugins.otp_totp.models import TOTPDevice

    with transaction.atomic():
        TOTPDevice.objects.filter(user=person).delete()
        StaticDevice.objects.filter(user=person).delete()
        write_everywhere(person, "compte.second_facteur_retire", actor=actor)


def close_session(user: User, key_hash: str) -> None:
    """End one session of ``user``, known by the hash that the page shows."""
    with transaction.atomic():
        for session in user.sessions.all():
            if session_mark(session) == key_hash:
                session.delete()
                write_everywhere(user, "compte.session_fermee", actor=user)


def close_other_sessions(user: User, session: SessionBase) -> None:
    """After a change of password: nobody else stays in."""
    user.sessions.exclude(session_key=session.session_key).delete()


def session_mark(session: Session) -> str:
    """What a page may show of a session: its key itself would open it."""
    return _hash(session.session_key)[:24]


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
