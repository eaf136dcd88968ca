"""Consultations given, what the machine found in them, and what people decided since."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse

from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.jobs.models import Job

#: The act of a change by which new answers joined.
JOINED = "joindre"


class Consultation(Scoped):
    """A file of answers and one of its open questions.

    ``answers`` are the rows as they were analysed, ``found`` what the machine found in them (JSON
    of a ``Result``): the changes of people are replayed over them. ``profile`` names the columns
    that say who answers, for crossing (``None``: those that look like it). ``points`` holds the
    meaning of the ideas and their places on the map. The other questions of the same file are
    ``others``, whose ``main`` is the first. ``versions`` are the analyses that another replaced,
    kept whole with what people decided of them (:mod:`.versions`); ``beside`` ones were another
    question of the file.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titre", max_length=200)
    question = models.CharField("question posée", max_length=500, blank=True)
    file = models.FileField("fichier", upload_to="consultations")
    file_name = models.CharField(max_length=255)
    tool = models.CharField(max_length=60, blank=True)
    rows = models.PositiveIntegerField(default=0)
    column = models.CharField("colonne des réponses", max_length=300, blank=True)
    person = models.CharField("colonne des personnes", max_length=300, blank=True)
    profile = models.JSONField(null=True)
    main = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="others")
    former_of = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="versions"
    )
    kept_at = models.DateTimeField("gardée le", null=True)
    beside = models.BooleanField("question à côté d’une autre", default=False)
    given = models.TextField("thèmes à suivre", blank=True)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(null=True)
    found = models.JSONField(null=True)
    points = models.FileField("sens des idées", upload_to="consultations", blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    signed_at = models.DateTimeField("signé le", null=True)
    created_at = models.DateTimeField("déposé le", auto_now_add=True)
    updated_at = models.DateTimeField("modifié le", auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("consultation:consultation", args=[self.pk])

    @property
    def asked(self) -> str:
        """The question as people read it: what was asked, else the name of its column."""
        return self.question or self.column

    @property
    def first(self) -> Consultation:
        """The first question of the same file: itself, unless it is one of the others."""
        return self.main or self

    @property
    def working(self) -> bool:
        """Whether a job is analysing it now."""
        return self.job is not None and not self.job.ended

    @property
    def sense(self) -> FieldFile:
        """The file of meanings of what is shown: that of the last answers that joined, if any."""
        last = self.changes.filter(undone=False, act=JOINED).last()
        arrival = self.arrivals.get(pk=last.args["arrivee"]) if last else None
        return arrival.points if arrival else self.points


class Arrival(models.Model):
    """Answers that came after the analysis. ``found`` is the result with them, once it is made:
    the decision that makes them join (a :class:`Change`) can be undone as any other. ``included``
    ones are analysed with the file: the analysis was done again after they had joined."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="arrivals"
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    file = models.FileField("fichier", upload_to="consultations")
    file_name = models.CharField(max_length=255)
    answers = models.JSONField(null=True)
    found = models.JSONField(null=True)
    points = models.FileField("sens des idées", upload_to="consultations", blank=True)
    included = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file_name


class Change(models.Model):
    """One decision of a person on the themes. ``undone`` ones are kept and skipped."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="changes")
    act = models.CharField(max_length=20)
    args = models.JSONField(default=dict)
    said = models.CharField(max_length=500)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.said


class Reading(models.Model):
    """What a person thought of the place given to one answer of the sample."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="readings"
    )
    row = models.PositiveIntegerField()
    right = models.BooleanField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "row"], name="one_reading_per_row")
        ]

    def __str__(self) -> str:
        return f"{self.row} : {self.right}"
