"""What the page shows of a text: profile, passages, rewriting, words to explain. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from beffroi.clarity import Change, Rewriting, clarity_findings, compare, profile, rewrite
from beffroi.clarity.glossary import Gloss, Term, builtin, glosses
from beffroi.clarity.rewrite import RewrittenSentence
from beffroi.clarity.rules import Audience
from beffroi.findings import Finding
from beffroi.french import word_texts
from beffroi_web.clarifier.highlight import Block, Mark, blocks

#: Passages listed and underlined on the page; the API gives them all.
MOST_SHOWN = 150
#: Words beyond which the page measures and does not rewrite: about ten seconds of work.
MOST_REWRITTEN = 6_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbered:
    """A finding and the number that its passage bears on the page."""

    number: int
    finding: Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Study:
    """``rewriting`` is ``None`` for a text too long to be rewritten while somebody waits."""

    words: int
    sentences: int
    audience: Audience
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    rewriting: Rewriting | None
    glosses: tuple[Gloss, ...]
    text: str

    @property
    def shown(self) -> list[Numbered]:
        kept = self.findings[:MOST_SHOWN]
        return [Numbered(number=n, finding=finding) for n, finding in enumerate(kept, start=1)]

    @property
    def hidden(self) -> int:
        """Passages that the page does not list, and says so."""
        return len(self.findings) - len(self.shown)

    @property
    def by_rule(self) -> list[tuple[Finding, list[Numbered]]]:
        """One group a rule, the most serious first, with the finding that names it."""
        ordered = sorted(self.shown, key=lambda item: (item.finding.severity, item.finding.type))
        groups = [list(items) for _, items in groupby(ordered, key=lambda i: i.finding.type)]
        return [(items[0].finding, items) for items in groups]

    @property
    def marked(self) -> list[Block]:
        """The text, its passages underlined."""
        marks = [
            Mark(
                start=item.finding.draft.start,
                end=item.finding.draft.end,
                number=item.number,
                severity=item.finding.severity,
            )
            for item in self.shown
            if item.finding.draft is not None
        ]
        return blocks(self.text, marks)

    @property
    def pairs(self) -> list[tuple[str, str, list[str]]]:
        """Sentences that the rules changed: before, after, the reasons once each."""
        if self.rewriting is None:
            return []
        return [
            _pair(self.rewriting, sentence)
            for sentence in self.rewriting.sentences
            if sentence.applied
        ]


def study(text: str, audience: Audience, *, terms: Sequence[Term] | None = None) -> Study:
    """Everything that rules can say of ``text``; ``terms``: the words to explain, ours by default.

    Raises :class:`EmptyText` without any word.
    """
    before = profile(text)
    short = len(word_texts(text)) <= MOST_REWRITTEN
    rewriting = rewrite(text) if short else None
    after = profile(rewriting.text) if rewriting else before
    return Study(
        words=before.words,
        sentences=before.sentences,
        audience=audience,
        changes=compare(before, after),
        findings=tuple(clarity_findings(text, audience=audience)),
        rewriting=rewriting,
        glosses=glosses(text, builtin() if terms is None else terms),
        text=text,
    )


def _pair(rewriting: Rewriting, sentence: RewrittenSentence) -> tuple[str, str, list[str]]:
    reasons: Sequence[str] = list(dict.fromkeys(rule.reason for rule in sentence.applied))
    return (
        sentence.source.of(rewriting.source),
        sentence.text.of(rewriting.text),
        list(reasons),
    )
