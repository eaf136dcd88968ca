"""Conversations, private to one person; and the assistants that an authority wrote."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from beffroi_web.collectivites.models import Direction
from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job
from beffroi_web.modeles.models import Sharing


class Conversation(Scoped):
    """Questions of one person to one assistant. Nobody else opens it, whatever the role.

    ``current`` is the end of the branch that is shown. ``found`` is what the search looks in,
    without accents nor capitals.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    assistant = models.CharField(max_length=80)
    assistant_title = models.CharField(max_length=200)
    title = models.CharField("titre", max_length=200)
    current = models.ForeignKey("Turn", on_delete=models.SET_NULL, null=True, related_name="+")
    found = models.TextField(default="")
    created_at = models.DateTimeField("commencée le", auto_now_add=True)
    used_at = models.DateTimeField("dernière question le", auto_now_add=True)

    class Meta:
        ordering = ["-used_at", "-pk"]
        indexes = [models.Index(fields=["owner", "-used_at"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("assistants:conversation", args=[self.pk])


class Turn(models.Model):
    """One question and its answer. Turns of the same ``parent`` are branches: the question was
    edited, or answered again.

    ``passages`` and ``answer`` are :class:`beffroi.assistants.Passages` and ``Answer`` as JSON;
    ``sentences`` what has been said so far. ``energy`` is in watt-hours, ``None`` when unknown.
    ``helped`` is the opinion of the person.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    question = models.TextField()
    passages = models.JSONField(null=True, default=None)
    sentences = models.JSONField(default=list)
    answer = models.JSONField(null=True, default=None)
    reference = models.CharField("assistant et version", max_length=120, blank=True)
    model = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=10, blank=True)
    seconds = models.FloatField(null=True)
    energy = models.FloatField(null=True)
    energy_method = models.CharField(max_length=10, blank=True)
    notice = models.TextField(blank=True)
    helped = models.BooleanField(null=True, default=None)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.question[:80]

    @property
    def working(self) -> bool:
        """Whether a job is answering it now."""
        return self.job is not None and not self.job.ended


class Attachment(models.Model):
    """A document dropped into a conversation: searched for it alone, erased with it."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="attachments"
    )
    title = models.CharField(max_length=300)
    text = models.TextField()
    left_out = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """Its name in the answers, which no document of the authority bears."""
        return f"piece-jointe:{self.pk}"


class OwnAssistant(Scoped):
    """An assistant of the authority. ``name`` is unique in it and never that of a shipped one."""

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
            models.UniqueConstraint(fields=["collectivite", "name"], name="one_assistant_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """One version of the files of an assistant (path → text), the same as the folder. ``tried`` is
    what its essais gave: they must all pass before it is shared."""

    assistant = models.ForeignKey(OwnAssistant, on_delete=models.CASCADE, related_name="editions")
    version = models.PositiveIntegerField()
    files = models.JSONField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tried = models.JSONField(null=True, default=None)
    tried_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["assistant", "version"], name="one_assistant_edition_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.assistant} {self.version}"


class Offer(Scoped):
    """An assistant that another authority gives to this one: it waits to be taken or refused."""

    title = models.CharField(max_length=200)
    giver = models.CharField("collectivité qui donne", max_length=200)
    files = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title
