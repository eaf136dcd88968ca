"""What the draft says and the source does not: a cause, a promise, an advantage, a whole idea."""

from __future__ import annotations

import re

from beffroi.fidelity.compare.coordination import joins
from beffroi.fidelity.compare.fillers import FILLER, GENERIC, filler_keys, generic_keys
from beffroi.fidelity.compare.marked import marked_place
from beffroi.fidelity.reach import unmatched
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Severity, Span
from beffroi.french.lexicon import lexicon

WHY = "La source ne le dit pas : la collectivité s’engagerait sur ce qu’elle n’a pas écrit."
#: Occurrences per million words in books above which a noun is too general to be news.
_COMMON = 45.0
#: Two words this near in use name one thing.
_STRICT = 0.68
#: From this likeness on, one new thing in a sentence is news; below, the sentence is reworded.
_SUPPORTED = 0.45
#: Under this likeness, a sentence has nothing to do with the source.
_ALONE = 0.3
_FUTURE = re.compile(
    r"(?<!\w)(?:\w{2,}(?:era|eront|erez|ira|iront|dra|dront)|sera|seront|aura|auront|va|vont|serez|aurez|allons)(?!\w)"
)


def compare_additions(sides: Sides) -> list[Finding]:
    groups = (*sides.source.words, *sides.common.words)
    known = [word for group in groups for word in group if word.content]
    findings: list[Finding] = []
    filler = filler_keys()
    for index, span in enumerate(sides.draft.sentences):
        if _asks(sides.draft, index):
            continue
        words = [w for w in _free(sides.draft, index) if not (w.form in FILLER or w.key in filler)]
        new = unmatched(words, known)
        severity = _weigh(sides, index, words, new) if new else None
        place = _narrow(sides.draft, span, new)
        if severity:
            findings.append(_finding(sides, severity, index, place))
            continue
        place_marked = marked_place(sides, index, unmatched(words, known, near=_STRICT))
        if place_marked:
            findings.append(_finding(sides, "a_verifier", index, place_marked))
        else:
            findings += _nouns(sides, index, new)
    return findings + _joined(sides, known)


def _asks(side: Side, index: int) -> bool:
    """A question states nothing: « L’eau a un goût anormal ? » only names the case."""
    return side.plain_sentence(index).rstrip('"») ').endswith("?")


def _joined(sides: Sides, known: list[Word]) -> list[Finding]:
    """« … et votre avis d’imposition »: something more is asked or offered."""
    findings = []
    for join in joins(sides.draft):
        if _asks(sides.draft, join.sentence):
            continue
        words = _free(sides.draft, join.sentence)
        right = [w for w in words if w.start >= join.at][:3]
        left = [w for w in words if w.end <= join.at][-2:]
        things = [
            w for w in right if w.written in lexicon().nouns and w.form not in GENERIC | FILLER
        ]
        new = unmatched(things, known, near=_STRICT)
        if things[:1] == new[:1] and new and len(unmatched(left, known)) < len(left):
            place = Span(start=join.at, end=new[0].end)
            findings.append(_finding(sides, "a_verifier", join.sentence, place))
    return findings


def _nouns(sides: Sides, index: int, new: list[Word]) -> list[Finding]:
    """A precise thing that the source does not name, in a sentence that it supports otherwise:
    where most words are other ones, the whole is only said in other words."""
    if sides.best_source(index)[1] < _SUPPORTED:
        return []
    start = sides.draft.sentences[index].start
    things = [w for w in new if _is_thing(w) and (not w.capital or w.start == start)]
    return [
        _finding(sides, "a_verifier", index, Span(start=w.start, end=w.end)) for w in things[:1]
    ]


def _is_thing(word: Word) -> bool:
    tables = lexicon()
    if word.written not in tables.nouns or word.form in GENERIC or word.key in generic_keys():
        return False
    if tables.frequency.get(word.written, 0.0) > _COMMON:
        return False
    forms = {slot[:7] for _, slot in tables.conjugated.get(word.written, ())}
    return word.written not in tables.participles and not forms & {"ind:pre", "imp:pre", "inf"}


def _free(side: Side, index: int) -> list[Word]:
    """The content words of a sentence that belong to no fact: facts are compared apart."""
    spans = [fact.span for fact in side.facts]
    return [
        word
        for word in side.content(index)
        if not any(span.start <= word.start < span.end for span in spans)
    ]


def _weigh(sides: Sides, index: int, words: list[Word], new: list[Word]) -> Severity | None:
    """A whole sentence that nothing of the source supports."""
    share = len(new) / len(words)
    plain = sides.draft.plain_sentence(index)
    if sides.best_source(index)[1] >= _ALONE:
        return None
    if share >= 0.7 and (len(new) >= 3 or (len(new) == 2 and sides.best_source(index)[1] < 0.15)):
        return "a_verifier"
    if (
        len(new) >= 1
        and share >= 0.5
        and _FUTURE.search(plain)
        and sides.best_source(index)[1] < 0.35
    ):
        return "a_verifier"
    return None


def _narrow(side: Side, span: Span, new: list[Word]) -> Span:
    return Span(start=new[0].start, end=new[-1].end) if new else span


def _finding(sides: Sides, severity: Severity, index: int, place: Span) -> Finding:
    return finding(
        "ajout", severity, "Une information est ajoutée", WHY, source=None, draft=place,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
