"""A short message made of whole facts, by order of need, within the limit of the channel."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import Template

from beffroi.drafting.floor.short import ShortFacts, short_facts
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.sms import count_sms, to_gsm7


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A fact to place. ``place`` orders the message, ``rank`` the need (0 first to be kept)."""

    text: str
    place: int
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """``left`` are the facts that did not fit, whole."""

    text: str
    left: tuple[str, ...]


def sms_text(text: str, inputs: Inputs, *, limit: int) -> Brief:
    """One SMS of at most ``limit`` GSM-7 units, made of whole facts of ``text``."""
    facts = short_facts(text)
    versions = [_core(facts), _core(_shorter(facts)), *_cores_apart(_shorter(facts))]
    cores = [to_gsm7(_compact(words)) for words in versions if words]
    fits = _gsm7_fits(limit)
    core = next((words for words in cores if fits(words)), "")
    pieces = [Piece(text=core, place=0, rank=0)] if core else []
    extra = [
        (facts.exception, 1, 1),
        (facts.duty, 2, 2),
        (_contact_line(facts), 3, 3),
        (inputs.values.get("signature", ""), 5, 4),
        (facts.risk, 4, 5),
    ]
    pieces += [
        Piece(text=to_gsm7(_compact(words)), place=place, rank=rank)
        for words, place, rank in extra
        if words
    ]
    brief = fitted(pieces, fits=fits, between=" ")
    if core or not cores:
        return brief
    return Brief(text=brief.text, left=(cores[-1], *brief.left))


def post_text(text: str, inputs: Inputs, *, limit: int) -> Brief:
    """A post of whole facts, one to a line, within ``limit`` characters."""
    facts = short_facts(text)
    lines = [
        (facts.title, 0, 4),
        (_core(facts), 1, 0),
        (facts.exception, 2, 1),
        (facts.duty, 3, 2),
        (facts.risk, 4, 5),
        (_contact_line(facts), 5, 3),
        (inputs.values.get("signature", ""), 6, 6),
    ]
    pieces = [
        Piece(text=sentence if place in (0, 6) else _ended(sentence), place=place, rank=rank)
        for sentence, place, rank in lines
        if sentence
    ]
    return fitted(pieces, fits=lambda words: len(words) <= limit, between="\n\n")


def fitted(pieces: list[Piece], *, fits: Callable[[str], bool], between: str) -> Brief:
    """The pieces taken by need while they fit, set in the order of the message."""
    taken: list[Piece] = []
    left: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.rank):
        fits_with = fits(_set([*taken, piece], between))
        (taken if fits_with else left).append(piece)
    assert len(taken) + len(left) == len(pieces)
    return Brief(text=_set(taken, between), left=tuple(piece.text for piece in left))


def fill(template: str, values: dict[str, str]) -> str:
    """``template`` with its ``$fields``; a line all of whose fields are empty falls away."""
    kept = []
    for line in template.split("\n"):
        names = Template(line).get_identifiers()
        if names and not any(values.get(name, "") for name in names):
            continue
        kept.append(Template(line).safe_substitute({**dict.fromkeys(names, ""), **values}))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _set(pieces: list[Piece], between: str) -> str:
    return between.join(piece.text for piece in sorted(pieces, key=lambda piece: piece.place))


def _core(facts: ShortFacts) -> str:
    """What, where, when: one sentence."""
    if not facts.what:
        return _ended(facts.title)
    return _ended(" ".join(filter(None, (facts.what.rstrip("."), facts.where, facts.when))))


def _cores_apart(facts: ShortFacts) -> list[str]:
    """Shorter cores, still of whole facts: without the place, then the title with the dates."""
    titled = " ".join(filter(None, (facts.title, facts.when)))
    return [_ended(words) for words in (titled, facts.title) if words]


def _shorter(facts: ShortFacts) -> ShortFacts:
    """Week days fall where the date stands; « tous les » and the like too."""
    days = r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?=\d)"
    return ShortFacts(
        title=facts.title, what=facts.what, where=facts.where, when=re.sub(days, "", facts.when)
    )


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
    def fits(words: str) -> bool:
        count = count_sms(words)
        return count.units <= (limit if count.alphabet == "gsm7" else limit * 70 // 160)

    return fits
