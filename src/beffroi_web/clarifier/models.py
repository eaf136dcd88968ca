"""Texts given, drafts made of them, every version of a draft, and what the checks say of each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from beffroi_web.collectivites.models import Direction
from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job


class Source(Scoped):
    """A text that a person gave, as it was read. It never changes: checks point into it.

    ``left_out`` lists what the reader met and did not read: what, count, where. A large file is
    read by ``job``: until then ``given`` holds it and ``text`` is empty.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titre", max_length=200)
    text = models.TextField("texte")
    format = models.CharField(max_length=10, default="txt")
    file_name = models.CharField("fichier", max_length=255, blank=True)
    pages = models.PositiveIntegerField(null=True)
    left_out = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    given = models.BinaryField(default=b"")
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField("déposé le", auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def unread(self) -> bool:
        """Whether its file is still to be read, or could not be."""
        return self.job is not None and not self.text

    @property
    def words(self) -> int:
        return len(self.text.split())


class State(models.TextChoices):
    """Where a text is on its way to be published."""

    BROUILLON = "brouillon", "Brouillon"
    RELU = "relu", "Relu"
    VALIDE = "valide", "Validé"


class Draft(Scoped):
    """One thing being written from a source with a modèle.

    ``values`` are the fields and choices that the person filled in; ``choices``, what the review
    before sending left in clear (``never``) or masked besides (``always``). ``basis`` is the text
    that the checks compare with: the source and what the person added in the fields; points point
    into it. ``job`` is the writing or the repair in progress, or the last one. ``current`` is the
    version on the table. ``found`` is what the search looks in: title and texts, without accents
    nor capitals.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="drafts")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    direction = models.ForeignKey(Direction, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField("titre", max_length=200)
    modele = models.CharField(max_length=80)
    modele_title = models.CharField(max_length=200)
    modele_version = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    basis = models.TextField(default="")
    data_class = models.CharField(max_length=12, default="interne")
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.BROUILLON)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    current = models.ForeignKey("Version", on_delete=models.PROTECT, null=True, related_name="+")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_at = models.DateTimeField("relu le", null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    signed_at = models.DateTimeField("validé le", null=True)
    found = models.TextField(default="")
    created_at = models.DateTimeField("créé le", auto_now_add=True)
    updated_at = models.DateTimeField("modifié le", auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("clarifier:texte", args=[self.pk])

    @property
    def working(self) -> bool:
        """Whether a job is writing it now."""
        return self.job is not None and not self.job.ended


class Origin(models.TextChoices):
    """How a version came about."""

    MACHINE = "machine", "Écrite par Beffroi"
    SANS_MODELE = "sans_modele", "Composée sans modèle"
    MAIN = "main", "Modifiée à la main"
    CORRECTION = "correction", "Point corrigé"
    REPARATION = "reparation", "Réparée par Beffroi"
    RETOUR = "retour", "Retour à une version"


class Version(models.Model):
    """A text at a moment. Versions are never changed nor removed while the draft lives.

    ``provenance`` is :class:`beffroi.drafting.types.Provenance` as JSON; ``notices`` are
    sentences for the person.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    origin = models.CharField(max_length=12, choices=Origin.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    provenance = models.JSONField(default=dict)
    notices = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class Point(models.Model):
    """What a check says of a version (:class:`beffroi.findings.Finding`), and what became of it.

    A point is *open* until a person accepts it with a reason; a point that was accepted stays so
    in the next versions as long as it says the same thing of the same words.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveIntegerField()
    type = models.CharField(max_length=80)
    severity = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    message = models.TextField(blank=True)
    source_start = models.PositiveIntegerField(null=True)
    source_end = models.PositiveIntegerField(null=True)
    draft_start = models.PositiveIntegerField(null=True)
    draft_end = models.PositiveIntegerField(null=True)
    source_text = models.TextField(blank=True)
    draft_text = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    reference = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="one_point_per_number")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def open(self) -> bool:
        return self.accepted_at is None and self.severity != "information"

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes it the same remark in another version."""
        return (self.type, self.source_text, self.draft_text)


class Typing(models.Model):
    """What a person is typing in the editor, not yet a version. One row a person and draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="typings")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    version = models.PositiveIntegerField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "author"], name="one_typing_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.author}, {self.draft}"
