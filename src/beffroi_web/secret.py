"""The secret key of the sessions: given by a setting, or made once and kept in ``BEFFROI_HOME``."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from beffroi.settings import Settings

FILE = "cle-secrete"


def secret_key(settings: Settings) -> str:
    """The key of this instance. Makes ``BEFFROI_HOME/cle-secrete`` (readable by its owner only)."""
    if settings.secret_key:
        return settings.secret_key
    path = settings.home / FILE
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, key: str) -> None:
    """Complete or absent, and the first of two processes that start together wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(key, encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        draft.replace(path)
        return
    draft.unlink()
