"""One thing said for another of its kind: marriage for birth, tenant for owner, weekly for monthly."""  # noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from beffroi.fidelity.lexicon import lines
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Severity, Span

WHY = "Ces deux mots ne désignent pas la même chose : l’un ne se dit pas pour l’autre."
WHY_WIDER = "Le mot de la réécriture est plus large : la règle vaudrait pour plus de cas."
_LINE = re.compile(r"(?P<name>[^(]+) \((?P<severity>\w+)\): (?P<members>.+)")
#: Under this likeness, two sentences of long texts do not speak of the same thing.
_LEAST = 0.15
_SHORT = 3
_SET_ASIDE = re.compile(
    r"(?<!\w)(?:pas|non|ni|jamais|plutot que|au lieu) (?:(?:a|d|de|du|des|la|le|les|une?)(?: |'))*$"
)


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of the things that exclude each other; ``general`` for the word that covers them all."""

    pattern: re.Pattern[str]
    general: bool


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """A class of things that exclude each other, and how serious a change is."""

    name: str
    severity: Severity
    members: tuple[Member, ...]


@cache
def alternatives() -> tuple[Alternatives, ...]:
    """The classes of ``lexique/alternatives.txt``."""
    found = []
    for line in lines("alternatives.txt"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"lexique/alternatives.txt: {line}")
        found.append(
            Alternatives(
                name=match["name"],
                severity=cast(Severity, match["severity"]),
                members=tuple(_member(raw.strip()) for raw in match["members"].split(" ; ")),
            )
        )
    return tuple(found)


def compare_alternatives(sides: Sides) -> list[Finding]:
    """A member that the source names and the draft does not, another one the reverse."""
    findings = []
    for group in alternatives():
        said = [_places(sides.source, member) for member in group.members]
        if not any(said):
            continue
        written = [_places(sides.draft, member) for member in group.members]
        common = [bool(member.pattern.search(sides.common.plain)) for member in group.members]
        lost = [i for i, s in enumerate(said) if s and not written[i] and not common[i]]
        new = [i for i, w in enumerate(written) if w and not said[i] and not common[i]]
        pair = _best_pair(sides, [s for i in lost for s in said[i]], _spans(written, new))
        if pair and not any(group.members[i].general for i in lost):
            wider = any(group.members[i].general for i in new)
            findings.append(_finding(sides, group, *pair, wider=wider))
    return findings


def _member(raw: str) -> Member:
    general = raw.startswith("^")
    pattern = re.compile(rf"(?<![\w-])(?:{raw.lstrip('^')})(?![\w-])")
    return Member(pattern=pattern, general=general)


def _places(side: Side, member: Member) -> list[Span]:
    """Where the member is named; « pas des copies » sets it aside and names another."""
    return [
        Span(start=match.start(), end=match.end())
        for match in member.pattern.finditer(side.plain)
        if not _SET_ASIDE.search(side.plain[max(0, match.start() - 18) : match.start()])
    ]


def _spans(places: list[list[Span]], indexes: list[int]) -> list[Span]:
    return [span for index in indexes for span in places[index]]


def _best_pair(sides: Sides, lost: list[Span], new: list[Span]) -> tuple[Span, Span] | None:
    """The two that stand in the sentences that answer each other best."""
    few = max(len(sides.source.sentences), len(sides.draft.sentences)) <= _SHORT
    scored = [(_likeness(sides, a, b), a, b) for a in lost for b in new]
    scored = [(score, a, b) for score, a, b in scored if few or score >= _LEAST]
    if not scored:
        return None
    _, one, two = max(scored, key=lambda entry: entry[0])
    return one, two


def _likeness(sides: Sides, one: Span, two: Span) -> float:
    row = sides.likeness[sides.source.sentence_of(one.start)]
    return row[sides.draft.sentence_of(two.start)]


def _finding(
    sides: Sides, group: Alternatives, said: Span, written: Span, *, wider: bool
) -> Finding:
    return finding(
        "terme.elargi" if wider else "terme.changement",
        "a_verifier" if wider else group.severity,
        "Un terme plus large est employé" if wider else "Un terme en remplace un autre",
        WHY_WIDER if wider else WHY,
        source=said, draft=written,
        source_text=sides.source.text, draft_text=sides.draft.text,
        suggestion=said.of(sides.source.text),
    )  # fmt: skip
