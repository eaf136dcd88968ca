"""« Le maire signe la convention et autorise le trésorier… » → two sentences, or a list.

Two verbs that share a subject, or two clauses with their own, joined by *et*, *mais*, *puis*,
*or*, *car* or a semicolon. When a date, a place or a condition stands before both, it must keep
both: the clauses become the items of a list under it.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_LINKS = {
    "et": "",
    ";": "",
    "mais": "Mais ",
    "puis": "Puis, ",
    "car": "En effet, ",
    "or": "Or, ",
    "donc": "Donc, ",
}

_JOINT = re.compile(
    r"(?:,[ \u00a0](?P<link>et|mais|car|puis|or)|[ \u00a0](?P<bare>et))[ \u00a0](?=\w)"
)
_EMBEDDING = re.compile(
    r"\b(?:qu[ie]|qu[’']|dont|où|lequel|laquelle|parce|puisque|comme)\b|\bqu[’']"
)
_RELATIVES = {
    "qui",
    "que",
    "qu’",
    "qu'",
    "dont",
    "où",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
}
_CLITICS = {
    "se",
    "s’",
    "s'",
    "ne",
    "n’",
    "n'",
    "le",
    "la",
    "les",
    "l’",
    "l'",
    "lui",
    "leur",
    "y",
    "en",
}


def cut(doc: Any) -> list[str] | None:
    return _shared(doc) or _two_clauses(doc)


def _two_clauses(doc: Any) -> list[str] | None:
    """Two clauses with their own subjects: each half, parsed alone, must be a whole sentence."""
    for match in _JOINT.finditer(doc.text):
        first, second = doc.text[: match.start()], doc.text[match.end() :]
        link = match["link"] or "et"
        if link == "et" and (_EMBEDDING.search(first) or anatomy.has_scope(doc.text)):
            continue
        if doc.text.endswith("?") or anatomy.has_scope(first) or anatomy.length(second) < 4:
            continue
        if anatomy.stands_alone(first + ".") and anatomy.stands_alone(second):
            return [first + ".", _LINKS[link] + second]
    return None


def _shared(doc: Any) -> list[str] | None:
    main = anatomy.root(doc)
    if main is None or doc[-1].text == "?":
        return None
    who = anatomy.subject(main)
    for head in _coordinated(main):
        link = _link(head)
        start = _start(head, link)
        if link is None or start is None or not anatomy.is_indicative(head):
            continue
        front = _front(doc, main, who)
        if front is None:
            continue
        pieces = _pieces(doc, main, who, head, start, link, front)
        if pieces:
            return pieces
    return None


def _coordinated(main: Any) -> list[Any]:
    return [
        token
        for token in main.children
        if token.dep_ == "conj" and token.i > main.i and anatomy.is_finite(token)
    ]


def _link(head: Any) -> Any | None:
    """The word that joins the clause to the one before."""
    return next((c for c in head.children if c.dep_ == "cc" and c.lower_ in _LINKS), None)


def _start(head: Any, link: Any | None) -> int | None:
    """Where the second clause begins; ``None`` when its words are not in one block."""
    if link is None:
        return None
    inside = sorted(token.i for token in head.subtree)
    return link.i + 1 if inside[0] == link.i and link.i + 1 in inside else None


def _front(doc: Any, main: Any, who: Any) -> int | None:
    """Token where the subject begins; what stands before it bears on both clauses."""
    if who is not None:
        return int(min(who.left_edge.i, who.i)) if who.i < main.i else None
    return None


def _begins_well(first: Any, own: Any | None) -> bool:
    """With its own subject the clause opens on it; without, on its verb or a clitic."""
    if own is not None:
        return bool(own.left_edge.i <= first.i <= own.i and own.lower_ not in _RELATIVES)
    return "VerbForm=Fin" in str(first.morph) or first.lower_ in _CLITICS


def _pieces(
    doc: Any, main: Any, who: Any, head: Any, start: int, link: Any, front: int
) -> list[str] | None:
    first_end = link.i
    before = anatomy.trimmed(doc, 0, front)
    first = anatomy.trimmed(doc, front if before else 0, first_end)
    second = anatomy.trimmed(doc, start, len(doc)).rstrip(".")
    own = anatomy.subject(head)
    if not _begins_well(doc[start], own):
        return None
    if anatomy.has_scope(second) or anatomy.has_scope(first):
        return None
    named = "" if own is not None else anatomy.repeated(doc, who)
    if named is None:
        return None
    second = f"{anatomy.lowered(doc, who, named)} {second}".strip()
    if not before:
        return [first + ".", _LINKS[link.lower_] + second + "."]
    if link.lower_ != "et" or doc[front - 1].text != "," or anatomy.length(before) > 20:
        return None
    return [f"{before} :\n- {first} ;\n- {second}."]
