"""« Dans le cadre de X, S. » → « S. Cela se fait dans le cadre de X. ».

A long circumstance goes to a sentence of its own: before the main clause, it makes the reader
wait; after it, it explains. Also « S, étant précisé que S2. ».
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_LEADS = (
    (re.compile(r"dans le cadre (?=de |d[’']|du |des )", re.I), "Cela se fait "),
    (re.compile(r"à l[’']occasion (?=de |d[’']|du |des )", re.I), "Cela se passe "),
    (re.compile(r"(?:suite|faisant suite) (?=à |au |aux )", re.I), "Cela fait "),
    (re.compile(r"[àa] la suite (?=de |d[’']|du |des )", re.I), "Cela se passe "),
    (re.compile(r"compte tenu (?=de |d[’']|du |des )", re.I), "Cela tient "),
    (re.compile(r"en raison (?=de |d[’']|du |des )", re.I), "C’est "),
)
_NEGATION = re.compile(r"\b(?:ne|n[’'])(?:\b|(?<=[’']))", re.I)
_STATED = re.compile(
    r",[ \u00a0](?:étant (?:précisé|entendu|rappelé)|sachant)[ \u00a0](?:que[ \u00a0]|qu[’'])"
)
#: A circumstance that goes on with another: « compte tenu de A et en application de B ».
_DOUBLE = re.compile(r"\bet[ \u00a0](?:en|à|dans|sur|par|pour|après|conformément|selon|afin)\b")
_SHORTEST = 5


def cut(doc: Any) -> list[str] | None:
    return _stated(doc.text) or _fronted(doc)


def _stated(text: str) -> list[str] | None:
    match = _STATED.search(text)
    if match is None:
        return None
    first, second = text[: match.start()] + ".", text[match.end() :]
    return [first, second] if anatomy.stands_alone(second) else None


def _fronted(doc: Any) -> list[str] | None:
    main = anatomy.root(doc)
    who = anatomy.subject(main) if main is not None else None
    if main is None or who is None or who.left_edge.i < _SHORTEST or who.i > main.i:
        return None
    start = who.left_edge.i
    if doc[start - 1].text != ",":
        return None
    said, rest = anatomy.trimmed(doc, 0, start - 1), anatomy.trimmed(doc, start, len(doc))
    lead = next((lead for pattern, lead in _LEADS if pattern.match(said)), None)
    if lead is None or "," in said or anatomy.has_scope(said) or not anatomy.stands_alone(rest):
        return None
    if _NEGATION.search(rest) or ":" in rest or _DOUBLE.search(said):
        return None
    return [rest, _led(lead, said)]


def _led(lead: str, said: str) -> str:
    said = said[:1].lower() + said[1:]
    if lead == "Cela tient ":
        said = said.removeprefix("compte tenu ")
        return f"Cela tient compte {said}."
    if lead == "Cela fait ":
        return f"Cela fait {said.removeprefix('faisant ')}."
    return f"{lead}{'à' + said[1:] if said.startswith('a la suite') else said}."
