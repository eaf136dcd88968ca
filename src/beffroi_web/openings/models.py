"""Keys that let a tool of the house in, and how much each was used."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from beffroi_web.collectivites.models import Direction
from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job


class Scope(models.TextChoices):
    """What a key opens. One or several."""

    VERIFIER = "verifier", "Vérifier une réécriture"
    LISIBILITE = "lisibilite", "Mesurer la lisibilité"
    MASQUER = "masquer", "Masquer et restituer des données personnelles"
    CLARIFIER = "clarifier", "Écrire un brouillon avec un modèle"
    DEMANDER = "demander", "Chercher et poser une question dans les documents"
    MODELE = "modele", "Employer le modèle de langage (passerelle)"


class DataClass(models.TextChoices):
    """The classes of the charter (:data:`beffroi.drafting.types.DataClass`)."""

    PUBLIQUE = "publique", "Publiques"
    INTERNE = "interne", "Internes"
    PERSONNELLE = "personnelle", "Personnelles"
    SENSIBLE = "sensible", "Sensibles"


class Key(Scoped):
    """A key of an authority, for one tool. Only the SHA-256 of its secret is kept.

    ``mark`` is the beginning of the secret, to tell keys apart. ``direction`` limits it to what
    that direction may see; without one it sees what the whole house shares. ``quota`` counts the
    calls of a day, local time.
    """

    name = models.CharField("outil", max_length=120)
    mark = models.CharField(max_length=16)
    secret_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    direction = models.ForeignKey(
        Direction, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    data_class = models.CharField(
        max_length=12, choices=DataClass.choices, default=DataClass.INTERNE
    )
    quota = models.PositiveIntegerField(
        default=1000, validators=[MinValueValidator(1), MaxValueValidator(1_000_000)]
    )
    expires_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField("créée le", auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def expired(self) -> bool:
        """The day of expiry is the last on which the key opens."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def open(self) -> bool:
        return self.revoked_at is None and not self.expired

    @property
    def scope_labels(self) -> list[str]:
        return [str(Scope(scope).label) for scope in self.scopes]

    @property
    def reference(self) -> str:
        """How the journal points at it."""
        return f"cle:{self.pk}"


class Usage(models.Model):
    """How many calls a key made on a day."""

    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="usages")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "day"], name="one_usage_per_day")]

    def __str__(self) -> str:
        return f"{self.key}, {self.day} : {self.count}"


class Event(models.TextChoices):
    """What another program can be told of."""

    SIGNED = "brouillon.signe", "Un texte est signé"
    UNANSWERED = "question.sans_reponse", "Une question d’habitant est restée sans réponse"


class Hook(Scoped):
    """A program that is told of events. ``sealed_secret`` signs what is sent to it, and is kept
    encrypted with the secret of the instance. ``private`` lets its address be inside the network
    of the house."""

    name = models.CharField("logiciel", max_length=120)
    url = models.URLField("adresse à appeler", max_length=500)
    sealed_secret = models.TextField()
    events = models.JSONField(default=list)
    private = models.BooleanField("adresse dans le réseau de la maison", default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField("averti le", null=True)
    trouble = models.CharField("dernier échec", max_length=300, blank=True)

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def event_labels(self) -> list[str]:
        return [str(Event(event).label) for event in self.events]

    @property
    def reference(self) -> str:
        return f"avertissement:{self.pk}"


class Mailbox(Scoped):
    """A mailbox whose letters become drafts of replies. Nothing is ever sent nor marked there.

    ``owner`` receives the drafts. ``validity`` and ``last_uid`` say which letters were read.
    """

    host = models.CharField("serveur", max_length=200)
    port = models.PositiveIntegerField(
        "port", default=993, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    security = models.CharField(
        "protection",
        max_length=8,
        default="tls",
        choices=[("tls", "TLS"), ("starttls", "STARTTLS"), ("aucune", "Aucune (réseau interne)")],
    )
    login = models.CharField("identifiant", max_length=200)
    sealed_password = models.TextField(blank=True)
    folder = models.CharField("dossier", max_length=200, default="INBOX")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    visited_at = models.DateTimeField("relevée le", null=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collectivite"], name="one_mailbox")]

    def __str__(self) -> str:
        return f"{self.login}, {self.host}"

    @property
    def working(self) -> bool:
        return self.job is not None and not self.job.ended


class Letter(Scoped):
    """One letter that was read: what it asks, of whom, how soon, and the draft of its reply.

    ``reason`` says why there is no draft; ``haste`` are the reasons to answer first; ``orders``
    the sentences that speak to a machine. Only the ``owner`` of its draft opens it.
    """

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="letters")
    uid = models.BigIntegerField()
    validity = models.BigIntegerField()
    subject = models.CharField("objet", max_length=300, blank=True)
    points = models.JSONField(default=list)
    facts = models.JSONField(default=list)
    service = models.CharField("service", max_length=150, blank=True)
    haste = models.JSONField(default=list)
    orders = models.JSONField(default=list)
    reason = models.CharField(max_length=300, blank=True)
    draft = models.ForeignKey(
        "clarifier.Draft", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField("lue le", auto_now_add=True)

    class Meta:
        ordering = ["-read_at", "-uid"]
        constraints = [
            models.UniqueConstraint(fields=["mailbox", "validity", "uid"], name="one_letter_once")
        ]

    def __str__(self) -> str:
        return self.subject
