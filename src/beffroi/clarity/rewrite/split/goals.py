"""« …réunit la commission afin d’examiner les offres. » → « …L’objectif est d’examiner… ».

Also in front: « Pour financer la collecte, les communes décident… » → « L’objectif est de financer
la collecte. Pour cela, les communes décident… ».
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import begins_with_vowel, is_infinitive
from beffroi.clarity.rewrite.split import anatomy

_GOAL = re.compile(
    r",?[ \u00a0](?:et ce,? )?(?:afin|en vue|dans le but|dans l[’']objectif) "
    r"(?P<de>de |d[’'])(?P<inf>[\wÀ-ÿ]+)"
)
_FOR = re.compile(r"[ \u00a0]pour[ \u00a0](?P<inf>[a-zà-ÿ]+(?:er|ir|re|oir))[ \u00a0]")
_FRONT = re.compile(
    r"(?:Pour |(?:Afin|En vue|Dans le but|Dans l[’']objectif) (?:de |d[’']))"
    r"(?P<said>(?P<inf>[a-zà-ÿ]+(?:er|ir|re|oir))[ \u00a0][^:;?]+?), (?P<rest>(?:les?|la|l[’']|ces?"
    r"|cette|cet|votre|vos|leurs?|une?|il|elles?|ils|on|nous|vous)\b.+)",
    re.DOTALL,
)
_READER = re.compile(r"vous (?:devez|pouvez|devrez|pourrez)\b")
_NOTABLY = re.compile(
    r",[ \u00a0](?P<word>notamment|en particulier)[ \u00a0](?=(?:les?|la|l[’']|des|une?|ces?) ?)"
)
_NEGATION = re.compile(r"\b(?:ne|n[’'])", re.IGNORECASE)
_NEED = re.compile(
    r"\b(?:faut|faudra|suffit|suffisante?s?|assez|trop|nécessaires?|obligatoires?|indispensables?"
    r"|besoin|possible|utiles?|disposez|dispose|disposent|avez|ont|sert|servent|utilis\w+|prévue?s?"
    r"|moyens?|délais?|jours|mois|an|ans)\b"
)
#: Verbs after which « pour » belongs to them, or tells no purpose.
_NOT_DONE = frozenset(
    {"être", "avoir", "suffire", "falloir", "servir", "opter", "compter", "valoir"}
)


def cut(doc: Any) -> list[str] | None:
    if doc[-1].text == "?":
        return None
    main = anatomy.root(doc)
    if main is None or not anatomy.is_indicative(main):
        return _front(doc.text)
    return _goal(doc.text) or _notably(doc.text) or _front(doc.text) or _for(doc, main)


def _goal(text: str) -> list[str] | None:
    match = _GOAL.search(text)
    if match is None or not is_infinitive(match["inf"]):
        return None
    first, said = text[: match.start()], text[match.start("de") :]
    if anatomy.length(first) < 6 or _NEGATION.search(first) or _NEED.search(first):
        return None
    if anatomy.has_scope(text) or re.search(r"\bqui?\b", first.rsplit(",", 1)[-1]):
        return None
    return [first.rstrip(" ,") + ".", "L’objectif est " + said]


def _front(text: str) -> list[str] | None:
    """What stands before the comma is an aim of who acts, or of the reader."""
    match = _FRONT.match(text)
    if match is None or not is_infinitive(match["inf"]) or not anatomy.stands_alone(match["rest"]):
        return None
    said, rest = match["said"], match["rest"]
    if (
        match["inf"] == "pouvoir"
        or anatomy.length(said) < 5
        or anatomy.has_scope(text)
        or _NEGATION.search(rest)
    ):
        return None
    if _READER.match(rest):
        return [f"Vous voulez {said} ?", rest]
    return [f"L’objectif est {_of(match['inf'])}{said}.", f"Pour cela, {rest}"]


def _of(infinitive: str) -> str:
    return "d’" if begins_with_vowel(infinitive) else "de "


def _for(doc: Any, main: Any) -> list[str] | None:
    """« …consulte les habitants pour connaître leur avis. », when « pour » hangs on the verb."""
    text = doc.text
    found = list(_FOR.finditer(text))
    who = anatomy.subject(main)
    if len(found) != 1 or who is None or who.lower_ in {"il", "ce", "c’", "cela"}:
        return None
    first, said = text[: found[0].start()], text[found[0].start("inf") :]
    verb = next((t for t in doc if t.idx == found[0].start("inf")), None)
    if verb is None or verb.head != main or not is_infinitive(verb.text):
        return None
    if _lemma(main) in _NOT_DONE or main.pos_ != "VERB" or _NEED.search(first):
        return None
    if anatomy.length(first) < 6 or anatomy.length(said) < 4 or "," in said:
        return None
    if _NEGATION.search(text) or anatomy.has_scope(text) or ":" in text:
        return None
    return [first.rstrip(" ,") + ".", f"L’objectif est {_of(verb.text)}{said}"]


def _lemma(main: Any) -> str:
    from beffroi.french.lexicon import lexicon

    pairs = lexicon().conjugated.get(anatomy.finite_token(main).lower_, ())
    return pairs[0][0] if pairs else ""


def _notably(text: str) -> list[str] | None:
    match = _NOTABLY.search(text)
    if match is None:
        return None
    first, said = text[: match.start()], text[match.end() :]
    if anatomy.length(first) < 6 or _NEGATION.search(first) or anatomy.has_scope(text):
        return None
    return [first + ".", f"Cela concerne {match['word']} {said}"]
