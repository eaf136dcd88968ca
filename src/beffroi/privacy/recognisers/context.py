"""What the words just before a mention say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.fold import fold
from beffroi.privacy.people.vocabulary import BRANDS
from beffroi.privacy.types import Kind, Mention

#: What numbers a public act, a purchase or a place, and nobody.
PUBLIC = re.compile(
    r"(?:siret|siren|\bape\b|\bnaf\b|\btva\b|arr[êe]t[ée]|d[ée]lib|article|\bloi\b|d[ée]cret|march[ée]|facture|devis|"
    r"bon\sde|mandat|titre\sde\srecette|commande|convention|chantier|rna|urssaf|cerfa|ordonnance|norme|lot|"
    r"t[ée]l|appel)",
    re.I,
)


def said_before(text: str, start: int, words: re.Pattern[str], *, within: int = 40) -> bool:
    """Whether ``words`` occur in the ``within`` characters before ``start``, on the same line."""
    before = text[max(0, start - within) : start]
    return words.search(before.rsplit("\n", 1)[-1]) is not None


def mention(
    text: str, start: int, end: int, *, kind: Kind, confidence: float, rule: str
) -> Mention:
    """A mention of ``text`` between two offsets."""
    return Mention(
        start=start, end=end, kind=kind, text=text[start:end], confidence=confidence, rule=rule
    )


def every(
    text: str,
    pattern: re.Pattern[str],
    *,
    kind: Kind,
    confidence: float,
    rule: str,
    group: str | int = 0,
) -> Iterator[Mention]:
    """A mention for each match of ``pattern`` (or of one of its groups)."""
    for match in pattern.finditer(text):
        start, end = match.span(group)
        yield mention(text, start, end, kind=kind, confidence=confidence, rule=rule)


def brand_before(value: str) -> int:
    """How long the company’s name before a number is: « contrat MAIF 3 417 882 B »."""
    head = re.match(r"([A-Za-z]{2,})[ \u00a0]", value)
    return head.end() if head and fold(head[1]) in BRANDS else 0
