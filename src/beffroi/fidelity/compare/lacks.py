"""« aucun frais », « aucune réduction »: a thing that the source denies and the draft states."""

from __future__ import annotations

import re

from beffroi.fidelity.negation import scopes
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span
from beffroi.french.lexicon import lexicon

WHY = "Un texte dit qu’il n’y en a pas, l’autre qu’il y en a."
_LACK = re.compile(r"(?<!\w)(?:aucune?|nulle?) (?:autre |moindre )?$")
#: Other ways to say that there is none.
_NONE = re.compile(
    r"(?<!\w)(?:gratuit\w*|dispens\w+|exoner\w+|exempt\w+|inutile|facultati\w+|supprim\w+|interdi\w+|refus\w*|exclu\w*|perd\w*|absen\w+|manqu\w+|sauf|hormis|hors|oppos\w+|zero|non|rien|libre\w*|mais|seul\w*|autre\w*|quel\w*|si|meme|sinon|a moins)(?!\w)"  # noqa: E501
)


def compare_lacks(sides: Sides) -> list[Finding]:
    """A noun that the source always denies outright, stated in clauses that deny nothing."""
    said, written = _nouns(sides.source), _nouns(sides.draft)
    findings = []
    for key in sorted(said.keys() & written.keys()):
        denied = all(lacks for lacks, _ in said[key])
        if denied and all(_plainly(sides.draft, word) for _, word in written[key]):
            pair = _facing(sides, said[key], written[key])
            findings += [_finding(sides, *pair)] if pair else []
    return findings


def _nouns(side: Side) -> dict[str, list[tuple[bool, Word]]]:
    found: dict[str, list[tuple[bool, Word]]] = {}
    tables = lexicon()
    for words in side.words:
        for word in words:
            if word.content and word.written in tables.nouns:
                before = side.plain[max(0, word.start - 24) : word.start]
                found.setdefault(word.key, []).append((bool(_LACK.search(before)), word))
    return found


def _plainly(side: Side, word: Word) -> bool:
    """Nothing denies, forbids or excepts in the sentence of this word."""
    index = side.sentence_of(word.start)
    plain = side.plain_sentence(index)
    return not scopes(side.words[index], plain) and not _NONE.search(plain) and "?" not in plain


def _facing(
    sides: Sides, said: list[tuple[bool, Word]], written: list[tuple[bool, Word]]
) -> tuple[Word, Word] | None:
    pairs = [
        (sides.likeness[sides.source.sentence_of(a.start)][sides.draft.sentence_of(b.start)], a, b)
        for _, a in said
        for _, b in written
    ]
    score, one, two = max(pairs, key=lambda p: p[0])
    return (one, two) if score >= ENOUGH else None


def _finding(sides: Sides, one: Word, two: Word) -> Finding:
    return finding(
        "negation.perdue", "bloquant", "Ce qui n’existe pas est affirmé", WHY,
        source=_with_lead(sides.source, one), draft=Span(start=two.start, end=two.end),
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _with_lead(side: Side, word: Word) -> Span:
    lead = _LACK.search(side.plain[max(0, word.start - 24) : word.start])
    return Span(start=word.start - (len(lead[0]) if lead else 0), end=word.end)
