"""What people concerned said of a version of a text."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from beffroi_web.clarifier.models import Version
from beffroi_web.collectivites.scoped import Scoped


class Record(Scoped):
    """One proof-reading of one version.

    ``readers`` are first names, initials or the name of a group, given with their agreement: the
    row is removed on demand, and the journal never holds them.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="relectures")
    readers = models.CharField("qui a relu", max_length=300)
    companion = models.CharField("qui accompagnait", max_length=200)
    on = models.DateField("le")
    understood = models.TextField("ce qui a été compris")
    changed = models.TextField("ce qui a été changé")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField("noté le", auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.readers}, {self.on:%d/%m/%Y}"
