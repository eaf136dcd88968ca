"""Long work: what was asked, how far it is, what it has written so far, how it ended."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.scoped import Scoped


class State(models.TextChoices):
    WAITING = "attente", "En attente"
    RUNNING = "en_cours", "En cours"
    DONE = "fini", "Terminé"
    FAILED = "echec", "Interrompu par une erreur"
    STOPPED = "arret", "Arrêté à votre demande"


ENDED = (State.DONE, State.FAILED, State.STOPPED)


class Job(Scoped):
    """One piece of work. The row is written in the transaction of the act that asks for it; the
    worker finds it there, so an acknowledged request cannot be lost.

    ``attempt`` counts the times that a person resumed it; ``worker`` names the process that has
    it. ``key`` makes a request that is sent twice one job.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    title = models.CharField("travail", max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    args = models.JSONField(default=dict)
    key = models.CharField(max_length=64, null=True, default=None)
    state = models.CharField("état", max_length=10, choices=State.choices, default=State.WAITING)
    label = models.CharField("étape", max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True, default=None)
    error_code = models.CharField(max_length=60, blank=True)
    error = models.TextField(blank=True)
    stop_requested = models.BooleanField(default=False)
    attempt = models.PositiveIntegerField(default=1)
    worker = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    started_at = models.DateTimeField("commencé le", null=True)
    ended_at = models.DateTimeField("terminé le", null=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "created_at"])]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_job_per_request")]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_state_display()})"

    @property
    def ended(self) -> bool:
        return self.state in ENDED


class Piece(models.Model):
    """One event of a job, in order: a reader who comes back reads them all again.

    ``kind``: ``etape`` (JSON label, done, total), ``texte`` (to append), ``remplace`` (the whole
    text so far), ``fin`` (``step`` is then the attempt that ended: a resumed job has several).
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    step = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="one_piece_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class Recorded(models.Model):
    """The mark of a write done once: it is committed together with the write itself."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="recorded")
    key = models.CharField(max_length=80)
    result = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "key"], name="one_write_per_key")]

    def __str__(self) -> str:
        return self.key


class Worker(models.Model):
    """A process that runs jobs, and when it was last seen alive."""

    name = models.CharField(max_length=120, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
