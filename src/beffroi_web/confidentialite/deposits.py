"""Files: given, treated at once or by a job, taken back, erased. Sealed all the way."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from beffroi.errors import InputError
from beffroi.privacy import Table
from beffroi.privacy.export import dump_table
from beffroi.privacy.files import anonymise_file, mask_file, restore_file
from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.confidentialite.models import Deposit
from beffroi_web.confidentialite.sealed import LIFETIME, seal, seal_bytes, unseal, unseal_bytes
from beffroi_web.jobs import port
from beffroi_web.journal import actions as journal

TREATING = "confidentialite.fichier"
#: Bytes beyond which a file is a job: a page does not wait for it.
LARGE = 400_000
#: What a person is told of a file that is no longer there.
GONE = "Ce fichier n’est plus là : il est effacé après un jour. Déposez-le de nouveau."


def give(
    data: bytes,
    *,
    name: str,
    work: str,
    user: User,
    collectivite: Collectivite,
    table: Table | None = None,
) -> Deposit:
    """Keep the file, sealed, and treat it: now if it is small, else by a job.

    Raises :class:`beffroi.errors.InputError` for a small file that cannot be treated.
    """
    if not user.has_perm("clarifier.rediger", collectivite):
        raise PermissionDenied
    forget()
    row = Deposit(collectivite=collectivite, owner=user, work=work, name=name[-200:])
    row.given = seal_bytes(data, user=user.pk)
    row.table = seal(table, user=user.pk).encode() if table is not None else b""
    if len(data) <= LARGE:
        made = treated(row)
        with transaction.atomic():
            row.save()
            finish(row, made)
        return row
    with transaction.atomic():
        row.save()
        row.job = port.enqueue(
            TREATING,
            {"depot": row.pk},
            collectivite=collectivite,
            owner=user,
            title=f"{row.get_work_display()} : {row.name}",
        )
        row.save(update_fields=["job"])
    return row


def treated(row: Deposit) -> dict[str, Any]:
    """What the file of ``row`` becomes. Writes nothing."""
    data = unseal_bytes(row.given, user=row.owner_id)
    if data is None:
        raise InputError(GONE)
    lists = lists_of(row.collectivite)
    if row.work == Deposit.Work.RESTORE:
        table = unseal(bytes(row.table).decode(), user=row.owner_id) or Table()
        restored = restore_file(data, name=row.name, table=table)
        said = [f"{item.title} : {item.message}" for item in restored.findings]
        return {"data": restored.data, "counts": {}, "said": list(dict.fromkeys(said))}
    if row.work == Deposit.Work.ANONYMISE:
        masked = anonymise_file(data, name=row.name, today=datetime.date.today(), lists=lists)
    else:
        masked = mask_file(data, name=row.name, lists=lists)
    said = [f"Non traité : {item.what} ({item.count})" for item in masked.left_out]
    return {"data": masked.data, "counts": masked.counts, "said": said, "table": masked.table}


def finish(row: Deposit, made: Mapping[str, Any]) -> None:
    """Keep what was made, drop what was given; inside a transaction."""
    row.made = seal_bytes(made["data"], user=row.owner_id)
    if made.get("table") is not None:
        row.table = seal(made["table"], user=row.owner_id).encode()
    row.given, row.counts, row.said = b"", dict(made["counts"]), made["said"]
    row.done_at = timezone.now()
    row.save()
    details = {"fichier": row.work, **row.counts}
    journal.write(row.collectivite, row.owner, "confidentialite.masque", details=details)


def copy_of(row: Deposit) -> bytes | None:
    """The file to take back; ``None`` when it is gone or not ready."""
    return unseal_bytes(row.made, user=row.owner_id) if row.made else None


def table_of(row: Deposit, phrase: str) -> bytes | None:
    """The table under the passphrase that the person chose, which is kept nowhere."""
    table = unseal(bytes(row.table).decode(), user=row.owner_id) if row.table else None
    return dump_table(table, phrase).encode() if table is not None else None


def forget() -> None:
    """Erase the files older than a day, of every authority."""
    old = timezone.now() - datetime.timedelta(seconds=LIFETIME)
    Deposit.objects.across("files are erased after a day").filter(created_at__lt=old).delete()
