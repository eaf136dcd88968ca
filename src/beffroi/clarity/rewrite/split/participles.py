"""« Créée en 1986, l’association gère… » → « L’association a été créée en 1986. Elle gère… ».

Also « L’école, située rue Verte, ferme… ». Only with participles whose tense is certain: a state
(« située » → « est située ») or an event (« créée » → « a été créée »).
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy
from beffroi.french.lexicon import lexicon

_STATES = frozenset(
    """situer composer constituer doter implanter destiner réserver équiper soumettre charger lier
    rattacher représenter intituler dénommer nommer entourer border habiliter""".split()
)
_EVENTS = frozenset(
    """créer fonder convoquer saisir élire adopter signer construire réunir recruter lancer
    instituer consulter inaugurer informer transférer déposer publier inscrire rénover""".split()
)
_PARTICIPLE = re.compile(r"[a-zà-ÿ]+(?:é|i|u|s|t)(?:e?s?)$", re.IGNORECASE)


def cut(doc: Any) -> list[str] | None:
    return _fronted(doc) or _set_off(doc)


def _fronted(doc: Any) -> list[str] | None:
    main = anatomy.root(doc)
    who = anatomy.subject(main) if main is not None else None
    auxiliary = _auxiliary(doc[0], who)
    if main is None or who is None or auxiliary is None or who.i > main.i:
        return None
    start = who.left_edge.i
    if doc[start - 1].text != "," or anatomy.has_scope(doc[:start].text):
        return None
    name = anatomy.trimmed(doc, start, who.right_edge.i + 1)
    again = anatomy.repeated(doc, who)
    if again is None or "," in name:
        return None
    said = anatomy.trimmed(doc, 0, start - 1)
    first = f"{name} {auxiliary} {said[:1].lower()}{said[1:]}."
    rest = f"{again} {anatomy.trimmed(doc, who.right_edge.i + 1, len(doc))}"
    return [first, rest] if anatomy.stands_alone(rest) else None


def _set_off(doc: Any) -> list[str] | None:
    """Between commas, after a subject that opens the sentence."""
    commas = [token.i for token in doc if token.text == ","]
    main = anatomy.root(doc)
    who = anatomy.subject(main) if main is not None else None
    if main is None or who is None or not commas:
        return None
    if who.left_edge.i != 0 or who.i > commas[0]:
        return None
    opening, closing = commas[0], max((i for i in commas if i < main.i), default=0)
    if closing <= opening + 2 or opening + 1 >= len(doc):
        return None
    auxiliary = _auxiliary(doc[opening + 1], who)
    rest = anatomy.finite_token(main)
    inside = doc[opening + 1 : closing].text
    if auxiliary is None or not closing < rest.i or anatomy.has_scope(inside):
        return None
    name = anatomy.trimmed(doc, 0, opening)
    again = _again(doc, who, name)
    if again is None:
        return None
    rest = f"{again} {anatomy.trimmed(doc, closing + 1, len(doc))}"
    return [f"{name} {auxiliary} {inside}.", rest] if anatomy.stands_alone(rest) else None


def _again(doc: Any, who: Any, name: str) -> str | None:
    if anatomy.length(name) <= 4:
        return name
    this = anatomy.demonstrative(who) if who.pos_ == "NOUN" else None
    return this and this + str(who.text)


def _auxiliary(token: Any, who: Any) -> str | None:
    """« est », « sont », « a été », « ont été » when the participle agrees with its noun."""
    if who is None or not _PARTICIPLE.fullmatch(token.text):
        return None
    lemma = lexicon().participles.get(token.lower_)
    many = anatomy.is_plural(who)
    if lemma is None or token.lower_.endswith("s") != many:
        return None
    if lemma in _STATES:
        return "sont" if many else "est"
    if lemma in _EVENTS:
        return "ont été" if many else "a été"
    return None
