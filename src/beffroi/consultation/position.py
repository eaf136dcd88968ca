"""For, against, nuanced, or no position: a separate axis inside each theme.

Plain French cues first (« je suis contre », « d’accord, mais »); where there are none, a linear
model over the sentence encoder and the words, learned on open arguments for and against
(``tools/train_position.py`` says on which and how well). Without clear evidence an idea takes no
position: no position is an answer too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from beffroi.consultation.account import fold
from beffroi.consultation.types import Position

_AGAINST = re.compile(
    r"\b(?:contre|non a|non au|non aux|oppos\w+ a|pas d accord|stop|arretez|arreter de|refus\w*|"
    r"hors de question|abandonn\w+ (?:ce|le|la|cette)|defavorable|inutile\w*|aberra\w+|absurde\w*|"
    r"scandal\w+|gaspill\w+|gachis|interdi\w+|supprim\w+|je ne veux pas|nous ne voulons pas|"
    r"pas besoin|n a pas sa place|mauvaise idee|ridicule\w*|inadmissible\w*|inacceptable\w*|"
    r"trop de|il y en a assez|y en a marre|ras le bol|marre de)\b"
)
_FOR = re.compile(
    r"\b(?:je suis pour|favorable|tout a fait d accord|d accord|oui|bonne idee|bravo|excellent\w*|"
    r"il faut|il faudrait|faut|j aimerais|je souhaite|je voudrais|nous souhaitons|developp\w+|"
    r"cre(?:er|ez|ons)|plus de|davantage|augment\w+|renforc\w+|encourag\w+|favoris\w+|amelior\w+|"
    r"retabl\w+|mettre en place|besoin de|manque|necessaire\w*|indispensable\w*|soutenir|soutien|"
    r"continu\w+|gratui\w+|installer|amenager|multiplier|generaliser|instaurer|prolonger)\b"
)
_BUT = re.compile(
    r"\b(?:mais|a condition|sous reserve|cependant|toutefois|neanmoins|sauf si|a moins que|"
    r"pourquoi pas|ca depend|cela depend|si et seulement|d un autre cote|en revanche|par contre)\b"
)
_AGREES = re.compile(r"\b(?:oui|d accord|bonne idee|pour|favorable|pourquoi pas|bien)\b")


def by_cues(text: str) -> Position | None:
    """The position that the words of ``text`` state, ``None`` when they state none."""
    flat = fold(text)
    against, agrees, but = _AGAINST.search(flat), _FOR.search(flat), _BUT.search(flat)
    if but and (agrees or _AGREES.search(flat[: but.start()]) or against):
        return "nuance"
    if against and agrees:
        return "contre" if against.start() < agrees.start() else "pour"
    if against:
        return "contre"
    return "pour" if agrees else None


def position(text: str) -> Position:
    """The position of one idea."""
    return by_cues(text) or "sans"


def of_answer(ideas: Iterable[Position]) -> Position:
    """The position of an answer: both for and against makes it nuanced."""
    seen = Counter(ideas)
    if seen["nuance"] or (seen["pour"] and seen["contre"]):
        return "nuance"
    if seen["pour"] or seen["contre"]:
        return "pour" if seen["pour"] else "contre"
    return "sans"
