"""A cause, an example or an advantage that opens on new words."""

from __future__ import annotations

import re

from beffroi.fidelity.sides import Sides
from beffroi.fidelity.words import Word
from beffroi.findings import Span

_CAUSE = re.compile(
    r"(?<!\w)(?:a cause d[eu]s?|en raison d[eu]s?|car|parce qu[e']|faute d[e']|suite (?:a|au|aux)|grace (?:a|au|aux)|du fait d[eu]s?|puisqu[e']|pour cause d[e']|afin d[e']|dans le but d[e']|etant(?! donne))(?!\w)"  # noqa: E501
)
_SOON = re.compile(r"(?<!\w)(?:bientot|prochain\w*|sous peu|a venir|futur\w*)(?!\w)")
_REASON = re.compile(
    _CAUSE.pattern + r"|(?<!\w)(?:motif|considerant|compte tenu|etant|ayant|par suite|apres)(?!\w)"
)
_PROMISE = re.compile(
    r"(?<!\w)(?:gratuit\w*|offert\w*|garanti\w*|automatiquement|rembours\w+|sans frais|par exemple|bientot|prochainement|semaine prochaine|mois prochain|definitivement|immediatement|en priorite|a vie|cadeau|bonus|meme (?:en cas|si|sans|avec)|aucun risque|sans risque|toute urgence)(?!\w)"  # noqa: E501
)
_FREE = re.compile(
    r"(?<!\w)(?:gratuit\w*|graci\w+|offert\w*|sans frais|sans payer|rien a payer|entree libre|acces libre)(?!\w)"  # noqa: E501
)
END = re.compile(r"[.;:!?()\n]|, ")


def marked_place(sides: Sides, index: int, new: list[Word]) -> Span | None:
    """Where a sentence of the draft opens a cause, an example or an advantage on ``new`` words."""
    span = sides.draft.sentences[index]
    for pattern, most in ((_CAUSE, 60), (_PROMISE, 0)):
        for match in pattern.finditer(sides.draft.plain, span.start, span.end):
            end = END.search(sides.draft.plain, match.end(), span.end)
            stop = (
                min(end.start() if end else span.end, match.end() + most) if most else match.end()
            )
            first = match.end() if pattern is _CAUSE else match.start()
            inside = [w for w in new if first <= w.start < max(stop, match.end())]
            said = _is_said(match[0], sides)
            if pattern is _CAUSE and _REASON.search(sides.source.plain) and len(inside) < 3:
                continue
            if inside and not said:
                return Span(start=match.start(), end=max(stop, match.end()))
    return None


def _is_said(phrase: str, sides: Sides) -> bool:
    """The source has the phrase, or another way of saying « free of charge »."""
    plains = (sides.source.plain, sides.common.plain)
    same = next((p for p in (_FREE, _SOON) if p.match(phrase)), None)
    return any(phrase in plain or (same and same.search(plain)) for plain in plains)
