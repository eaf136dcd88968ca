"""The events of the house that other programs may want to know, heard where they are written."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from beffroi_web.journal.models import Entry
from beffroi_web.openings import hooks
from beffroi_web.openings.models import Event
from beffroi_web.public.models import Question


@receiver(post_save, sender=Entry, dispatch_uid="openings.signed")
def signed(instance: Entry, created: bool, **_: Any) -> None:
    """A signature is a line of the journal. Told once it is kept for good: to ask for a job
    writes a line too, and the chain takes one at a time."""
    if created and instance.act == Event.SIGNED:
        number = instance.object.partition(":")[2]
        about = {"brouillon": int(number), "chemin": f"/clarifier/{number}/"}
        told = partial(hooks.tell, instance.collectivite, Event.SIGNED.value, about)
        transaction.on_commit(told, robust=True)


@receiver(post_save, sender=Question, dispatch_uid="openings.unanswered")
def unanswered(instance: Question, created: bool, **_: Any) -> None:
    if created and instance.status == "pas_trouve":
        about = {"question": instance.pk, "chemin": "/habitants/"}
        told = partial(hooks.tell, instance.collectivite, Event.UNANSWERED.value, about)
        transaction.on_commit(told, robust=True)
