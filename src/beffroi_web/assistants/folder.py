"""An assistant ↔ the form that writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.text import slugify

from beffroi.assistants import Assistant, Contact
from beffroi.assistants.assistant import Example, Expected, Forbidden, Trial
from beffroi.assistants.files import from_files, to_files
from beffroi.knowledge import Source

Row = Mapping[str, Any]


def to_initial(assistant: Assistant) -> dict[str, Any]:
    """What the main form shows of ``assistant``."""
    contact = assistant.contact
    return {
        "titre": assistant.title,
        "nom": assistant.name,
        "but": assistant.purpose,
        "public": assistant.audience,
        "ton": assistant.tone,
        "instruction": assistant.instruction,
        "collections": list(assistant.collections),
        "modeles": list(assistant.modeles),
        "service": contact.office,
        "telephone": contact.telephone,
        "courriel": contact.email,
        "horaires": contact.hours,
        "proprietaire": assistant.owner,
        "revoir": assistant.review,
        "place_max": assistant.farthest_place,
    }


def subjects_initial(assistant: Assistant) -> list[dict[str, Any]]:
    return [
        {"sujet": one.subject, "mots": "\n".join(one.words), "reponse": one.answer}
        for one in assistant.forbidden
    ]


def examples_initial(assistant: Assistant) -> list[dict[str, Any]]:
    return [{"question": one.question, "reponse": one.answer} for one in assistant.examples]


def documents_initial(assistant: Assistant) -> list[dict[str, Any]]:
    return [
        {"identifiant": one.id, "titre": one.title, "texte": one.text}
        for one in assistant.documents
    ]


def trials_initial(assistant: Assistant) -> list[dict[str, Any]]:
    return [
        {**trial_initial(one), "cite": "\n".join(one.expected.cites)} for one in assistant.trials
    ]


def trial_initial(one: Trial) -> dict[str, Any]:
    """What the form of one essai shows; ``cite`` is a list of documents there."""
    return {
        "titre": one.title,
        "question": one.question,
        "statut": one.expected.status,
        "contient": "\n".join(one.expected.contains),
        "ne_dit_pas": "\n".join(one.expected.silent_about),
        "cite": list(one.expected.cites),
        "lisibilite_min": one.expected.reading,
        "meme_reponse_pour": "\n".join(one.expected.same_for),
    }


def assistant_from(
    main: Row,
    subjects: Iterable[Row],
    examples: Iterable[Row],
    documents: Iterable[Row],
    trials: Iterable[Row],
    *,
    version: int,
    base: Assistant | None,
) -> Assistant:
    """The assistant that the forms describe, read back as its own folder would be.

    ``base`` is the assistant before: what the form does not show of it is kept. Raises
    :class:`BadAssistant` with what to correct.
    """
    assistant = Assistant(
        name=main["nom"],
        title=main["titre"],
        version=version,
        purpose=main["but"],
        instruction=main["instruction"].strip(),
        audience=main["public"],
        tone=main["ton"],
        owner=main["proprietaire"],
        review=main["revoir"],
        farthest_place=main["place_max"],
        collections=tuple(main["collections"]),
        modeles=tuple(main["modeles"]),
        forbidden=tuple(_subject(row) for row in subjects if row.get("sujet")),
        contact=Contact(
            office=main["service"],
            telephone=main["telephone"],
            email=main["courriel"],
            hours=main["horaires"],
        ),
        examples=_examples(examples),
        documents=tuple(_document(row, base) for row in documents if row.get("titre")),
        trials=_trials(trials, base),
    )
    return from_files(to_files(assistant))


def _subject(row: Row) -> Forbidden:
    return Forbidden(subject=row["sujet"], words=tuple(row["mots"]), answer=row["reponse"].strip())


def _examples(rows: Iterable[Row]) -> tuple[Example, ...]:
    full = [row for row in rows if row.get("question") and row.get("reponse")]
    return tuple(
        Example(
            name=f"{number:02d}", question=row["question"].strip(), answer=row["reponse"].strip()
        )
        for number, row in enumerate(full, start=1)
    )


def _document(row: Row, base: Assistant | None) -> Source:
    """What the form does not show of a document (its date, its address) is kept."""
    key = slugify(row["identifiant"] or row["titre"])
    known = {one.id: one for one in base.documents} if base else {}
    made = known.get(key) or Source(id=key, title="", text="")
    return replace(made, title=row["titre"], text=row["texte"].strip())


def _trials(rows: Iterable[Row], base: Assistant | None) -> tuple[Trial, ...]:
    known = {one.title: one for one in base.trials} if base else {}
    full = [row for row in rows if row.get("titre")]
    return tuple(
        trial_from(row, f"{number:02d}", known.get(row["titre"]))
        for number, row in enumerate(full, start=1)
    )


def trial_from(row: Row, name: str, before: Trial | None) -> Trial:
    """The essai that a row says; what the form does not show of ``before`` is kept."""
    kept = before.expected if before else Expected()
    return Trial(
        name=name,
        title=row["titre"],
        question=row["question"].strip(),
        before=before.before if before else (),
        expected=replace(
            kept,
            status=row["statut"],
            contains=tuple(row["contient"]),
            silent_about=tuple(row["ne_dit_pas"]),
            cites=tuple(row["cite"]),
            reading=row["lisibilite_min"],
            same_for=tuple(row["meme_reponse_pour"]),
        ),
    )
