"""What the splitting rules ask of a parsed sentence: root, subject, who it is, what scopes it."""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.grammar import begins_with_vowel, gender
from beffroi.clarity.rewrite.split.parse import parsed
from beffroi.french import word_texts
from beffroi.french.lexicon import lexicon

SUBJECTS = {"nsubj", "nsubj:pass", "expl:subj"}
_PLURAL_DETERMINERS = {"les", "des", "ces", "ses", "leurs", "nos", "vos", "plusieurs", "aux"}
_CONTRACTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}
_SCOPE = re.compile(
    r"\b(?:si|s[’']il|s[’']ils|sauf|hormis|sous réserve|à condition|lorsqu|quand|dans la limite"
    r"|à défaut|faute|pourvu|excepté|à l[’']exception|tant que|en cas)\b",
    re.IGNORECASE,
)
_PRONOUNS = {"il", "elle", "ils", "elles", "on", "vous", "nous", "je", "celui-ci", "celle-ci"}


def root(doc: Any) -> Any | None:
    """The one finite root of the sentence, or ``None``."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 and is_finite(roots[0]) else None


def is_finite(token: Any) -> bool:
    """Whether ``token`` heads a clause with a conjugated verb that Lexique knows too."""
    if "VerbForm=Fin" in str(token.morph) and token.pos_ in {"VERB", "AUX"}:
        return token.lower_ in lexicon().conjugated
    return any(
        child.dep_ in {"aux:pass", "aux:tense", "cop"} and "VerbForm=Fin" in str(child.morph)
        for child in token.children
    )


def finite_token(head: Any) -> Any:
    """The conjugated word of a clause: its auxiliary or copula if it has one."""
    for child in head.children:
        if child.dep_.startswith(("aux", "cop")) and "VerbForm=Fin" in str(child.morph):
            return child
    return head


def is_indicative(head: Any) -> bool:
    """Whether the clause is in the indicative (Lexique: the subjunctive alone is refused)."""
    slots = [slot for _, slot in lexicon().conjugated.get(finite_token(head).lower_, ())]
    return any(slot.startswith(("ind:", "cnd:")) for slot in slots)


def subject(head: Any) -> Any | None:
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def is_plural(token: Any) -> bool:
    return "Number=Plur" in str(token.morph) or any(
        child.lower_ in _PLURAL_DETERMINERS for child in token.children if child.pos_ == "DET"
    )


def verb_is_plural(head: Any) -> bool:
    slots = [slot for _, slot in lexicon().conjugated.get(finite_token(head).lower_, ())]
    return bool(slots) and all(slot.endswith("p") for slot in slots)


def has_scope(text: str) -> bool:
    """A condition, an exception or a limit that could bear on more than its own clause."""
    return bool(_SCOPE.search(text))


def length(text: str) -> int:
    return len(word_texts(text))


def trimmed(doc: Any, start: int, end: int) -> str:
    """Tokens ``start`` to ``end`` without the punctuation and spaces around them."""
    return str(doc[start:end].text).strip(" ,;:\u00a0\u202f\n")


def noun_phrase(doc: Any, head: Any, end: int) -> str | None:
    """The phrase of ``head`` up to token ``end``, as the subject of a sentence of its own.

    A preposition goes (« au maire » → « le maire »), « un » becomes « ce » ; ``None`` when the
    gender is needed and not known.
    """
    start = min(head.left_edge.i, head.i)
    tokens = [token for token in doc[start:end] if not token.is_space]
    if not tokens:
        return None
    first = tokens[0].lower_
    if first in _CONTRACTED and tokens[0].pos_ == "ADP":
        return f"{_CONTRACTED[first]} {trimmed(doc, tokens[0].i + 1, end)}"
    if tokens[0].pos_ == "ADP" and len(tokens) > 1:
        tokens = tokens[1:]
        first = tokens[0].lower_
    if first in {"un", "une", "des", "d’", "de"}:
        this = demonstrative(head)
        return this and f"{this}{trimmed(doc, tokens[0].i + 1, end)}"
    if tokens[0].pos_ not in {"DET", "PROPN", "NUM"}:
        return None
    return trimmed(doc, tokens[0].i, end)


def demonstrative(head: Any) -> str | None:
    """« ce  », « cet  », « cette  » or « ces  » for a noun; ``None`` when not sure."""
    if is_plural(head):
        return "ces "
    kind = gender(head.text)
    vowel = begins_with_vowel(head.text)
    if kind is None or vowel is None:
        return None
    return "cette " if kind == "f" else ("cet " if vowel else "ce ")


def lowered(doc: Any, who: Any, named: str) -> str:
    """``named`` inside a sentence: « La commission » → « la commission », « Lyon » as it is."""
    if named and doc[who.left_edge.i].pos_ in {"DET", "PRON", "ADP"}:
        return named[:1].lower() + named[1:]
    return named


def repeated(doc: Any, head: Any) -> str | None:
    """How to name a subject again: itself when short, else « cette commission »."""
    if head.lower_ in _PRONOUNS:
        return str(head.text)
    whole = trimmed(doc, head.left_edge.i, head.right_edge.i + 1)
    if any(child.dep_ == "conj" for child in head.children):
        return whole if length(whole) <= 6 else None
    if length(whole) <= 4 and "," not in whole:
        return whole
    if head.pos_ == "PROPN":
        return whole if length(whole) <= 5 and "," not in whole else None
    this = demonstrative(head)
    return this and this + str(head.text)


#: The parser takes « ce dernier » for an adjective; a pronoun says the same.
_LATTERS = {"ce dernier": "il", "cette dernière": "elle", "ces derniers": "ils"}
_LATTERS |= {"ces dernières": "elles"}
_LATTER = re.compile(r"^(?:" + "|".join(_LATTERS) + r")\b", re.IGNORECASE)


def stands_alone(text: str) -> bool:
    """Whether ``text``, parsed alone, is a sentence: its subject first, then its verb."""
    clause = parsed(_LATTER.sub(lambda found: _LATTERS[found[0].lower()], text))
    main = root(clause)
    if main is None or not is_indicative(main):
        return False
    who = subject(main)
    if who is None or not who.left_edge.i <= 1 or not who.i < finite_token(main).i:
        return False
    return is_plural(who) == verb_is_plural(main) or who.lower_ in {"vous", "nous", "on", "je"}


_OPENS = re.compile(
    r"(?:vous|nous|on|ils?|elles?|ce|cet|cette|ces|les?|la|une?|des|votre|vos|leurs?|son|sa|ses|notre"
    r"|nos|aucune?|chaque|tout|toute|tous|toutes|deux|trois|\d+)[ \u00a0]|l[’']"
    r"|seule?s? l[ae’']|M\.|Mme|monsieur|madame",
    re.IGNORECASE,
)


def main_comma(text: str, *, least: int = 4) -> int | None:
    """Offset of the first comma after which a whole sentence of ``least`` words stands."""
    for comma in re.finditer(r",[ \u00a0]", text):
        rest = text[comma.end() :]
        if _OPENS.match(rest) and length(rest) >= least and stands_alone(rest):
            return comma.start()
    return None
