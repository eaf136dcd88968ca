"""What a check says of a draft: one shape for every check, from every room.

A *check* is a plain function ``check(source, draft, context) -> list[Finding]``. It never raises
for what it finds, never edits, never calls a model, and gives offsets into the texts it received.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["bloquant", "a_verifier", "information"]

#: What a text is for. It decides which omissions are legitimate.
Kind = Literal["plain", "sms", "social", "letter", "minutes", "poster", "audience", "summary"]

SEVERITY_ORDER: dict[Severity, int] = {"bloquant": 0, "a_verifier": 1, "information": 2}


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Span:
    """Characters ``start`` (included) to ``end`` (excluded) of a text; 0 ≤ start ≤ end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One remark on a draft, understood at a glance: source says | draft says | why it matters.

    ``type`` is a stable identifier (``"date.changee"``); ``title`` and ``message`` are French.
    ``source`` and ``draft`` are spans in the texts that were compared, ``None`` where the thing
    is absent. ``source_text`` and ``draft_text`` are the exact substrings at those spans.
    """

    type: str
    severity: Severity
    title: str
    message: str
    source: Span | None = None
    draft: Span | None = None
    source_text: str = ""
    draft_text: str = ""
    suggestion: str = ""
    reference: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckContext:
    """What a check may need to know beside the two texts.

    ``may_omit``: families of facts that the modèle allows to leave out (``"reference_juridique"``,
    ``"motif"``…). ``sheet``: facts of the collectivité that a draft may add (its telephone, its
    opening hours). ``max_characters``/``max_words``/``alphabet``: limits of the channel.
    """

    kind: Kind = "plain"
    may_omit: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    forbidden: frozenset[str] = frozenset()
    sheet: str = ""
    max_characters: int | None = None
    max_words: int | None = None
    alphabet: Literal["", "gsm7"] = ""
    values: dict[str, str] = field(default_factory=dict)


Check = Callable[[str, str, CheckContext], list[Finding]]
