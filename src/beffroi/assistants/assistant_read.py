"""The texts of an assistant folder → types. Every fault names the file, the key, what to write."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import cast, get_args

from beffroi.assistants.assistant import (
    Assistant,
    Audience,
    Example,
    Expected,
    Forbidden,
    Trial,
)
from beffroi.assistants.types import Contact, Status
from beffroi.drafting.modele_read import NAME
from beffroi.drafting.modele_table import Table
from beffroi.errors import BadAssistant
from beffroi.knowledge import Source
from beffroi.llm.types import Place
from beffroi.prompts import parse_toml, split_front_matter

MAIN = "assistant.md"
#: What an essai replaces by each name of ``meme_reponse_pour``.
PERSON = "$personne"
_EXAMPLE = re.compile(r"\A## Question\s*\n(.*?)^## Réponse\s*\n(.*)\Z", re.S | re.M)


def read_assistant(
    text: str,
    *,
    examples: tuple[Example, ...],
    trials: tuple[Trial, ...],
    documents: tuple[Source, ...],
) -> Assistant:
    """``assistant.md`` and the rest of its folder as one assistant, its names checked."""
    meta, body = split_front_matter(text, origin=MAIN)
    table = Table(meta, origin=MAIN)
    found = Assistant(
        name=table.text("nom", required=True),
        title=table.text("titre", required=True),
        version=table.number("version", required=True) or 1,
        purpose=table.text("but", required=True),
        instruction=body,
        audience=cast(Audience, table.one_of("public", get_args(Audience), default="agents")),
        tone=table.text("ton"),
        owner=table.text("proprietaire"),
        review=_day(table.text("a_revoir_le"), MAIN, "a_revoir_le"),
        farthest_place=cast(Place, table.one_of("place_max", get_args(Place), default="machine")),
        collections=table.texts("collections"),
        modeles=table.texts("modeles"),
        forbidden=tuple(_forbidden(item) for item in table.tables("interdits")),
        contact=_contact(table.table("contact")),
        examples=examples,
        trials=trials,
        documents=documents,
    )
    table.finish()
    _check(found)
    return found


def _forbidden(table: Table) -> Forbidden:
    found = Forbidden(
        subject=table.text("sujet", required=True),
        words=table.texts("mots"),
        answer=table.text("reponse", required=True),
    )
    table.finish()
    if not any(word.strip() for word in found.words):
        raise BadAssistant(
            f"Le sujet interdit « {found.subject} » n’a aucun mot.",
            next_step="Donnez dans « mots » ceux qui le reconnaissent dans une question.",
        )
    return found


def _contact(table: Table) -> Contact:
    found = Contact(
        office=table.text("service"),
        telephone=table.text("telephone"),
        email=table.text("courriel"),
        hours=table.text("horaires"),
    )
    table.finish()
    return found


def _check(assistant: Assistant) -> None:
    if not NAME.fullmatch(assistant.name):
        raise BadAssistant(
            f"Le nom « {assistant.name} » ne convient pas.",
            next_step="Employez des minuscules sans accent, des chiffres et des tirets.",
        )
    if not assistant.instruction:
        raise BadAssistant("Dans assistant.md, il manque l’instruction, après l’en-tête.")
    known = {document.id for document in assistant.documents}
    for trial in assistant.trials:
        strange = set(trial.expected.cites) - known
        if strange:
            raise BadAssistant(
                f"L’essai « {trial.name} » attend une citation de « {min(strange)} », qui n’est "
                "pas un document de ce dossier."
            )


def read_example(path: str, text: str) -> Example:
    """``exemples/*.md``: a question and the good answer."""
    found = _EXAMPLE.match(text.lstrip("\ufeff").strip() + "\n")
    if found is None or not found.group(1).strip() or not found.group(2).strip():
        raise BadAssistant(
            f"{path} doit contenir « ## Question » puis « ## Réponse », chacun suivi de son texte."
        )
    name = PurePosixPath(path).stem
    return Example(name=name, question=found.group(1).strip(), answer=found.group(2).strip())


def read_document(path: str, text: str) -> Source:
    """``documents/*.md``: a text of the assistant; its name is its ``document_id``."""
    meta, body = split_front_matter(text, origin=path)
    table = Table(meta, origin=path)
    found = Source(
        id=PurePosixPath(path).stem,
        title=table.text("titre", required=True),
        text=body,
        collection=table.text("collection", default="documents"),
        date=_day(table.text("date"), path, "date"),
        url=table.text("url"),
        synonyms=table.texts("synonymes"),
    )
    table.finish()
    if not body:
        raise BadAssistant(f"{path} n’a aucun texte après son en-tête.")
    return found


def read_trial(path: str, text: str) -> Trial:
    """``essais/*.toml``: a question, and what must hold of its answer."""
    table = Table(parse_toml(text, origin=path), origin=path)
    wanted = table.table("attendu")
    found = Trial(
        name=PurePosixPath(path).stem,
        title=table.text("titre", required=True),
        question=table.text("question", required=True),
        before=table.texts("avant"),
        expected=Expected(
            status=cast(Status, wanted.one_of("statut", get_args(Status), default="repondu")),
            contains=wanted.texts("contient"),
            silent_about=wanted.texts("ne_dit_pas"),
            cites=wanted.texts("cite"),
            max_characters=wanted.number("caracteres_max"),
            reading=wanted.number("lisibilite_min"),
            same_for=wanted.texts("meme_reponse_pour"),
            needs_model=wanted.flag("avec_modele_seulement"),
        ),
    )
    wanted.finish()
    table.finish()
    if bool(found.expected.same_for) != (PERSON in found.question):
        raise BadAssistant(
            f"Dans {path}, « {PERSON} » dans la question et « meme_reponse_pour » vont ensemble."
        )
    return found


def _day(written: str, origin: str, key: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise BadAssistant(
            f"Dans {origin}, « {key} » vaut « {written} ».",
            next_step="Écrivez la date ainsi : 2026-12-31.",
        ) from error
