"""The floor of a modèle: which rule gives what the person gets without a language model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from beffroi.drafting.finish import finished
from beffroi.drafting.floor.brief import Brief, fill, post_text, sms_text
from beffroi.drafting.floor.chapters import chapters_text, in_chapters, joined
from beffroi.drafting.floor.letter import letter_text
from beffroi.drafting.floor.posters import poster_text, poster_values
from beffroi.drafting.floor.rewrite import rewrite_by_rule
from beffroi.drafting.floor.sheet import build_sheet
from beffroi.drafting.floor.short import short_facts
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import FloorKind, Modele
from beffroi.drafting.summary import summary_text
from beffroi.drafting.voice import spoken, with_words
from beffroi.findings import CheckContext


@dataclass(frozen=True, kw_only=True, slots=True)
class FloorText:
    """The text of the floor and what the person must know of it, in French."""

    text: str
    notices: tuple[str, ...] = ()


def build_floor(modele: Modele, inputs: Inputs) -> FloorText:
    """What ``modele`` gives without a model. Pure and never empty for a text that is not."""
    built = _BUILDERS[modele.floor.kind](modele, inputs)
    context = CheckContext(alphabet=modele.output.alphabet)
    built = FloorText(text=finished(built.text, context), notices=built.notices)
    if any(character.isalnum() for character in built.text):
        return built
    return FloorText(
        text=_document(modele, inputs),
        notices=("Aucun passage n’a pu être mis en forme : voici l’original.", *built.notices),
    )


def _document(modele: Modele, inputs: Inputs) -> str:
    item = modele.document_field
    return inputs.values[item.name] if item else inputs.source


def _sheet(modele: Modele, inputs: Inputs) -> FloorText:
    document = _document(modele, inputs)
    if in_chapters(document):
        plan = chapters_text(document, rewrite=rewrite_by_rule)
        return FloorText(text=with_words(joined(plan), inputs), notices=plan.notices)
    sheet = build_sheet(document, rewrite=rewrite_by_rule)
    return FloorText(text=spoken(sheet, inputs), notices=sheet.notices)


def _sms(modele: Modele, inputs: Inputs) -> FloorText:
    limit = inputs.characters(modele.output.max_characters) or 160
    brief = sms_text(_document(modele, inputs), inputs, limit=limit)
    if not brief.text:
        signature = inputs.values.get("signature", "") or "La mairie"
        brief = Brief(text=f"{signature} : un nouveau texte vous concerne.", left=brief.left)
    return _brief(brief, limit)


def _post(modele: Modele, inputs: Inputs) -> FloorText:
    limit = inputs.characters(modele.output.max_characters) or 2000
    return _brief(post_text(_document(modele, inputs), inputs, limit=limit), limit)


def _brief(brief: Brief, limit: int) -> FloorText:
    if not brief.left:
        return FloorText(text=brief.text)
    left = " ".join(f"« {words} »" for words in brief.left)
    return FloorText(text=brief.text, notices=(f"Ne tient pas dans {limit} caractères : {left}",))


def _poster(modele: Modele, inputs: Inputs) -> FloorText:
    values = poster_values(inputs)
    empty = [label for label in ("quand", "ou", "contact") if not values[label]]
    told = ("Complétez ce que le texte ne dit pas : " + ", ".join(empty) + ".",) if empty else ()
    return FloorText(text=poster_text(values), notices=told)


def _template(modele: Modele, inputs: Inputs) -> FloorText:
    document = _document(modele, inputs)
    if modele.rules.kind == "letter":
        text, notices = letter_text(modele.floor.template, inputs, document)
        return FloorText(text=text, notices=notices)
    facts = short_facts(document).as_values()
    said = {name: words for name, words in inputs.wording.items() if words}
    return FloorText(text=fill(modele.floor.template, {**facts, **inputs.values, **said}))


def _extracts(modele: Modele, inputs: Inputs) -> FloorText:
    text, notices = summary_text(_document(modele, inputs), inputs)
    return FloorText(text=text, notices=notices)


_BUILDERS: dict[FloorKind, Callable[[Modele, Inputs], FloorText]] = {
    "fiche": _sheet,
    "sms": _sms,
    "publication": _post,
    "affiche": _poster,
    "gabarit": _template,
    "extraits": _extracts,
}
