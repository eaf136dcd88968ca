"""Conditions: two of them make a list; « Pour contester…, vous devez… » becomes a question.

The word « si » stays in every case: a condition never leaves the rule that it governs.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import is_infinitive
from beffroi.clarity.rewrite.split import anatomy

_TWO = re.compile(
    r"^(?P<first>Si |S[’'])(?P<a>[^,;:]+?),? "
    r"ou (?:bien )?(?P<second>si |s[’'])(?P<b>[^,;:]+), (?P<main>[^:]+)$"
)
_GOAL = re.compile(
    r"^(?:Pour|Afin de|Afin d[’']) ?(?P<inf>\S+)(?P<rest>[^,?:;]*), "
    r"(?P<main>vous (?:devez|pouvez|devrez|pourrez) .*)$"
)


def cut(doc: Any) -> list[str] | None:
    return _either(doc.text) or _wish(doc.text)


def _either(text: str) -> list[str] | None:
    """« Si A ou si B, S. » → « S dans l’un de ces cas : si A ; si B. »."""
    match = _TWO.match(text)
    if match is None or not anatomy.stands_alone(match["main"]):
        return None
    if (
        re.search(r"\b(?:ne|n[’'])\b|\bn[’']", match["main"])
        or "dans" in match["main"].split()[-4:]
    ):
        return None
    main = match["main"].rstrip(" .")
    items = [match["first"].lower() + match["a"], "ou " + match["second"] + match["b"]]
    return [f"{main} dans l’un de ces cas :\n- {items[0]} ;\n- {items[1]}."]


def _wish(text: str) -> list[str] | None:
    """« Pour contester la décision, vous devez… » → « Vous voulez contester… ? Vous devez… »."""
    match = _GOAL.match(text)
    if match is None or not is_infinitive(match["inf"]) or not anatomy.stands_alone(match["main"]):
        return None
    if anatomy.length(match["rest"]) < 2:
        return None
    wish = f"{match['inf']}{match['rest']}".removeprefix("pouvoir ")
    return [f"Vous voulez {wish} ?", match["main"]]
