"""The lists of a collectivité, and the files that people give to be masked, for a day."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job


class Listed(Scoped):
    """One line of one list; ``folded`` finds it again in any case or accent."""

    class Kind(models.TextChoices):
        OFFICIALS = "officials", "Élus, laissés en clair"
        CONTACTS = "public_contacts", "Contacts publics, laissés en clair"
        PLACES = "places", "Lieux et rues, laissés en clair"
        ALWAYS = "always", "Toujours masquer"
        NEVER = "never", "Ne jamais masquer"

    kind = models.CharField("liste", max_length=20, choices=Kind.choices)
    text = models.CharField("texte", max_length=200)
    folded = models.CharField(max_length=200)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["kind", "folded"]
        constraints = [
            models.UniqueConstraint(
                fields=["collectivite", "kind", "folded"], name="confidentialite_once_a_list"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Deposit(Scoped):
    """A file given to be treated, and what it became: sealed for its owner, erased after a day.

    ``given`` is emptied as soon as it is treated. ``counts``: how many of each kind were masked;
    ``said``: what the person must be told (what was left out, tokens that nobody knows).
    """

    class Work(models.TextChoices):
        MASK = "masquer", "Masquer, pour restituer plus tard"
        ANONYMISE = "anonymiser", "Anonymiser pour toujours"
        RESTORE = "restituer", "Remettre les vraies données"

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    work = models.CharField("travail", max_length=12, choices=Work.choices)
    name = models.CharField("fichier", max_length=200)
    given = models.BinaryField()
    table = models.BinaryField(default=bytes)
    made = models.BinaryField(default=bytes)
    counts = models.JSONField(default=dict)
    said = models.JSONField(default=list)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def copy_name(self) -> str:
        """« liste (masqué).csv »: the name under which the copy is saved."""
        stem, _, suffix = self.name.rpartition(".")
        word = {"masquer": "masqué", "anonymiser": "anonymisé", "restituer": "restitué"}[self.work]
        return f"{stem} ({word}).{suffix}"
