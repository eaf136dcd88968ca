"""The language model that an authority chose."""

from __future__ import annotations

from django.db import models

from beffroi_web.collectivites.scoped import Scoped


class Kind(models.TextChoices):
    INSTANCE = "instance", "Le modèle de cette installation"
    SERVEUR = "serveur", "Un serveur que vous indiquez"
    AUCUN = "aucun", "Aucun modèle de langage"


class ModelChoice(Scoped):
    """One row an authority. ``sealed_key`` is the key of the server, encrypted with the secret of
    the instance: it is never shown again, and a copy of the database alone does not give it."""

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.INSTANCE)
    url = models.URLField("adresse du serveur", blank=True)
    sealed_key = models.TextField(blank=True)
    model = models.CharField("nom du modèle", max_length=200, blank=True)
    place = models.CharField("lieu des données", max_length=10, default="ailleurs")
    context_tokens = models.PositiveIntegerField("fenêtre, en jetons", default=8192)
    strong = models.BooleanField("grand modèle", default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collectivite"], name="one_model_per_authority")
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
