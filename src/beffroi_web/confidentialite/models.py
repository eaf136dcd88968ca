"""The lists of a collectivité: what stays in clear, what is always masked."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.scoped import Scoped


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
