"""Replace administrative wording by plain words, with agreement and elision.

The list is ``substitutions.txt``; its head says how an entry is written. An entry fires only on
whole words, never inside a quotation, never where elision or agreement would be uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from beffroi.clarity.rewrite.entries import Entry, entries, tokens
from beffroi.clarity.rewrite.grammar import (
    begins_with_vowel,
    forms,
    gender,
    is_determiner,
    is_infinitive,
    is_noun,
    same_slot,
)
from beffroi.clarity.rewrite.types import Applied

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
_NEXT = re.compile(r"[ \u00a0\u202f]*([A-Za-zÀ-ÖØ-öø-ÿŒœ]+|\d+)([’']?)")
_ELIDED_BEFORE = re.compile(r"\b(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu)[’']$", re.IGNORECASE)
_ELIDABLE_BEFORE = re.compile(
    r"\b(le|la|de|que|ne|se|jusque|lorsque|puisque)[ \u00a0]$", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(?:ne|n[’'])[ \u00a0]*$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"\b(?:se|s[’']|me|m[’']|te|nous nous|vous vous)[ \u00a0]*$", re.IGNORECASE)
_YOU = re.compile(r"\b(?:nous|vous)[ \u00a0]*$", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:été|est|sont|ser\w+|soi\w+|étai\w+|être|a|ont|avoir|aur\w+|avai\w+)"
    r"(?:[ \u00a0]\w+)?[ \u00a0]$",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:qui|ils?|elles?|on|ne|n[’']|y|en)[ \u00a0]*$", re.IGNORECASE)
_CONTRACTED = {"du": ("de", "le "), "des": ("de", "les "), "au": ("à", "le "), "aux": ("à", "les ")}
_JOINED = {("de", "le "): "du ", ("de", "les "): "des ", ("à", "le "): "au ", ("à", "les "): "aux "}


def substitute(sentence: str) -> tuple[str, tuple[Applied, ...]]:
    """``sentence`` with plain words, and what was replaced, in the order of the list."""
    applied: list[Applied] = []
    for entry in entries():
        sentence, done = _apply(entry, sentence)
        applied += done
    return sentence, tuple(applied)


def _apply(entry: Entry, sentence: str) -> tuple[str, list[Applied]]:
    if entry.pattern.search(sentence) is None:
        return sentence, []
    quoted = [m.span() for m in _QUOTED.finditer(sentence)]
    pieces: list[str] = []
    applied: list[Applied] = []
    at = 0
    for match in entry.pattern.finditer(sentence):
        if any(a < match.end() and match.start() < b for a, b in quoted):
            continue
        before = (
            sentence[: match.start()] if at == 0 else "".join(pieces) + sentence[at : match.start()]
        )
        new = _replacement(entry, match, before, sentence)
        if new is None:
            continue
        kept, new = _joined_before(sentence[at : match.start()], new)
        pieces += [kept, new]
        at = match.end()
        applied.append(
            Applied(
                rule="mots." + entry.expression,
                reason=entry.reason,
                before=match[0].strip(),
                after=new.strip(),
            )
        )
    return "".join(pieces) + sentence[at:], applied


def _joined_before(kept: str, new: str) -> tuple[str, str]:
    """Elide « le », « de », « que » before a replacement that begins with a vowel."""
    match = _ELIDABLE_BEFORE.search(kept)
    if match and begins_with_vowel(new):
        return kept[: match.start(1)] + match[1][:-1] + "’", new
    return kept, new


def _replacement(entry: Entry, match: re.Match[str], before: str, sentence: str) -> str | None:
    """The words to put instead, or ``None`` when the entry must stay quiet here."""
    rest = sentence[match.end() :]
    if entry.verb and not _verb_allowed(entry, match, before):
        return None
    if "inf" in match.groupdict() and not is_infinitive(_next_word(rest)):
        return None
    new = _filled(entry, match, rest)
    if new is None:
        return None
    if _ELIDED_BEFORE.search(before) and not begins_with_vowel(new):
        return None
    if match[0][:1].isupper():
        new = new[:1].upper() + new[1:]
    return new


def _verb_allowed(entry: Entry, match: re.Match[str], before: str) -> bool:
    written = match["verb"].lower()
    if _REFLEXIVE.search(before) or (entry.modal and _NEGATED.search(before)):
        return False
    if _YOU.search(before) and (is_infinitive(written) or written.endswith("ant")):
        return False
    if entry.expression != f"[{entry.verb}]":
        return (
            not is_noun(written) or not _is_participle(entry, written) or _after_auxiliary(before)
        )
    return not is_noun(written) or is_infinitive(written) or bool(_PRONOUN.search(before))


def _is_participle(entry: Entry, written: str) -> bool:
    return forms(entry.verb).get(written, ("",))[0].startswith("par:pas")


def _after_auxiliary(before: str) -> bool:
    """« a été mise en œuvre » is a verb; « la mise en œuvre » is a noun."""
    return bool(_AUXILIARY.search(before))


def _filled(entry: Entry, match: re.Match[str], rest: str) -> str | None:
    out: list[str] = []
    for kind, value in tokens(entry.replacement):
        piece = _piece(entry, kind, value, match, rest)
        if piece is None:
            return None
        out.append(piece)
    new = re.sub(r" {2,}", " ", "".join(out))
    return _spaced(new, match[0], rest)


def _spaced(new: str, found: str, rest: str) -> str:
    """Keep one space where the expression ended with one."""
    swallowed = found[-1:].isspace() or found.endswith(("’", "'"))
    if swallowed and rest and not new.endswith((" ", "’")):
        return new + " "
    return new


def _piece(entry: Entry, kind: str, value: str, match: re.Match[str], rest: str) -> str | None:
    if kind == "verb":
        return same_slot(match["verb"], entry.verb, value)
    if kind == "agree":
        return value + (match["agree"] or "")
    if kind != "macro":
        return re.sub(r"\\(\d)", lambda m: _group(match, int(m[1])), value)
    macro: dict[str, Callable[[], str | None]] = {
        "le": lambda: _without_preposition(match, rest, bare_allowed=False),
        "nu": lambda: _without_preposition(match, rest, bare_allowed=True),
        "de": lambda: _with_preposition("de", match, rest),
        "à": lambda: _with_preposition("à", match, rest),
        "que": lambda: match["que"] if match["que"].endswith(("’", "'")) else "que ",
        "ce": lambda: _this(match, rest),
        "tous": lambda: _all(rest),
    }
    return macro[value]()


def _group(match: re.Match[str], number: int) -> str:
    plain = [text for name, text in _plain_groups(match)]
    return plain[number - 1] or ""


def _plain_groups(match: re.Match[str]) -> list[tuple[int, str]]:
    named = set(match.re.groupindex.values())
    return [(i, text) for i, text in enumerate(match.groups(), 1) if i not in named]


def _split_preposition(match: re.Match[str]) -> str:
    """The article hidden in « du », « des », « au », « aux », with its space."""
    return _CONTRACTED.get(match["prep"].lower(), ("", ""))[1]


def _without_preposition(match: re.Match[str], rest: str, *, bare_allowed: bool) -> str | None:
    if _repeats_preposition(match["prep"].lower(), rest):
        return None
    article = _split_preposition(match)
    following = _next_word(rest) if match.end("prep") >= match.end() - 2 else ""
    if article or bare_allowed or not following or is_determiner(following):
        return article
    return None


def _repeats_preposition(preposition: str, rest: str) -> bool:
    """« au moyen d’une carte et d’un code »: the second « d’ » would be left hanging."""
    again = "à|aux?" if preposition in {"à", "au", "aux"} else "de|du|des|d[’']"
    return bool(re.match(rf"[^.;:]*(?:\b(?:et|ou|ni)|,)[ \u00a0](?:{again})(?:\b|(?<=[’']))", rest))


def _with_preposition(preposition: str, match: re.Match[str], rest: str) -> str | None:
    article = _split_preposition(match) if "prep" in match.groupdict() else ""
    if article:
        return _JOINED[preposition, article]
    if preposition == "à":
        return "à "
    vowel = begins_with_vowel(_next_word(rest))
    if vowel is None:
        return match["prep"] if match.groupdict().get("prep", "").lower() in {"de", "d’"} else None
    return "d’" if vowel else "de "


def _this(match: re.Match[str], rest: str) -> str | None:
    following = next((text for _, text in _plain_groups(match) if text), None) or _next_word(rest)
    vowel = begins_with_vowel(following)
    return None if vowel is None else ("cet" if vowel else "ce")


def _all(rest: str) -> str | None:
    noun = gender(_next_word(rest))
    return {"m": "tous", "f": "toutes", None: None}[noun]


def _next_word(rest: str) -> str:
    match = _NEXT.match(rest)
    return match[1] if match else ""
