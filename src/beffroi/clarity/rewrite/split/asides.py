"""« Réunissez des preuves (constat, lettres, témoignages). » → « Réunissez des preuves : » et leur
liste; « …une aide (prêt sans intérêt) » → « …une aide. Plus précisément : prêt sans intérêt. »

A parenthesis of four words or more goes out of the sentence, its words unchanged: « Par exemple : »
when it says so; « …, pour « logement » : » when it stood inside. The last one first: the others
follow at the next cut.
"""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_ASIDE = re.compile(r"[ \u00a0]?\((?P<inside>[^()]+)\)")
#: A parenthesis that hangs on the sentence by its first word.
_LINKED = re.compile(
    r"(?:si|voir|cf|soit|sauf|dont|où|ou|et|hors|hormis|sinon|même|tout en|dite?s?|pas|non|faute"
    r"|selon|donc|comme|plus|moins|depuis|entre|de|du|des|y compris|en|à|aux?|dans|pour|sous|sur"
    r"|par(?![ \u00a0]ex)|avec|sans)\b"
    r"|qu[ie]?[ \u00a0’']|s[’']|d[’']|lors|jusqu|excepté|à l[’']exc",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:par exemple|par ex\.?|p\. ?ex\.?|exemples?|notamment)[ \u00a0]?[:,]?[ \u00a0]*", re.I
)
_EXAMPLE_AFTER = re.compile(r",?[ \u00a0]par exemple$", re.IGNORECASE)
#: A sentence that goes on with the one before it.
_BOUND = re.compile(r"(?:soit|ou|et|mais)\b", re.IGNORECASE)
_AMOUNTS = {"maximum", "ensemble", "nombre", "liste", "série", "partie", "dossier", "totalité"}
#: What makes a noun part of a larger phrase; nouns of « au cours de », « au sein de ».
_INSIDE = {"nmod", "amod", "acl", "conj"}
_LOCUTIONS = {"cours", "sein", "titre", "moment", "sujet", "fin", "lieu", "nom"}
_SHORTEST, _LONGEST_NAME = 4, 8


def cut(doc: Any) -> list[str] | None:
    text = doc.text
    asides = list(_ASIDE.finditer(text))
    if not asides or "\n" in text:
        return None
    last = asides[-1]
    inside = last["inside"].strip(" .…\u00a0")
    if anatomy.length(inside) < _SHORTEST or _LINKED.match(inside) or inside[0].isupper():
        return None
    before, after = text[: last.start()], text[last.end() :]
    if (
        anatomy.length(before + after) < _SHORTEST
        or _BOUND.match(text)
        or "«" in before[before.rfind("»") + 1 :]
    ):
        return None
    if not re.search(r"\w", after):
        ended = before.rstrip(" .") + (after.strip(" ,;") or ".")
        if anatomy.stands_alone(inside + "."):
            return [ended, inside + "."]
        items = _items(doc, last.start(), inside)
        if items:
            return [f"{before.rstrip()} :\n- " + " ;\n- ".join(items)]
        return [ended, _said(last["inside"].strip(" \u00a0"), "Plus précisément")]
    named = _named(doc, last.start())
    if named is None or not re.match(r"[ \u00a0,.;]", after):
        return None
    said = _said(last["inside"].strip(" \u00a0"), "Plus précisément", f", pour « {named} »")
    rest = before + after
    return [rest if rest.rstrip().endswith((".", "!", "?")) else f"{rest}.", said]


def _items(doc: Any, place: int, inside: str) -> list[str]:
    """The parts of an enumeration that details the last noun, a plural that the verb governs."""
    noun = next((t for t in doc if t.idx + len(t) == place), None)
    noun = noun.head if noun is not None and noun.pos_ == "ADJ" else noun
    if noun is None or noun.pos_ != "NOUN" or not anatomy.is_plural(noun) or _within(noun):
        return []
    items = [item.strip(" .…\u00a0") for item in inside.split(",")]
    items = [item for item in items if item and item != "etc"]
    if len(items) < 3 or _EXAMPLE.match(inside) or any(anatomy.length(i) > 12 for i in items):
        return []
    opened = re.search(r"(?:\betc|…|\.\.)\W*$", doc.text)
    return [*items[:-1], items[-1] + ("…" if opened else ".")]


def _within(noun: Any) -> bool:
    """Whether the noun only completes another: « un maximum de preuves » is still preuves."""
    return noun.dep_ == "nmod" and noun.head.lower_ not in _AMOUNTS


def _said(inside: str, label: str, named: str = "") -> str:
    """What stood in the parenthesis, as a sentence under its label; « etc. » stays open."""
    example = _EXAMPLE.match(inside)
    shown = inside[example.end() :] if example else _EXAMPLE_AFTER.sub("", inside)
    if example and example[0].lower().startswith("notamment"):
        label = "Notamment"
    elif example or shown != inside:
        label = "Par exemple"
    opened = re.search(r"[ ,\u00a0]*(?:\betc\b|…|\.\.)[.…]*$", shown)
    shown = shown[: opened.start()] + "…" if opened else shown.rstrip(" .") + "."
    return f"{label}{named} : {shown}"


def _named(doc: Any, place: int) -> str | None:
    """The whole noun phrase before the parenthesis, without its article."""
    last = next((t for t in doc if t.idx + len(t) == place), None)
    if last is None or last.pos_ not in {"NOUN", "ADJ"}:
        return None
    noun = last if last.pos_ == "NOUN" else last.head
    while noun.head.i < noun.i and (noun.dep_ in _INSIDE or noun.head.dep_ == "acl"):
        if any(_is_said(token) for token in doc[noun.head.i : last.i + 1]):
            break
        noun = noun.head
    words = doc[noun.i : last.i + 1].text
    if (
        noun.pos_ != "NOUN"
        or noun.i == 0
        or anatomy.length(words) > _LONGEST_NAME
        or re.search(r"[,:;\d]", words)
    ):
        return None
    before = doc[noun.i - 1]
    if before.lower_ in {"au", "à"} and noun.lower_ in _LOCUTIONS:
        return None
    if before.pos_ not in {"DET", "NUM", "ADJ"} and before.lower_ not in {"du", "des", "au", "aux"}:
        return None
    return str(words)


def _is_said(token: Any) -> bool:
    """An infinitive or a conjugated verb: the phrase is no longer a name."""
    return token.pos_ in {"VERB", "AUX"} and "VerbForm=Part" not in str(token.morph)
