"""Lines that are written once. The database itself refuses to change or remove them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.collectivites.scoped import Scoped
from beffroi_web.journal.acts import ACTS
from beffroi_web.journal.chain import ORIGIN, Line


class Entry(Scoped):
    """One consequential act: who, what, on what. Never the text of a document."""

    number = models.PositiveBigIntegerField("numéro")
    at = models.DateTimeField("date")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    act = models.CharField("acte", max_length=60)
    object = models.CharField("objet", max_length=120, blank=True)
    details = models.TextField("précisions", default="{}")
    previous = models.CharField(max_length=64)
    hash = models.CharField("empreinte", max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["collectivite", "number"], name="one_line_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.act_label}"

    @property
    def act_label(self) -> str:
        return ACTS.get(self.act, self.act)

    def line(self) -> Line:
        """This row as the arithmetic sees it."""
        return Line(
            collectivite=self.collectivite_id,
            number=self.number,
            at=self.at,
            actor=self.actor_id,
            act=self.act,
            object=self.object,
            details=self.details,
            previous=self.previous,
            hash=self.hash,
        )


class Head(models.Model):
    """How many lines an authority has and the hash of the last: a removed end is seen."""

    collectivite = models.OneToOneField(
        "collectivites.Collectivite", on_delete=models.PROTECT, related_name="+"
    )
    count = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=ORIGIN)

    def __str__(self) -> str:
        return f"{self.count} lignes"
