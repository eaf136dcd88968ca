"""« ni A ni B », « sauf A, B et C », « réservé aux A et aux B »: each member must survive."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.reach import answers, unmatched, words_of
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Kind, Span
from beffroi.french.lexicon import lexicon

WHY = "Les personnes ou les cas qui ne sont plus nommés se croiraient soumis à la règle, ou écartés du droit."  # noqa: E501
_NEITHER = re.compile(r"(?<!\w)ni (?=[^.;:!?\n]* ni )")
_EXCEPT = re.compile(
    r"(?<!\w)(?:sauf(?! avis| si| en | dans )|hormis|excepte|a l'exception d(?:e |es |u |')|a l'exclusion d(?:e |es |u |'))"  # noqa: E501
)
_FOR = re.compile(
    r"(?<!\w)(?:reservee?s?|ouverte?s?|destinee?s?|accordee?s?|attribuee?s?|versee?s?) (?=aux? )"
)
_END = re.compile(r"[.;:!?()\n]|(?<!\w)(?:qui|dont|lorsqu|si|sous|pour l'|afin|pendant)(?!\w)|$")
_SPLIT = re.compile(r", (?:et |ou )?| et | ou | ainsi qu(?:e |')|(?<!\w)ni ")
_ARTICLE = re.compile(r"(?:aux?|a la|a l'|pour|les?|la|des?|du|de la) ")
#: Two words this near in use say one thing.
_NEAR = 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One of the things that are listed, and the words that are its own."""

    span: Span
    own: tuple[Word, ...]


def compare_members(sides: Sides, *, kind: Kind) -> list[Finding]:
    """Kinds that choose what they tell still keep every member of an exception that they keep."""
    findings = []
    for index in range(len(sides.source.sentences)):
        for members in enumerations(sides.source, index):
            excepted = _EXCEPT.search(sides.source.plain_sentence(index))
            if kind not in SELECTIVE_KINDS or excepted:
                findings += _lost(sides, index, members)
    return findings


def enumerations(side: Side, index: int) -> list[list[Member]]:
    """The lists of two members or more that a sentence excepts or entitles."""
    sentence = side.sentences[index]
    found: list[list[Member]] = []
    for pattern in (_NEITHER, _EXCEPT, _FOR):
        for match in pattern.finditer(side.plain, sentence.start, sentence.end):
            end = _END.search(side.plain, match.end(), sentence.end)
            stop = end.start() if end else sentence.end
            if any(list_[-1].span.end >= stop - 1 for list_ in found):
                continue
            spans = _cut(side.plain, match.end(), stop)
            if pattern is _FOR:
                spans = [s for s in spans if _ARTICLE.match(s.of(side.plain))]
            members = _members(side, index, spans)
            found += [members] if len(members) > 1 else []
    return found


def _cut(plain: str, start: int, stop: int) -> list[Span]:
    spans, low = [], start
    for match in _SPLIT.finditer(plain, start, stop):
        spans.append((low, match.start()))
        low = match.end()
    whole = [(a, b, plain[a:b]) for a, b in (*spans, (low, stop)) if plain[a:b].strip()]
    return [Span(start=b - len(said.lstrip()), end=a + len(said.rstrip())) for a, b, said in whole]


def _members(side: Side, index: int, spans: list[Span]) -> list[Member]:
    """Each with the words that the other members do not have."""
    groups = [[w for w in side.content(index) if s.start <= w.start < s.end] for s in spans]
    found, tables = [], lexicon()
    for span, words in zip(spans, groups, strict=True):
        others = {w.key for group in groups if group is not words for w in group}
        own = tuple(w for w in words if w.key not in others)
        if any(w.written in tables.nouns or w.capital for w in own):
            found.append(Member(span=span, own=own))
    return found


def _lost(sides: Sides, index: int, members: list[Member]) -> list[Finding]:
    """The members that nothing names any more, while another one is still named."""
    known = [w for group in (*sides.draft.words, *sides.common.words) for w in group if w.content]
    lost = [m for m in members if not _is_named(m, members, known)]
    if not lost or len(lost) == len(members):
        return []
    best, _ = sides.best_draft(index)
    renamed = _new_nouns(sides, index) >= len(lost)
    return [
        finding(
            "enumeration.omission", "a_verifier" if renamed else "bloquant",
            "Un élément de la liste a disparu", WHY, source=member.span,
            draft=sides.draft.sentences[best] if best is not None else None,
            source_text=sides.source.text, draft_text=sides.draft.text,
            suggestion=member.span.of(sides.source.text),
        )
        for member in lost
    ]  # fmt: skip


def _is_named(member: Member, members: list[Member], known: list[Word]) -> bool:
    """A word that names another member (« étudiants ») does not name this one (« apprentis »)."""
    taken = {w.key for other in members if other is not member for w in other.own}
    free = [w for w in known if w.key not in taken]
    return len(unmatched(list(member.own), free, near=_NEAR)) < len(member.own)


def _new_nouns(sides: Sides, index: int) -> int:
    """Nouns of the answer that the source does not have: the member may be named otherwise."""
    known = [w for group in (*sides.source.words, *sides.common.words) for w in group if w.content]
    tables = lexicon()
    return sum(
        1
        for word in unmatched(words_of(sides.draft, answers(sides, index)), known)
        if word.written in tables.nouns and word.written not in tables.conjugated
    )
