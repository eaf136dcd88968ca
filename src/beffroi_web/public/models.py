"""The public page of an authority, what was asked there, and the messages left for a person."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from beffroi_web.collectivites.scoped import Scoped

#: Days during which a question, and a message that was dealt with, are kept.
KEPT_DAYS = 90


class PublicPage(Scoped):
    """One page an authority, closed until an administrator opens it.

    ``assistant`` is the name of the one that answers. ``sites`` are the origins, one a line, in
    which the page may be framed. ``model_answers`` bounds what a day may cost: beyond, answers
    quote the documents without a model.
    """

    slug = models.SlugField("adresse de la page", max_length=60, unique=True)
    open = models.BooleanField("page ouverte aux habitants", default=False)
    assistant = models.CharField("assistant", max_length=80, blank=True)
    with_model = models.BooleanField("réponses rédigées par le modèle de langage", default=False)
    model_answers = models.PositiveIntegerField(
        "réponses rédigées par jour, au plus",
        default=200,
        validators=[MaxValueValidator(100_000)],
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sites = models.TextField("sites où la page peut être incluse", blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collectivite"], name="one_public_page")]

    def __str__(self) -> str:
        return self.slug

    @property
    def origins(self) -> list[str]:
        return self.sites.split()


class Question(Scoped):
    """One question of a visitor, personal data masked, and what was answered.

    Nothing tells who asked. The words of an emergency are not kept. ``cited`` are the titles and
    identifiers of the documents of the answer. ``helped`` is the opinion of the visitor.
    ``handled_at``: an agent wrote the missing sheet, or set the question aside. ``meaning`` is
    the row of the encoder, kept to group questions that say the same thing. ``essai`` is the
    assistant that received its answer as an essai.
    """

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="fr")
    status = models.CharField(max_length=12)
    answer = models.TextField(blank=True)
    cited = models.JSONField(default=list)
    model = models.CharField(max_length=200, blank=True)
    helped = models.BooleanField(null=True, default=None)
    handled_at = models.DateTimeField(null=True, default=None)
    meaning = models.BinaryField(null=True, default=None)
    essai = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["collectivite", "status", "-created_at"])]

    def __str__(self) -> str:
        return self.text[:80]


class Message(Scoped):
    """What a visitor wrote to a person, kept in clear: it is meant to be answered.

    ``question`` and ``answer`` are what was said with the machine, only if the visitor agreed.
    """

    name = models.CharField("prénom et nom", max_length=150)
    contact = models.CharField("téléphone ou courriel", max_length=200)
    text = models.TextField("message")
    question = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="fr")
    created_at = models.DateTimeField(auto_now_add=True)
    handled_at = models.DateTimeField(null=True, default=None)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name}, {self.created_at}"
