"""« Dans le cadre de X, S. » → « S. Cela se fait dans le cadre de X. ».

A long circumstance goes to a sentence of its own: before the main clause, it makes the reader
wait; after it, it explains. Also « S, étant précisé que S2. » and « S (exemple). ».
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
_INNER = re.compile(r"[ \u00a0]\((?P<inside>[^()]+)\)(?=,?[ \u00a0]\w)")
_STATED = re.compile(
    r",[ \u00a0](?:étant (?:précisé|entendu|rappelé)|sachant)[ \u00a0](?:que[ \u00a0]|qu[’'])"
)
_FINAL_PARENTHESIS = re.compile(r"[ \u00a0]\((?P<inside>[^()]+)\)[ \u00a0]?\.$")
#: A parenthesis that hangs on the sentence by its first word.
_LINKED = re.compile(
    r"(?:qu[ie]?[ \u00a0’']|si\b|s[’']|voir\b|cf\b|soit\b|sauf\b|dont\b|où\b|ou\b|et\b)", re.I
)
_SHORTEST = 5


def cut(doc: Any) -> list[str] | None:
    return _stated(doc.text) or _fronted(doc) or _parenthesis(doc.text) or _inner_parenthesis(doc)


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
    if _NEGATION.search(rest) or ":" in rest:
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


def _parenthesis(text: str) -> list[str] | None:
    """A last parenthesis of four words or more becomes a sentence that makes things precise."""
    match = _FINAL_PARENTHESIS.search(text)
    if match is None or text.count("(") > 1:
        return None
    inside = match["inside"].strip(" .…")
    if anatomy.length(inside) < 4 or _LINKED.match(inside):
        return None
    if not anatomy.stands_alone(text[: match.start()] + "."):
        return None
    example = re.match(r"(?:par exemple|exemples?)[ \u00a0]?[:,]?[ \u00a0]*", inside, re.I)
    if example:
        return [text[: match.start()] + ".", f"Par exemple : {inside[example.end() :]}."]
    return [text[: match.start()] + ".", f"Précision : {inside[:1].lower() + inside[1:]}."]


def _inner_parenthesis(doc: Any) -> list[str] | None:
    """« Un logement (appartement ou maison) est… » → « Un logement est… Précision pour… »."""
    text = doc.text
    match = _INNER.search(text)
    if match is None or text.count("(") > 1 or not text.endswith("."):
        return None
    inside = match["inside"].strip(" .…")
    noun = next((t for t in doc if t.idx + len(t) == match.start()), None)
    rest = text[: match.start()] + text[match.end() :]
    if (
        noun is None
        or noun.pos_ != "NOUN"
        or anatomy.length(inside) < 4
        or _LINKED.match(inside)
        or "«" in text
    ):
        return None
    if not anatomy.stands_alone(rest):
        return None
    return [rest, f"Précision pour « {noun.text} » : {inside[:1].lower() + inside[1:]}."]
