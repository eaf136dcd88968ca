"""Collections, the documents in them, and the places where documents are fetched."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from beffroi_web.collectivites.models import Direction
from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job


class Collection(Scoped):
    """Documents with the same readers. ``house`` opens them to all the authority; otherwise only
    the people of ``direction`` read them. A collection whose direction was removed is read by
    nobody until an administrator opens it again: a lost direction never opens a document.

    ``public`` lets the public page answer inhabitants from it. ``masked``: only texts whose
    personal data are replaced are kept and searched, and no original. ``remarks`` is what was
    found worth a look when its documents were last read (:mod:`remarked`).
    """

    name = models.CharField("nom", max_length=120)
    description = models.CharField("ce qu’elle contient", max_length=300, blank=True)
    house = models.BooleanField("ouverte à toute la collectivité", default=False)
    direction = models.ForeignKey(Direction, on_delete=models.SET_NULL, null=True, related_name="+")
    public = models.BooleanField("ouverte aux habitants", default=False)
    masked = models.BooleanField("données personnelles masquées", default=False)
    remarks = models.JSONField(default=dict)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("créée le", auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["collectivite", "name"], name="one_collection_per_name")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("knowledge:collection", args=[self.pk])

    @property
    def working(self) -> bool:
        """Whether a job is reading its documents now."""
        return self.job is not None and not self.job.ended


class FeedKind(models.TextChoices):
    SITE = "site", "Un site, par son plan (sitemap)"
    DOSSIER = "dossier", "Un dossier du serveur"
    BOITE = "boite", "Un dossier de la boîte aux lettres"


class Feed(models.Model):
    """Where documents of a collection come from by themselves, and what the last visit gave.

    ``report``: ``{"ajoutes", "changes", "inchanges", "retires", "ecartes"}`` counts.
    """

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="feeds")
    kind = models.CharField(max_length=8, choices=FeedKind.choices)
    address = models.CharField("adresse", max_length=500)
    report = models.JSONField(null=True, default=None)
    visited_at = models.DateTimeField("visité le", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["collection", "address"], name="one_feed_per_address")
        ]

    def __str__(self) -> str:
        return self.address


class State(models.TextChoices):
    ATTENTE = "attente", "En attente de lecture"
    INDEXE = "indexe", "Cherchable"
    ECARTE = "ecarte", "Laissé de côté"


class Document(Scoped):
    """One document. ``key`` is its name in the index, unique in the authority. ``text`` is what
    was read; ``file`` the original, kept to be opened again. ``reason`` says why it was left out.
    """

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="documents")
    feed = models.ForeignKey(Feed, on_delete=models.SET_NULL, null=True, related_name="documents")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("identifiant", max_length=200)
    title = models.CharField("titre", max_length=300)
    text = models.TextField(blank=True)
    file = models.FileField(upload_to="documents/", blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    format = models.CharField(max_length=10, blank=True)
    url = models.CharField("adresse de l’original", max_length=500, blank=True)
    date = models.DateField("date du document", null=True, blank=True)
    expires = models.DateField("valable jusqu’au", null=True, blank=True)
    synonyms = models.JSONField(default=list)
    pages = models.PositiveIntegerField(null=True)
    left_out = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ATTENTE)
    reason = models.CharField(max_length=500, blank=True)
    passages = models.PositiveIntegerField(default=0)
    indexed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField("déposé le", auto_now_add=True)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["collectivite", "key"], name="one_document_per_key")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("knowledge:document", args=[self.pk])

    @property
    def expired(self) -> bool:
        return self.expires is not None and self.expires < timezone.localdate()


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
