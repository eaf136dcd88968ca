"""The reply to a letter without a model: the frame of the house around what the agent typed."""

from __future__ import annotations

import re

from beffroi.drafting.floor.brief import fill
from beffroi.drafting.floor.spans import when_spans
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Modele
from beffroi.findings import Span
from beffroi.french.sentences import sentences

_SUBJECT = re.compile(r"^[ \t]*objet[ \u00a0]*:[ \u00a0]*(?P<subject>[^\n]{3,160})", re.I | re.M)
_REQUEST = re.compile(
    r"\?\s*$|\bje (?:vous )?(?:demande|souhaite|voudrais|sollicite|désire|aimerais)\b"
    r"|\bnous (?:vous )?(?:demandons|souhaitons|voudrions|sollicitons)\b|pouvez-vous|pourriez-vous"
    r"|merci de (?:bien vouloir|me|nous)|je vous prie de bien vouloir",
    re.IGNORECASE,
)
_POLITE = re.compile(r"agréer|salutations|sentiments|considération distinguée", re.IGNORECASE)


def letter_subject(text: str) -> str:
    """What stands after « Objet : » in the letter received, or nothing."""
    found = _SUBJECT.search(text)
    return found["subject"].strip().rstrip(".") if found else ""


def letter_date(text: str) -> str:
    """The date of the letter, in its first lines (« …, le 12 mars 2026 »), or nothing."""
    head = Span(start=0, end=min(len(text), 600))
    found = [span.of(text) for span in when_spans(text, within=head)]
    dated = [words for words in found if re.match(r"le \d{1,2}(?:er)?\b.*\d{4}$", words, re.I)]
    return " ".join(dated[0].split())[3:] if dated else ""


def points_to_answer(text: str) -> tuple[str, ...]:
    """The sentences of the letter that ask something, word for word."""
    found = [" ".join(span.of(text).split()) for span in sentences(text)]
    return tuple(s for s in found if _REQUEST.search(s) and not _POLITE.search(s))


def letter_text(template: str, inputs: Inputs, document: str) -> tuple[str, tuple[str, ...]]:
    """The reply and what is left to do. Nothing is answered that the agent did not type."""
    points = points_to_answer(document)
    answer = inputs.source
    listed = "" if answer else "\n".join(f"- {point}" for point in points)
    asked = "\n".join(f"- {point}" for point in points) if answer else ""
    values = {**_received(document), "points": listed, "reponse": answer, "demandes": asked}
    return fill(template, _worded(inputs, values)), _to_do(points, answer, letter_subject(document))


def framed(modele: Modele, inputs: Inputs, body: str) -> str:
    """``body`` inside the frame of the house: opening, closing, signature are never the model's."""
    item = modele.document_field
    document = inputs.values[item.name] if item else ""
    asked = "\n".join(f"- {point}" for point in points_to_answer(document))
    values = {**_received(document), "points": "", "reponse": body, "demandes": asked}
    return fill(modele.floor.template, _worded(inputs, values))


def _worded(inputs: Inputs, found: dict[str, str]) -> dict[str, str]:
    """The values of a template; what a choice says may itself hold fields."""
    values = {**inputs.values, **found}
    return {**values, **{name: fill(words, values) for name, words in inputs.wording.items()}}


def _received(document: str) -> dict[str, str]:
    dated = letter_date(document)
    letter = f"votre courrier du {dated}" if dated else "votre courrier"
    return {"sujet_recu": letter_subject(document), "date_recue": dated, "courrier_recu": letter}


def _to_do(points: tuple[str, ...], answer: str, subject: str) -> tuple[str, ...]:
    told = []
    if points:
        listed = " ".join(f"({rank}) {point}" for rank, point in enumerate(points, start=1))
        told.append(f"Points à traiter dans le courrier reçu : {listed}")
    if not answer:
        told.append("Vous n’avez pas donné d’éléments de réponse : complétez chaque point.")
    if not subject:
        told.append("Le courrier reçu n’a pas d’objet : vérifiez celui de la réponse.")
    return tuple(told)
