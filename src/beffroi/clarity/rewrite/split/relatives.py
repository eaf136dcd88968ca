"""« …transmis à la préfecture, qui dispose de deux mois. » → « …La préfecture dispose… ».

Only relatives set off by a comma: without it they say which one is meant, and stay. Also
« , ce qui permet… » → « Cela permet… ».
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_WHOSE = re.compile(r"^(?P<name>[^,]+), dont (?P<said>[^:;()]+), (?P<rest>[^:;]+)$")
_OWNED = re.compile(r"(?P<noun>(?:la |le |les |l[’'])\w+)\b")
#: Only verbs that bring something new: elsewhere the relative says which one is meant.
_NEW = re.compile(
    r"\b(?:désigne|nomme|élit|crée|délivre|envoie|transmet|remet|établit|publie|signe|reçoi[st]"
    r"|recevez|recevrez|désignent|nomment|élisent|créent|organise|organisent|envoient"
    r"|transmettent)[ \u00a0]"
    r"(?:\w+[ \u00a0]){0,4}?(?:un|une)[ \u00a0](?P<noun>\w[\w-]*)[ \u00a0](?P<who>qui)[ \u00a0]"
)
#: After the relative the main clause goes on: « …, qui le préside, la commission ».
_RESUMES = re.compile(r",[ \u00a0](?:(?:les?|la|une?|des|ce|cette|ces|sa|son|ses)[ \u00a0]|l[’'])")
_WHICH = re.compile(r",[ \u00a0]ce qui[ \u00a0]")


def cut(doc: Any) -> list[str] | None:
    return _which(doc) or _who(doc) or _whose(doc) or _new_person(doc)


def _whose(doc: Any) -> list[str] | None:
    """« Ce comité, dont le maire est président, décide. » → two sentences."""
    match = _WHOSE.match(doc.text)
    if match is None or not anatomy.stands_alone(f"{match['name']} {match['rest']}"):
        return None
    said, name = match["said"], match["name"][:1].lower() + match["name"][1:]
    owned = _OWNED.match(said)
    if owned is None or anatomy.has_scope(said) or anatomy.length(name) > 5:
        return None
    of = f"de {name}".replace("de le ", "du ").replace("de les ", "des ")
    first = f"{owned['noun']} {of} {said[owned.end() :].strip()}."
    if not anatomy.stands_alone(first):
        return None
    return [first, f"{match['name']} {match['rest']}"]


def _new_person(doc: Any) -> list[str] | None:
    """« Le maire nomme un expert qui évalue… » → « …un expert. Cet expert évalue… »."""
    match = _NEW.search(doc.text)
    main = anatomy.root(doc)
    if match is None or main is None or anatomy.has_scope(doc.text[: match.start()]):
        return None
    who = next((t for t in doc if t.idx == match.start("who")), None)
    noun = next((t for t in doc if t.idx == match.start("noun")), None)
    if who is None or noun is None or noun.i < main.i or not anatomy.is_indicative(who.head):
        return None
    first, rest = doc.text[: match.end("noun")], doc.text[match.end() :]
    this = anatomy.demonstrative(noun)
    second = f"{this}{noun.text} {rest}"
    if this is None or not anatomy.stands_alone(second) or not anatomy.stands_alone(first + "."):
        return None
    return [first + ".", second]


def _which(doc: Any) -> list[str] | None:
    match = _WHICH.search(doc.text)
    if match is None or doc.text[-1] == "?" or not _is_declared(doc):
        return None
    first, second = doc.text[: match.start()], doc.text[match.end() :]
    if anatomy.length(first) < 5 or "," in second:
        return None
    return [first.rstrip() + ".", "Cela " + second]


def _is_declared(doc: Any) -> bool:
    main = anatomy.root(doc)
    return main is not None and anatomy.is_indicative(main)


def _who(doc: Any) -> list[str] | None:
    for token in doc:
        if token.lower_ == "qui" and token.i > 2 and doc[token.i - 1].text == ",":
            pieces = _cut_at(doc, token)
            if pieces:
                return pieces
    return None


def _cut_at(doc: Any, who: Any) -> list[str] | None:
    verb = who.head
    if not anatomy.is_finite(verb) or not anatomy.is_indicative(verb) or verb.i < who.i:
        return None
    named_end = who.i - 1
    head = _antecedent(doc, verb, named_end)
    if head is None or anatomy.is_plural(head) != anatomy.verb_is_plural(verb):
        return None
    end = verb.right_edge.i + 1
    if doc[end - 1].text in {".", ","}:
        end -= 1
    if end >= len(doc) - 1:
        return _at_end(doc, who, head, named_end)
    return _in_the_middle(doc, who, head, named_end, end)


def _antecedent(doc: Any, verb: Any, end: int) -> Any | None:
    """The noun that the parser names, or the only one that agrees and ends at the comma."""
    if verb.dep_ == "acl:relcl" and verb.head.i < end and verb.head.pos_ in {"NOUN", "PROPN"}:
        return verb.head
    reaching = [
        token
        for token in doc[:end]
        if token.pos_ in {"NOUN", "PROPN"}
        and max(t.i for t in token.subtree if t.i < end) == end - 1
        and anatomy.is_plural(token) == anatomy.verb_is_plural(verb)
    ]
    return reaching[0] if len(reaching) == 1 else None


def _at_end(doc: Any, who: Any, head: Any, named_end: int) -> list[str] | None:
    main = anatomy.root(doc)
    if main is None or head.i < main.i or anatomy.has_scope(doc[: who.i].text):
        return None
    name = anatomy.noun_phrase(doc, head, named_end)
    if name is None or "," in name:
        return None
    if anatomy.length(name) > 6:
        this = anatomy.demonstrative(head)
        if this is None:
            return None
        name = this + str(head.text)
    if _RESUMES.search(doc[who.i :].text):
        return None
    first = anatomy.trimmed(doc, 0, named_end)
    return [first + ".", f"{name} {anatomy.trimmed(doc, who.i + 1, len(doc))}"]


def _in_the_middle(doc: Any, who: Any, head: Any, named_end: int, end: int) -> list[str] | None:
    """« La commune, qui gère le port, informe… » → « La commune gère le port. Elle… »."""
    main = anatomy.root(doc)
    if main is None or head.dep_ not in anatomy.SUBJECTS or head.head != main:
        return None
    if head.left_edge.i != 0 or end >= len(doc) or doc[end].text != ",":
        return None
    again = anatomy.repeated(doc[:named_end].as_doc(), doc[:named_end].as_doc()[head.i])
    if again is None:
        return None
    first = f"{anatomy.trimmed(doc, 0, named_end)} {anatomy.trimmed(doc, who.i + 1, end)}"
    rest = f"{again} {anatomy.trimmed(doc, end + 1, len(doc))}"
    if not anatomy.stands_alone(rest) or not anatomy.stands_alone(first + "."):
        return None
    return [first + ".", f"{again} {anatomy.trimmed(doc, end + 1, len(doc))}"]
