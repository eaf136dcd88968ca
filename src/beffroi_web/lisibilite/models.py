"""The definitions that a collectivité adds to the glossary of the house."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.scoped import Scoped


class Definition(Scoped):
    """A word explained: by the collectivité, or by an official file that it brought in.

    ``forms`` are its other written forms, one a comma; ``as_of`` is the date of the official data
    (ISO), shown with it.
    """

    class Origin(models.TextChoices):
        HOUSE = "maison", "Écrite par la collectivité"
        OFFICIAL = "officielle", "Définition officielle"

    origin = models.CharField("origine", max_length=12, choices=Origin.choices)
    name = models.CharField("mot ou expression", max_length=150)
    folded = models.CharField(max_length=150)
    forms = models.CharField("autres formes", max_length=300, blank=True)
    definition = models.TextField("explication")
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=60, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["folded"]
        constraints = [
            models.UniqueConstraint(
                fields=["collectivite", "origin", "folded"], name="lisibilite_one_definition"
            )
        ]

    def __str__(self) -> str:
        return self.name
