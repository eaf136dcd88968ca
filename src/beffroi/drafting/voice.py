"""How the sheet without a model speaks to the audience that was chosen. The passages stay exact.

What changes: the questions (to « vous », to « tu », to nobody), their order, one sentence on a
line, the hard words explained by the glossary, no question that only repeats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from beffroi.drafting.floor.questions import TITLES, Question
from beffroi.drafting.floor.sheet import Sheet
from beffroi.drafting.inputs import Inputs
from beffroi.french.sentences import sentences

_CHILD: dict[Question, str] = {
    "faire": "Que dois-tu faire ?",
    "risque": "Que risques-tu ?",
    "aide": "Qui peut t’aider ?",
}
_NOBODY: dict[Question, str] = {
    "faire": "Que faut-il faire ?",
    "risque": "Quels sont les risques ?",
    "aide": "Qui peut aider ?",
}
#: Every title that the sheet may print: none of them is a fact of the draft.
ALL_TITLES = frozenset((*TITLES.values(), *_CHILD.values(), *_NOBODY.values()))
WORDS = "Les mots à connaître"
#: Hard words explained, the first that come.
MOST_WORDS = 8


def spoken(sheet: Sheet, inputs: Inputs) -> str:
    """``sheet`` as the choices of ``inputs`` ask."""
    answers = sheet.answers
    if inputs.keeps == "essentiel":
        answers = _once(answers)
    if "aide_d_abord" in inputs.traits:
        answers = _help_first(answers)
    if "une_ligne" in inputs.traits:
        answers = {question: _lines(passages) for question, passages in answers.items()}
    return with_words(replace(sheet, answers=answers).told(_titles(inputs)), inputs)


def with_words(text: str, inputs: Inputs) -> str:
    """``text``, followed by its hard words where the audience needs them."""
    words = glossary(text) if "mots" in inputs.traits else ()
    listed = "\n".join(f"- {line}" for line in words)
    return f"{text}\n\n## {WORDS}\n\n{listed}" if words else text


def glossary(text: str) -> tuple[str, ...]:
    """The hard words of ``text`` with what they mean, one a line."""
    from beffroi.clarity.glossary import builtin, glosses

    found = glosses(text, builtin())[:MOST_WORDS]
    return tuple(definition(gloss.term.name, gloss.term.definition) for gloss in found)


def definition(name: str, words: str) -> str:
    """One line of the glossary."""
    return f"{name} : {words.rstrip('. ')}."


def without_glossary(draft: str) -> str:
    """``draft`` with the lines of our own glossary blanked, at the same length: they are no facts
    of the text. A line that a person changed is one."""
    if WORDS not in draft:
        return draft
    from beffroi.clarity.glossary import builtin

    ours = {_bare(definition(term.name, term.definition)) for term in builtin()}
    lines = [
        " " * len(line) if _bare(line) in ours or _bare(line) == _bare(WORDS) else line
        for line in draft.split("\n")
    ]
    return "\n".join(lines)


def _titles(inputs: Inputs) -> Mapping[Question, str]:
    if "neutre" in inputs.traits:
        return {**TITLES, **_NOBODY}
    return {**TITLES, **_CHILD} if "tutoie" in inputs.traits else TITLES


def _once(answers: Mapping[Question, tuple[str, ...]]) -> dict[Question, tuple[str, ...]]:
    """Without « Où ? », « Quand ? » and exceptions that another passage says in the same words."""
    kept = dict(answers)
    for question in ("ou", "quand", "exception"):
        others = _bare(" ".join(p for name, ps in kept.items() if name != question for p in ps))
        left = tuple(p for p in kept.get(question, ()) if _bare(p) not in others)
        kept[question] = left
    return {question: passages for question, passages in kept.items() if passages}


def _help_first(answers: Mapping[Question, tuple[str, ...]]) -> dict[Question, tuple[str, ...]]:
    """Who can help comes right after what it is about."""
    order = sorted(answers, key=lambda question: {"quoi": 0, "aide": 1}.get(question, 2))
    return {question: answers[question] for question in order}


def _lines(passages: tuple[str, ...]) -> tuple[str, ...]:
    """One sentence a block; lists stay with what introduces them."""
    found: list[str] = []
    for passage in passages:
        whole = "\n" in passage
        found += [passage] if whole else [span.of(passage) for span in sentences(passage)]
    return tuple(found)


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()
