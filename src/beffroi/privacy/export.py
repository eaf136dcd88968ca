"""What a masked text becomes for a program: rows, and the table in a file of its own."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from typing import Any

from beffroi.errors import InputError
from beffroi.privacy.types import Masked, Table

_MAGIC = "beffroi-table-1"
#: NIST SP 800-132 and OWASP 2023: scrypt with N = 2^15, r = 8, p = 1.
_COST = 2**15


def row(identifier: Any, text: str, masked: Masked) -> dict[str, Any]:
    """``{"id", "text", "masked", "spans"}``, spans as offsets in ``text``."""
    return {"id": identifier, "text": text, "masked": masked.text, "spans": spans(masked)}


def spans(masked: Masked) -> list[dict[str, Any]]:
    """Each mention: where, which label, whose token, how sure."""
    return [
        {
            "start": item.mention.start,
            "end": item.mention.end,
            "label": item.mention.label,
            "text": item.mention.text,
            "entity": item.entity,
            "confidence": round(item.mention.confidence, 2),
        }
        for item in masked.placed
    ]


def dump_table(table: Table, passphrase: str) -> str:
    """The table, encrypted under ``passphrase`` (scrypt, then AES-128-CBC and HMAC: Fernet)."""
    salt = os.urandom(16)
    content = json.dumps(_plain(table), ensure_ascii=False).encode()
    sealed = _cipher(passphrase, salt).encrypt(content)
    return json.dumps(
        {"format": _MAGIC, "sel": base64.b64encode(salt).decode(), "contenu": sealed.decode()}
    )


def load_table(data: str, passphrase: str) -> Table:
    """The table that :func:`dump_table` wrote.

    Raises :class:`beffroi.errors.InputError` for another file or a wrong passphrase.
    """
    from cryptography.fernet import InvalidToken

    try:
        outer = json.loads(data)
        if outer["format"] != _MAGIC:
            raise KeyError("format")
        cipher = _cipher(passphrase, base64.b64decode(outer["sel"]))
        return _table(json.loads(cipher.decrypt(outer["contenu"].encode())))
    except InvalidToken as error:
        raise InputError(
            "La table ne s’ouvre pas avec cette phrase de passe.",
            next_step="Vérifiez la phrase, majuscules comprises.",
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            "Ce fichier n’est pas une table de repères de Beffroi.",
            next_step="Donnez le fichier créé par « beffroi masquer --table ».",
            detail=str(error),
        ) from error


def _cipher(passphrase: str, salt: bytes) -> Any:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    if not passphrase:
        raise InputError(
            "Il faut une phrase de passe pour protéger la table.",
            next_step="Donnez-la avec la variable BEFFROI_PHRASE ou au clavier.",
        )
    key = Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def _plain(table: Table) -> dict[str, Any]:
    return {
        "entries": [[*key, value] for key, value in table.entries.items()],
        "literals": sorted(map(list, table.literals)),
    }


def _table(content: Mapping[str, Any]) -> Table:
    return Table(
        entries={
            (family, number, letter): text for family, number, letter, text in content["entries"]
        },
        literals=frozenset(
            (family, number, letter) for family, number, letter in content["literals"]
        ),
    )
