"""Changing and trying the language model of an authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from beffroi.errors import BeffroiError
from beffroi.llm.catalogue import default
from beffroi.llm.install import install_in_background
from beffroi.llm.types import Completion, Message
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal
from beffroi_web.llm.choose import model_for
from beffroi_web.llm.models import ModelChoice
from beffroi_web.llm.seal import seal

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

PERMISSION = "collectivites.regler"
TRIAL = "Répondez par une seule phrase courte : bonjour."


def save(choice: ModelChoice, *, key: str, user: User, collectivite: Collectivite) -> None:
    """Keep the setting; it holds from the next piece of work on."""
    if not user.has_perm(PERMISSION, collectivite):
        raise PermissionDenied
    if key:
        choice.sealed_key = seal(key)
    choice.collectivite = collectivite
    with transaction.atomic():
        choice.save()
        details = {"genre": choice.kind, "modele": choice.model, "lieu": choice.place}
        journal.write(collectivite, user, "reglage.modele", "", details)


def install(*, user: User, collectivite: Collectivite) -> None:
    """Fetch the embedded model beside the site; it resumes what an interruption had left."""
    if not user.has_perm(PERMISSION, collectivite):
        raise PermissionDenied
    home = settings.BEFFROI.home
    name = default(home).name
    with transaction.atomic():
        journal.write(collectivite, user, "reglage.modele", "", {"installation": name})
    install_in_background(name, home)


def try_it(*, user: User, collectivite: Collectivite) -> Completion | BeffroiError | None:
    """Ask the model for one sentence: its answer, the error, or nothing when there is no model."""
    if not user.has_perm(PERMISSION, collectivite):
        raise PermissionDenied
    try:
        model = model_for(collectivite, owner=str(user.pk))
        if model is None:
            return None
        return model.complete([Message(role="user", content=TRIAL)], max_tokens=60)
    except BeffroiError as error:
        return error
