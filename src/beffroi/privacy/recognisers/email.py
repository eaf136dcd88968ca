"""E-mail addresses, also written « arobase » or « [at] », with stray spaces or commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import every
from beffroi.privacy.types import Mention

_LOCAL = r"(?<![\w.+\-])[^\W_](?:[\w.+\-’']*[\w+\-.](?=@|\s|[(\[]|$)|[\w.+\-’']*[\w+\-])?"
_DOMAIN = r"[^\W_](?:[\w\-]*\w)?(?:\.[\w\-]+)*"
_PLAIN = re.compile(rf"{_LOCAL}@{_DOMAIN}", re.I)
#: « jean.dupont @ orange . fr », « jean.dupont@orange,fr », « …@orange point fr »
_DOT = r"(?:\s?[.,]\s?|\s(?:point|pt|dot)\s|\s?[(\[](?:point|pt|dot|\.)[)\]]\s?)"
_TLD = "(?:fr|com|org|net|eu|info|gouv|bzh|corsica|alsace|paris|re|nc|pf|be|ch|de|es|it|uk|ca)"
_LOOSE = re.compile(
    rf"{_LOCAL}(?:(?:\s(?:point|pt|dot)\s|\s?[(\[](?:point|pt|dot|tiret|underscore)[)\]]\s?)[\w\-]+){{0,6}}\s?(?:@|\(at\)|\[at\]|\(a\)|\[arobase\]|\(arobase\)|"
    rf"\s(?:arobase?|arrobase?|arobaze|at)\s)\s?[^\W_][\w\-]*(?:{_DOT}[\w\-]+)*?{_DOT}{_TLD}(?!\w)",
    re.I,
)
_PROVIDERS = (
    "orange|wanadoo|gmail|googlemail|free|sfr|hotmail|outlook|live|msn|yahoo|laposte|icloud|proton|"
    "protonmail|bbox|neuf|numericable|aol|ymail|gmx|club-internet|aliceadsl|mac"
)
_STUCK = re.compile(
    rf"{_LOCAL}\s?(?:@|\(at\)|\[at\]|\sarr?oba[sz]e?\s|\sat\s)\s?(?:{_PROVIDERS})(?![\w])"
    r"(?:\.[\w\-]+)*",
    re.I,
)


def find(text: str) -> Iterator[Mention]:
    """Every e-mail address of ``text``."""
    if "@" in text:
        yield from every(text, _PLAIN, kind="email", confidence=0.99, rule="courriel")
    yield from every(text, _LOOSE, kind="email", confidence=0.9, rule="courriel.arobase")
    yield from every(text, _STUCK, kind="email", confidence=0.8, rule="courriel.approche")
