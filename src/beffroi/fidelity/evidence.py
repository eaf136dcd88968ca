"""What surrounds a finding, as numbers: what the learned weights read (see ``weigh``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from beffroi.fidelity.severity import SHORT_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.findings import Finding, Kind, Span

#: Beyond these, more says no more.
_MOST_WORDS, _MOST_FINDINGS, _MOST_SENTENCES = 20, 8, 10


def evidence(findings: Sequence[Finding], sides: Sides, *, kind: Kind) -> list[Mapping[str, float]]:
    """For each finding, named numbers between 0 and 1 (absent = 0), in the same order.

    Its class, whether it has a passage on each side, how long the passages are, how well the
    sentences that hold them are answered, how many findings stand beside it, and the two lengths.
    """
    return [_of(finding, findings, sides, kind) for finding in findings]


def _of(
    finding: Finding, findings: Sequence[Finding], sides: Sides, kind: Kind
) -> dict[str, float]:
    family = finding.type.partition(".")[0]
    length = "court" if kind in SHORT_KINDS else "long"
    beside = sum(_together(finding, other, sides) for other in findings if other is not finding)
    return {
        f"classe {finding.type}": 1.0,
        f"famille {family}": 1.0,
        f"famille {family}, {length}": 1.0,
        f"gravité {finding.severity}": 1.0,
        f"sorte {kind}": 1.0,
        "constats": min(len(findings), _MOST_FINDINGS) / _MOST_FINDINGS,
        "constats à côté": min(beside, _MOST_FINDINGS) / _MOST_FINDINGS,
        "phrases du brouillon": min(len(sides.draft.sentences), _MOST_SENTENCES) / _MOST_SENTENCES,
        "longueur gardée": min(len(sides.draft.text) / max(1, len(sides.source.text)), 2.0) / 2,
        **_passages(finding, sides),
    }


def _passages(finding: Finding, sides: Sides) -> dict[str, float]:
    numbers: dict[str, float] = {}
    if finding.source and sides.source.sentences:
        index = sides.source.sentence_of(finding.source.start)
        numbers["dans la source"] = 1.0
        numbers["mots de la source"] = _words(finding.source_text)
        numbers["phrase de la source rendue"] = sides.best_draft(index)[1]
    if finding.draft and sides.draft.sentences:
        index = sides.draft.sentence_of(finding.draft.start)
        numbers["dans le brouillon"] = 1.0
        numbers["mots du brouillon"] = _words(finding.draft_text)
        if sides.source.sentences:
            numbers["phrase du brouillon fondée"] = sides.best_source(index)[1]
        numbers["question"] = float(_asks(sides.draft.sentences[index], sides))
    return numbers


def _words(passage: str) -> float:
    return min(len(passage.split()), _MOST_WORDS) / _MOST_WORDS


def _asks(sentence: Span, sides: Sides) -> bool:
    return sentence.of(sides.draft.text).rstrip().endswith("?")


def _together(one: Finding, other: Finding, sides: Sides) -> bool:
    """Both stand in the same sentence, of the source or of the draft."""
    return _same(one.source, other.source, sides.source.sentence_of) or _same(
        one.draft, other.draft, sides.draft.sentence_of
    )


def _same(one: Span | None, other: Span | None, sentence_of: object) -> bool:
    assert callable(sentence_of)
    return bool(one and other and sentence_of(one.start) == sentence_of(other.start))
