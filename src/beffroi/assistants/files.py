"""Assistant folders ↔ types: from and to a folder, a zip, or a mapping path → text.

The mapping (``{"assistant.md": …, "exemples/1.md": …, "essais/1.toml": …, "documents/x.md": …}``)
is what the web stores for an assistant of an authority, and the folder is what it exports.
Every fault raises :class:`BadAssistant` with the file, the key and what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from beffroi.assistants.assistant import Assistant
from beffroi.assistants.assistant_read import (
    MAIN,
    read_assistant,
    read_document,
    read_example,
    read_trial,
)
from beffroi.assistants.assistant_write import to_files
from beffroi.drafting.folder_texts import (
    is_in,
    refuse_strangers,
    texts_of_folder,
    texts_of_zip,
    zipped,
)
from beffroi.errors import BadAssistant, BadModele

__all__ = ["from_files", "from_folder", "from_zip", "to_files", "to_zip"]

KNOWN = (("exemples", "md"), ("essais", "toml"), ("documents", "md"))


def from_folder(folder: Path) -> Assistant:
    """The assistant in ``folder``. Files that are not part of one are refused, not ignored."""
    with _as_assistant():
        return from_files(texts_of_folder(folder, main=MAIN))


def from_zip(content: bytes) -> Assistant:
    """The assistant in a zip archive, at its root or in one folder. Bounded in size and files."""
    with _as_assistant():
        return from_files(texts_of_zip(content, main=MAIN))


def to_zip(assistant: Assistant) -> bytes:
    """``assistant`` as a zip archive holding its folder."""
    return zipped(assistant.name, to_files(assistant))


def from_files(files: Mapping[str, str]) -> Assistant:
    """The assistant that ``files`` (path → text) describe."""
    if MAIN not in files:
        raise BadAssistant("Il manque le fichier assistant.md.")
    with _as_assistant():
        refuse_strangers(files, main=MAIN, known=KNOWN, noun="assistant")
        return read_assistant(
            files[MAIN],
            examples=tuple(read_example(*one) for one in _those(files, *KNOWN[0])),
            trials=tuple(read_trial(*one) for one in _those(files, *KNOWN[1])),
            documents=tuple(read_document(*one) for one in _those(files, *KNOWN[2])),
        )


def _those(files: Mapping[str, str], folder: str, ending: str) -> list[tuple[str, str]]:
    return [(path, text) for path, text in sorted(files.items()) if is_in(path, folder, ending)]


@contextmanager
def _as_assistant() -> Iterator[None]:
    """The readers shared with modèles raise :class:`BadModele`: here it is an assistant."""
    try:
        yield
    except BadModele as error:
        raise BadAssistant(error.message, next_step=error.next_step, detail=error.detail) from error
