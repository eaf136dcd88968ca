"""An authority, its directions, and the roles of people in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from beffroi_web.collectivites.scoped import Scoped


def default_policy() -> dict[str, str]:
    """The farthest place that each class of data may reach in clear (design, section 7)."""
    return {
        "publique": "ailleurs",
        "interne": "france_ue",
        "personnelle": "maison",
        "sensible": "machine",
    }


class Collectivite(models.Model):
    """A commune, an intercommunalité, a département, a syndicat.

    ``policy`` maps each class of data to the farthest place that it may reach; personal data go
    beyond the house only masked, sensitive data never leave the machine unless this says so.
    """

    name = models.CharField("nom", max_length=200)
    siren = models.CharField(
        "numéro SIREN",
        max_length=9,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^\d{9}$", "Le numéro SIREN compte neuf chiffres.")],
    )
    address = models.TextField("adresse postale", blank=True)
    telephone = models.CharField("téléphone", max_length=40, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    website = models.URLField("site", blank=True)
    hours = models.TextField("horaires d’ouverture", blank=True)
    notes = models.TextField("autres renseignements", blank=True)
    colour = models.CharField("couleur principale", max_length=7, default="#8c3b2a")
    second_colour = models.CharField("seconde couleur", max_length=7, default="#2f5d50")
    logo = models.FileField("logo", upload_to="logos/", blank=True)
    retention_days = models.PositiveIntegerField(
        "durée de conservation, en jours", default=365, validators=[MinValueValidator(1)]
    )
    conversation_days = models.PositiveIntegerField(
        "conversations gardées, en jours sans question",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
    )
    require_second_factor = models.BooleanField(
        "second facteur exigé de tous les comptes", default=False
    )
    second_person_validates = models.BooleanField(
        "une seconde personne valide chaque texte", default=False
    )
    block_when_in_doubt = models.BooleanField(
        "bloquer l’envoi à un modèle extérieur tant qu’un doute reste", default=False
    )
    policy = models.JSONField("charte des données", default=default_policy)
    created_at = models.DateTimeField("créée le", auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def sheet(self) -> str:
        """The contact sheet in plain text: facts that a draft may add."""
        rows: list[tuple[str, Any]] = [
            ("", self.name),
            ("Adresse : ", self.address),
            ("Téléphone : ", self.telephone),
            ("Adresse électronique : ", self.email),
            ("Site : ", self.website),
            ("Horaires : ", self.hours),
            ("", self.notes),
        ]
        return "\n".join(f"{label}{value}" for label, value in rows if value)


class Direction(Scoped):
    """A direction or a service of the authority."""

    name = models.CharField("nom", max_length=150)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["collectivite", "name"], name="one_direction_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    AGENT = "agent", "Agent"
    REFERENT = "referent", "Référent de direction"
    VALIDATEUR = "validateur", "Validateur"
    DPO = "dpo", "Délégué à la protection des données"
    ADMINISTRATEUR = "administrateur", "Administrateur"
    FORMATEUR = "formateur", "Formateur"
    ELU = "elu", "Élu"


class Membership(models.Model):
    """One role of one person in one authority; several rows for several roles."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    collectivite = models.ForeignKey(
        Collectivite, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField("rôle", max_length=20, choices=Role.choices, default=Role.AGENT)
    direction = models.ForeignKey(
        Direction, on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "collectivite", "role"], name="one_row_per_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}, {self.collectivite}"
