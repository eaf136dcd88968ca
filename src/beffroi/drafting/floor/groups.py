"""Sentences that belong together: a list with what introduces it, what takes up a sentence."""

from __future__ import annotations

import re

from beffroi.drafting.floor.act import Act, Line
from beffroi.drafting.floor.questions import DECISION, question_of

#: A sentence that begins so speaks of what the one before said.
TAKES_UP = re.compile(
    r"(?:Il(?! (?:n[’']|ne )?(?:appartient|incombe|revient|faut|faudra|convient|y a|s[’']agit"
    r"|est (?:interdit|obligatoire|possible|nécessaire|proposé|demandé|rappelé|conseillé"
    r"|recommandé)|sera (?:interdit|possible)))|Ils|Elles?|Celui|Celle|Ceux|Ces? derni"
    r"|Cette derni|Toutefois|Cependant|Néanmoins|De plus|En outre|Par exemple|Dans ce cas|Sinon"
    r"|Ainsi|Pour cela|Mais|Or|Cela|Cet?|Cette|Ces)\b"
)
_LONGEST_GROUP = 3
#: « Rôle : »: a label of so many words belongs to the sentence after it.
_LABEL = 8


def groups(act: Act) -> list[list[Line]]:
    """Sentences of the rules; list items stay with the sentence that introduces them."""
    groups: list[list[Line]] = []
    for line in act.lines:
        if line.kind not in ("regle", "intertitre"):
            continue
        follows = bool(groups) and (line.item or groups[-1][-1].kind == "intertitre")
        opened = follows and (
            groups[-1][-1].item or (act.of(groups[-1][-1]).endswith(":") and line.item)
        )
        if opened or (groups and _goes_on(act, groups[-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(act: Act, group: list[Line], line: Line) -> bool:
    """« Elle est gratuite. »: a sentence that takes up the one before stays with it.

    Not in another article, nor when it answers a question of its own: a risk, a remedy…
    """
    before = group[-1]
    if line.item or before.item or before.kind != "regle" or line.article != before.article:
        return False
    words = act.of(line)
    if act.of(before).endswith(":") and len(act.of(before).split()) <= _LABEL:
        return True
    between = act.text[before.span.end : line.span.start]
    if "\n\n" in between or len(group) > _LONGEST_GROUP or not TAKES_UP.match(words):
        return False
    return question_of(words, first=False) in {"quoi", "faire"} and not DECISION.search(words)
