"""The list of administrative wording (``substitutions.txt``), compiled: one entry a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beffroi.clarity.rewrite.grammar import forms

_S = r"[ \u00a0\u202f]+"
_TOKEN = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}|\(([^)]+)\)|(\S+?)~|([^\s\[\]{}()~]+)|(\s+)")
_MACROS = {
    "de": r"(?P<prep>d[’']|(?:de|du|des)(?=[ \u00a0]))[ \u00a0]*",
    "à": r"(?P<prep>(?:à|au|aux)(?=[ \u00a0]))[ \u00a0]*",
    "que": r"(?P<que>qu[’']|que(?=[ \u00a0]))[ \u00a0]*",
    "deinf": r"(?P<inf>d[’']|de(?=[ \u00a0]))[ \u00a0]*",
    "àinf": r"(?P<inf>à(?=[ \u00a0]))[ \u00a0]*",
    "ind": r"(?=[^.,;:]*)(?![^.,;:]*r(?:ait|aient|iez|ions|ais)\b)",
    "seul": r"(?![\w-])(?![ \u00a0](?:à|aux?|de|du|des|que)\b|[ \u00a0](?:d|qu)[’'])",
    "chiffre": r"(\d[\d \u00a0\u202f]*)",
    "rue": r"((?:\d+,? )?(?:rue|place|avenue|route|boulevard|chemin|impasse|allée|quai|square)\b)",
    "date": r"le[ \u00a0](?=(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?\d)()",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of the list, compiled: ``verb`` is the lemma of its first verb, if any."""

    expression: str
    replacement: str
    reason: str
    pattern: re.Pattern[str]
    verb: str
    modal: bool


def tokens(written: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(written):
        verb, macro, choice, agree, word, space = match.groups()
        if verb:
            yield "verb", verb
        elif macro:
            yield "macro", macro
        elif choice:
            yield "choice", choice
        elif agree:
            yield "agree", agree
        else:
            yield "text", word or space


@cache
def entries() -> tuple[Entry, ...]:
    """The compiled list, the longest expressions first so that they win over their parts."""
    found: list[Entry] = []
    reason = ""
    for line in files(__package__).joinpath("substitutions.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            reason = line[3:].strip()
        elif "=>" in line and not line.startswith("#"):
            expression, replacement = (part.strip() for part in line.split("=>"))
            found.append(_compiled(expression, replacement, reason))
    return tuple(sorted(found, key=lambda entry: -len(entry.expression)))


def _compiled(expression: str, replacement: str, reason: str) -> Entry:
    anchored = expression.startswith("^ ")
    parts: list[str] = []
    verb = ""
    for kind, value in tokens(expression.removeprefix("^ ")):
        if kind == "verb":
            verb = verb or value
            parts.append(_verb_pattern(value))
        else:
            parts.append(_pattern_of(kind, value))
    body = "".join(parts)
    start = "^" if anchored else r"(?<![\w-])"
    end = "" if expression.endswith(("}", ",")) else r"(?![\w-])"
    return Entry(
        expression=expression,
        replacement=replacement,
        reason=reason,
        pattern=re.compile(start + body + end, re.IGNORECASE),
        verb=verb,
        modal="[devoir]" in replacement or "[pouvoir]" in replacement,
    )


def _verb_pattern(lemma: str) -> str:
    written = sorted(forms(lemma), key=len, reverse=True)
    return r"(?P<verb>" + "|".join(map(re.escape, written)) + r")(?![\w-])"


def _pattern_of(kind: str, value: str) -> str:
    if kind == "macro":
        return _MACROS[value]
    if kind == "choice":
        return "(" + "|".join(re.escape(v).replace(r"\ ", _S) for v in value.split("|")) + ")"
    if kind == "agree":
        return re.escape(value) + r"(?P<agree>e?s?)(?![\w-])"
    if value.isspace():
        return _S
    return re.escape(value).replace("’", "[’']")


def literal_expressions() -> Iterator[str]:
    """The fixed words of each entry that has no verb, as people would meet them."""
    for entry in entries():
        expression = entry.expression.removeprefix("^ ").replace("~", "").strip(" ,")
        words = re.sub(r"\s*\{[^}]*\}\s*$", "", expression)
        if not entry.verb and not re.search(r"[{}()\[\]]", words) and len(words) > 3:
            yield words
