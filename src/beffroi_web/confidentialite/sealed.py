"""The table of tokens, sealed for one person or one key: the server keeps nothing of it."""

from __future__ import annotations

import base64
import hashlib
import json

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from beffroi.privacy import Table

#: Seconds after which the answer can no longer be restored from the page.
LIFETIME = 24 * 3600


def seal(table: Table, *, user: int | str) -> str:
    """The table, readable again only by this instance and for the same person (or key)."""
    content = {
        "entries": [[*key, text] for key, text in table.entries.items()],
        "literals": sorted(map(list, table.literals)),
    }
    return seal_bytes(json.dumps(content).encode(), user=user).decode()


def seal_bytes(content: bytes, *, user: int) -> bytes:
    """``content``, readable again only by this instance and for the same person."""
    return _cipher(user).encrypt(content)


def unseal_bytes(sealed: bytes, *, user: int) -> bytes | None:
    """What :func:`seal_bytes` sealed; ``None`` for another person’s, an altered or an old one."""
    try:
        return _cipher(user).decrypt(bytes(sealed), ttl=LIFETIME)
    except InvalidToken:
        return None


def unseal(sealed: str, *, user: int | str) -> Table | None:
    """What :func:`seal` sealed; ``None`` for another person's, an altered or an old one."""
    content_bytes = unseal_bytes(sealed.encode(), user=user)
    try:
        content = json.loads(content_bytes or b"")
    except ValueError:
        return None
    return Table(
        entries={
            (family, number, letter): text for family, number, letter, text in content["entries"]
        },
        literals=frozenset(
            (family, number, letter) for family, number, letter in content["literals"]
        ),
    )


def _cipher(user: int | str) -> Fernet:
    secret = f"confidentialite:{user}:{settings.SECRET_KEY}".encode()
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret).digest()))
