"""The modèles that an authority wrote, with every version of their files."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.models import Direction
from beffroi_web.collectivites.scoped import Scoped


class Sharing(models.TextChoices):
    """Who, beside its author, may use a modèle."""

    AUTEUR = "auteur", "Vous seul"
    DIRECTION = "direction", "Votre direction"
    MAISON = "maison", "Toute la collectivité"


class OwnModele(Scoped):
    """A modèle of the authority. ``name`` is unique in it and never that of a shipped one."""

    name = models.CharField("nom", max_length=80)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    direction = models.ForeignKey(Direction, on_delete=models.SET_NULL, null=True, related_name="+")
    sharing = models.CharField(
        "partage", max_length=10, choices=Sharing.choices, default=Sharing.AUTEUR
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["collectivite", "name"], name="one_modele_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """One version of the files of a modèle (path → text), the same as the folder."""

    modele = models.ForeignKey(OwnModele, on_delete=models.CASCADE, related_name="editions")
    version = models.PositiveIntegerField()
    files = models.JSONField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tried = models.JSONField(null=True, default=None)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["modele", "version"], name="one_edition_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.modele} {self.version}"
