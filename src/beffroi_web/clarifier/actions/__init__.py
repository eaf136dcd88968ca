"""Everything that changes a text: permission, transaction, journal line, job. One file each."""

from beffroi_web.clarifier.actions.allowed import allow
from beffroi_web.clarifier.actions.correcting import accept, drop_typing, edit, keep_typing, reopen
from beffroi_web.clarifier.actions.giving import (
    READING,
    drop_file,
    give,
    give_large,
    store_read,
)
from beffroi_web.clarifier.actions.keeping import searchable, store_mended, store_written
from beffroi_web.clarifier.actions.leaving import delete, exported, rename
from beffroi_web.clarifier.actions.signing import may_validate, obstacles, sign, validate
from beffroi_web.clarifier.actions.writing import (
    REPAIRING,
    WRITING,
    begin,
    establish,
    keep_partial,
    repair,
    stop,
    write_again,
)

__all__ = [
    "READING",
    "REPAIRING",
    "WRITING",
    "accept",
    "allow",
    "begin",
    "delete",
    "drop_file",
    "drop_typing",
    "edit",
    "establish",
    "exported",
    "give",
    "give_large",
    "keep_partial",
    "keep_typing",
    "may_validate",
    "obstacles",
    "rename",
    "reopen",
    "repair",
    "searchable",
    "sign",
    "stop",
    "store_mended",
    "store_read",
    "store_written",
    "validate",
    "write_again",
]
