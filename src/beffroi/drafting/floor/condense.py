"""What a model is given to write something short from: the useful passages, not the whole act."""

from __future__ import annotations

from beffroi.drafting.floor.sheet import build_sheet
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Modele

SHORT_KINDS = ("sms", "social", "poster")


def condensed(modele: Modele, inputs: Inputs) -> str:
    """The document, or for short formats its passages by questions when that is shorter.

    A small model reads some 55 tokens a second: three visas cost a second each and help nobody.
    """
    document = modele.document_field
    text = inputs.values[document.name] if document else inputs.source
    if modele.rules.kind not in SHORT_KINDS:
        return text
    answers = build_sheet(text).answers
    kept = [
        passage
        for question in ("quoi", "exception", "faire", "risque", "aide")
        for passage in answers.get(question, ())
    ]
    short = "\n".join(kept)
    return short if kept and len(short) < len(text) else text
