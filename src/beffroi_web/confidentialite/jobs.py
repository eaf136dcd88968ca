"""The long work of this room: a large file."""

from __future__ import annotations

from django.db import transaction

from beffroi_web.confidentialite import deposits
from beffroi_web.confidentialite.models import Deposit
from beffroi_web.jobs.port import Context, handler
from beffroi_web.jobs.retention import daily

daily(deposits.forget)


@handler(deposits.TREATING, title="Traiter un fichier")
def traiter(context: Context) -> int:
    """Mask, anonymise or restore the file. One step: nothing of the file goes to the engine."""
    rows = Deposit.objects.across("a job knows its file by its number")
    row = rows.select_related("collectivite", "owner").get(pk=context.args["depot"])

    def work() -> int:
        made = deposits.treated(row)
        with transaction.atomic():
            deposits.finish(row, made)
        return int(row.pk)

    return context.step("traitement", "Lecture et traitement du fichier", work)
