"""The essais of an assistant, one at a time: written, changed, removed, made of a rated answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from beffroi.assistants import Assistant
from beffroi.assistants.assistant import Expected, Trial
from beffroi.assistants.files import from_files, to_files
from beffroi.errors import InputError
from beffroi.knowledge import Source
from beffroi_web.assistants import writing
from beffroi_web.assistants.available import latest
from beffroi_web.assistants.models import OwnAssistant
from beffroi_web.journal import actions as journal
from beffroi_web.knowledge.models import Document

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: Characters of a document that an essai may bring into the folder of an assistant.
LONGEST = 100_000


class NotForTheFolder(InputError):
    code = "assistants.document_hors_dossier"
    default_message = "Le document cité ne peut pas entrer dans le dossier de l’assistant."
    default_next_step = (
        "Écrivez l’essai vous-même, avec un extrait que tous ceux qui emploient l’assistant "
        "peuvent lire."
    )


def put(
    row: OwnAssistant,
    trial: Trial,
    *,
    instead_of: str = "",
    documents: Sequence[Source] = (),
    user: User,
) -> None:
    """Add an essai, or put it in the place of the one named ``instead_of``. ``documents`` enter
    the folder, where they are not yet. Raises :class:`BadAssistant`."""
    before = latest(row)
    named = replace(trial, name=instead_of or _new_name(before))
    if instead_of:
        trials = tuple(named if one.name == instead_of else one for one in before.trials)
    else:
        trials = (*before.trials, named)
    held = {one.id for one in before.documents}
    fresh = tuple(one for one in documents if one.id not in held)
    _write(row, replace(before, trials=trials, documents=(*before.documents, *fresh)), user)


def remove(row: OwnAssistant, name: str, *, user: User) -> None:
    before = latest(row)
    trials = tuple(one for one in before.trials if one.name != name)
    _write(row, replace(before, trials=trials), user)


def from_rated(row: OwnAssistant, question: str, cited: Sequence[str], *, user: User) -> None:
    """The question of an answer that helped: it must go on citing the first of the documents
    ``cited`` (their keys), whose text enters the folder. Raises :class:`NotForTheFolder` when
    those who use the assistant may not all read it, or when it is too long."""
    source = _source(row, cited[0]) if cited else None
    if source is None:
        raise NotForTheFolder
    trial = Trial(
        name="",
        title=_title(question),
        question=question,
        before=(),
        expected=Expected(status="repondu", cites=(source.id,)),
    )
    put(row, trial, documents=[source], user=user)


def _source(row: OwnAssistant, key: str) -> Source | None:
    """The document of that key as a text of the folder: an assistant travels with its folder, so
    only what all the authority reads may enter it."""
    rows = Document.objects.for_(row.collectivite).filter(key=key, collection__house=True)
    found: Document | None = rows.first()
    if found is None or not found.text.strip() or len(found.text) > LONGEST:
        return None
    return Source(
        id=slugify(key) or f"document-{found.pk}",
        title=found.title,
        text=found.text.strip(),
        date=found.date,
        url=found.url,
        synonyms=tuple(found.synonyms),
    )


def _title(question: str, most: int = 80) -> str:
    line = " ".join(question.split())
    return line if len(line) <= most else f"{line[: line.rfind(' ', 0, most)]}…"


def _new_name(assistant: Assistant) -> str:
    """« 08 » after « 07 »: the essais keep the order in which they were written."""
    taken = {one.name for one in assistant.trials}
    number = len(taken) + 1
    while f"{number:02d}" in taken:
        number += 1
    return f"{number:02d}"


def _write(row: OwnAssistant, assistant: Assistant, user: User) -> None:
    """One more edition, whose essais run at once. What it says did not change, so that it stays
    shared; :func:`writing.keep_trial` takes it back if an essai fails."""
    writing.allow(row, user)
    whole = from_files(to_files(replace(assistant, version=assistant.version + 1)))
    with transaction.atomic():
        writing.edition(row, whole, user)
        details = {"version": whole.version, "essais": len(whole.trials)}
        journal.write(row.collectivite, user, "assistant.modifie", f"assistant:{row.name}", details)
        if whole.trials:
            writing.try_out(row.name, user=user, collectivite=row.collectivite)
