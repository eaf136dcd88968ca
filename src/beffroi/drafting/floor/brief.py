"""A short message made of whole facts, by order of need, within the limit of the channel."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from string import Template

from beffroi.drafting.floor.phrase import sentence_case
from beffroi.drafting.floor.short import ShortFacts, short_facts
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.sms import fits as sms_fits
from beffroi.drafting.sms import to_gsm7

#: « En cas de pluie, la fête est reportée… »: without it the message would deceive.
_CONDITION = re.compile(r"(?:en cas d|si |s[’']il|sauf|sous réserve)", re.IGNORECASE)
_EXCEPTED = re.compile(r", (?:sauf|excepté|hormis|à l[’']exception)\b[^,;]*$", re.IGNORECASE)
#: Characters of a post below which every word counts.
SCARCE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A fact to place. ``place`` orders the message, ``rank`` the need (0 first to be kept)."""

    text: str
    place: int
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """``left`` are the facts that did not fit, whole; ``need`` how much is said (rank 0 weighs 1,
    each rank half of the one before)."""

    text: str
    left: tuple[str, ...]
    need: float = 0.0


def sms_text(text: str, inputs: Inputs, *, limit: int) -> Brief:
    """One SMS of at most ``limit`` GSM-7 units, made of whole facts of ``text``.

    Of the ways of saying the main fact, the one that leaves room for the most needed others.
    """
    facts = short_facts(text)
    extras = _extras(facts, inputs.values.get("signature", ""), inputs.opening)
    fits = _gsm7_fits(limit)
    briefs: list[Brief] = []
    for cores in _cores(facts):
        briefs = [
            fitted([Piece(text=core, place=0, rank=0), *extras], fits=fits, between=" ")
            for core in dict.fromkeys(map(_gsm7, cores))
            if core and fits(core)
        ]
        if briefs:
            break
    else:
        rest = fitted(extras, fits=fits, between=" ")
        return Brief(text=rest.text, left=(_core(facts), *rest.left), need=rest.need)
    return max(briefs, key=lambda brief: brief.need)


def _extras(facts: ShortFacts, signature: str, opening: str) -> list[Piece]:
    """What goes with the main fact, by order of need."""
    excepted = sentence_case(facts.except_for) if facts.except_for else facts.exception
    ranked = [
        (excepted, 1, 1),
        (facts.also, 2, 2) if _CONDITION.match(facts.also) else ("", 2, 2),
        (facts.duty, 2, 2),
        (f"Infos : {facts.contact}." if facts.contact else "", 3, 3),
        (signature, 5, 4),
        (opening, -1, 4),
        (facts.risk, 4, 5),
        *((words, 2, 6) for words in facts.rest),
    ]
    return [Piece(text=_gsm7(words), place=p, rank=rank) for words, p, rank in ranked if words]


def _cores(facts: ShortFacts) -> list[list[str]]:
    """The main fact with its dates and places; else the subject with its dates; else alone."""
    short = _shorter(facts)
    titled = " ".join(filter(None, (facts.title, short.when)))
    return [
        [_core(facts), _core(_without_days(facts)), _core(short)],
        [_ended(titled)],
        [_ended(facts.title)],
    ]


def _gsm7(words: str) -> str:
    return to_gsm7(_compact(words))


def post_text(text: str, inputs: Inputs, *, limit: int) -> Brief:
    """A post of whole facts, one to a line, within ``limit`` characters."""
    facts = short_facts(text)
    lines = [
        (inputs.opening, -1, 5),
        (facts.title, 0, 4),
        (_core(facts), 1, 0),
        (_exception(facts, limit), 2, 1),
        (facts.also, 3, 2),
        (facts.duty, 4, 3),
        *((words, 4, 5) for words in facts.rest if words != facts.also),
        (facts.risk, 5, 6),
        (_contact_line(facts), 6, 4),
        (inputs.values.get("signature", ""), 7, 7),
    ]
    pieces = [
        Piece(text=sentence if place in (-1, 0, 7) else _ended(sentence), place=place, rank=rank)
        for sentence, place, rank in lines
        if sentence
    ]
    return fitted(pieces, fits=lambda words: len(words) <= limit, between="\n\n")


def _exception(facts: ShortFacts, limit: int) -> str:
    """In few words where room is scarce; nothing when the main fact says it."""
    if facts.exception and facts.exception.rstrip(".").lower() in facts.what.lower():
        return ""
    scarce = limit <= SCARCE and facts.except_for
    return sentence_case(facts.except_for) if scarce else facts.exception


def fitted(pieces: list[Piece], *, fits: Callable[[str], bool], between: str) -> Brief:
    """The pieces taken by need while they fit, set in the order of the message."""
    taken: list[Piece] = []
    left: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.rank):
        fits_with = fits(_set([*taken, piece], between))
        (taken if fits_with else left).append(piece)
    assert len(taken) + len(left) == len(pieces)
    return Brief(
        text=_set(taken, between),
        left=tuple(piece.text for piece in left),
        need=sum(2.0**-piece.rank for piece in taken),
    )


def fill(template: str, values: dict[str, str]) -> str:
    """``template`` with its ``$fields``; a paragraph, or a line, all of whose fields are empty
    falls away."""
    paragraphs = [
        "\n".join(_filled(line, values) for line in paragraph.split("\n") if _said(line, values))
        for paragraph in re.split(r"\n{2,}", template.strip())
        if _said(paragraph, values)
    ]
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def _said(part: str, values: dict[str, str]) -> bool:
    names = Template(part).get_identifiers()
    return not names or any(values.get(name, "") for name in names)


def _filled(line: str, values: dict[str, str]) -> str:
    empty = dict.fromkeys(Template(line).get_identifiers(), "")
    return Template(line).safe_substitute({**empty, **values})


def _set(pieces: list[Piece], between: str) -> str:
    return between.join(piece.text for piece in sorted(pieces, key=lambda piece: piece.place))


def _core(facts: ShortFacts) -> str:
    """What, where, when: one sentence."""
    if not facts.what:
        return _ended(facts.title)
    comma = "," if facts.where and facts.when else ""
    what = facts.what.rstrip(".")
    found = _EXCEPTED.search(what)  # « sauf les riverains rue du Four » would mislead
    main, excepted = (what[: found.start()], found[0]) if found else (what, "")
    said = " ".join(filter(None, (main, f"{facts.where}{comma}", facts.when)))
    return _ended(said + excepted)


def _without_days(facts: ShortFacts) -> ShortFacts:
    """A week day falls where its date stands."""
    days = r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?=\d)"
    return replace(facts, when=re.sub(days, "", facts.when))


def _shorter(facts: ShortFacts) -> ShortFacts:
    """Without week days, nor a year where the same one comes after."""
    plain = _without_days(facts)
    return replace(plain, when=re.sub(r" (\d{4})\b(?=.* \1\b)", "", plain.when))


def _compact(words: str) -> str:
    """« 7 h 30 » → « 7h30 », telephone numbers kept readable."""
    words = " ".join(words.split())
    words = re.sub(r"(?<=\d)[ \u00a0\u202f]?h[ \u00a0\u202f](?=\d\d\b)", "h", words)
    return re.sub(r"(?<=\d)[ \u00a0\u202f]h\b", "h", words)


def _contact_line(facts: ShortFacts) -> str:
    return f"Renseignements : {facts.contact}." if facts.contact else ""


def _ended(words: str) -> str:
    words = words.strip()
    if not words:
        return ""
    return words if re.search(r"[.!?…]$", words) else f"{words}."


def _gsm7_fits(limit: int) -> Callable[[str], bool]:
    return lambda words: sms_fits(words, limit)
