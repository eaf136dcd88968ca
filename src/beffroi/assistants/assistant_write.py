"""An assistant → the texts of its folder, which read back as an equal assistant."""

from __future__ import annotations

from typing import Any

from beffroi.assistants.assistant import Assistant, Trial
from beffroi.assistants.assistant_read import MAIN
from beffroi.drafting.modele_table import write_toml
from beffroi.knowledge import Source


def to_files(assistant: Assistant) -> dict[str, str]:
    """``assistant`` as path → text; :func:`from_files` reads back an equal assistant."""
    files = {MAIN: f"+++\n{write_toml(_front_matter(assistant))}+++\n{assistant.instruction}\n"}
    for example in assistant.examples:
        body = f"## Question\n\n{example.question}\n\n## Réponse\n\n{example.answer}\n"
        files[f"exemples/{example.name}.md"] = body
    for trial in assistant.trials:
        files[f"essais/{trial.name}.toml"] = write_toml(_trial_table(trial))
    for document in assistant.documents:
        head = write_toml(_document_table(document))
        files[f"documents/{document.id}.md"] = f"+++\n{head}+++\n{document.text}\n"
    return files


def _front_matter(assistant: Assistant) -> dict[str, Any]:
    contact = assistant.contact
    return _filled(
        {
            "nom": assistant.name,
            "titre": assistant.title,
            "version": assistant.version,
            "but": assistant.purpose,
            "public": assistant.audience,
            "ton": assistant.tone,
            "proprietaire": assistant.owner,
            "a_revoir_le": assistant.review.isoformat() if assistant.review else "",
            "place_max": assistant.farthest_place,
            "collections": list(assistant.collections),
            "modeles": list(assistant.modeles),
            "interdits": [
                {"sujet": item.subject, "mots": list(item.words), "reponse": item.answer}
                for item in assistant.forbidden
            ],
            "contact": _filled(
                {
                    "service": contact.office,
                    "telephone": contact.telephone,
                    "courriel": contact.email,
                    "horaires": contact.hours,
                }
            ),
        }
    )


def _trial_table(trial: Trial) -> dict[str, Any]:
    wanted = trial.expected
    return _filled(
        {
            "titre": trial.title,
            "question": trial.question,
            "avant": list(trial.before),
            "attendu": {
                "statut": wanted.status,
                **_filled(
                    {
                        "contient": list(wanted.contains),
                        "ne_dit_pas": list(wanted.silent_about),
                        "cite": list(wanted.cites),
                        "caracteres_max": wanted.max_characters,
                        "lisibilite_min": wanted.reading,
                        "meme_reponse_pour": list(wanted.same_for),
                        "avec_modele_seulement": wanted.needs_model,
                    }
                ),
            },
        }
    )


def _document_table(document: Source) -> dict[str, Any]:
    return _filled(
        {
            "titre": document.title,
            "collection": document.collection if document.collection != "documents" else "",
            "date": document.date.isoformat() if document.date else "",
            "url": document.url,
            "synonymes": list(document.synonyms),
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without its empty ones: an exported file holds nothing idle."""
    return {key: item for key, item in values.items() if item not in ("", None, False, [], {})}
