"""The six fields of a poster, found by rule: title, what, when, where, who, contact."""

from __future__ import annotations

import re
from collections.abc import Mapping

from beffroi.drafting.floor.phrase import sentence_case
from beffroi.drafting.floor.short import ShortFacts, short_facts
from beffroi.drafting.inputs import Inputs

#: Field → what is printed before it. The title stands alone.
LABELS = {
    "quoi": "Quoi",
    "quand": "Quand",
    "ou": "Où",
    "qui": "Pour qui",
    "contact": "Contact",
}
TITLE_WORDS = 9
#: Other rules of the text that a poster has room for.
MOST_MORE = 2
#: « La fête du printemps aura lieu »: on a poster, the name of the thing is enough.
_HAPPENS = re.compile(
    r" (?:(?:aura|auront|a|ont) lieu|se (?:tiendra|tiendront|tient|déroulera|dérouleront|déroule))$"
)


def poster_values(inputs: Inputs) -> dict[str, str]:
    """What the person typed wins; the rest is found in the text; nothing is invented."""
    facts = short_facts(inputs.values.get("texte", ""))
    most = inputs.passages(MOST_MORE + 1) - 1
    found = {
        "titre": _title(facts),
        "quoi": _what(facts, most),
        "quand": _line(facts.when),
        "ou": _line(facts.where),
        "qui": "",
        "contact": facts.contact,
    }
    return {name: inputs.values.get(name, "") or words for name, words in found.items()}


def poster_text(values: Mapping[str, str]) -> str:
    """The draft of a poster; empty fields have no line."""
    lines = [f"{label} : {values[name]}" for name, label in LABELS.items() if values.get(name)]
    return "\n".join([f"# {values.get('titre', '')}".strip(), *lines])


def _title(facts: ShortFacts) -> str:
    """The main fact and its first place when that is short, else the subject of the act."""
    place = facts.where.split(",")[0]
    what = _HAPPENS.sub("", facts.what)
    for words in (f"{what} {place}".strip(), what, facts.title):
        if words and len(words.split()) <= TITLE_WORDS:
            return sentence_case(words).rstrip(".")
    return sentence_case(facts.title or facts.what).rstrip(".")


def _what(facts: ShortFacts, most: int) -> str:
    """The main rule and its exception, then the next rule that has hours of its own."""
    known = facts.except_for.lower() in facts.what.lower()
    what = _HAPPENS.sub("", facts.what)
    main = what if known else f"{what}, {facts.except_for}"
    more = (facts.duty, facts.risk) if most > MOST_MORE else ()
    rest = [*(words for words in facts.rest if words != facts.also), *more][:most]
    if (
        rest
        and len(main.split()) > TITLE_WORDS
        and _title(facts) == sentence_case(main).rstrip(".")
    ):
        main = ""  # the title says it already, whole
    return _line(". ".join(words.rstrip(".") for words in (main, *rest, facts.also) if words))


def _line(words: str) -> str:
    return words[:1].upper() + words[1:]
