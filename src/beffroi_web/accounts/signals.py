"""What happens beside a sign-in: the session knows its device, the journal its line."""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from beffroi_web.accounts.models import User
from beffroi_web.accounts.sessions import DEVICE_KEY, device
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal


def write_everywhere(user: User, act: str, *, actor: User | None) -> None:
    """One line in the journal of each authority of the person; ``actor`` is ``None`` for the
    operator on the command line."""
    with transaction.atomic():
        for collectivite in Collectivite.objects.filter(memberships__user=user).distinct():
            journal.write(collectivite, actor, act, f"compte:{user.pk}")


@receiver(user_logged_in)
def signed_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    request.session[DEVICE_KEY] = device(request.headers.get("User-Agent", ""))
    request.session["ouverte"] = timezone.now().isoformat()
    write_everywhere(user, "compte.connexion", actor=user)


@receiver(user_logged_out)
def signed_out(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        write_everywhere(user, "compte.deconnexion", actor=user)


@receiver(user_locked_out)
def locked_out(sender: Any, request: HttpRequest, username: str = "", **kwargs: Any) -> None:
    user = User.objects.filter(email__iexact=(username or "").strip()).first()
    if user is not None:
        write_everywhere(user, "compte.verrouille", actor=None)
