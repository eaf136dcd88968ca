"""One point sent back for repair: the model is told what is wrong, a rule does it too, and the
checks choose. The text on the table wins unless another one has fewer and lighter points."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from beffroi.drafting import ask
from beffroi.drafting.checks import check_all, weight
from beffroi.drafting.floor.rewrite import rewrite_by_rule
from beffroi.drafting.parse import clean_answer, one_paragraph
from beffroi.drafting.sentence import Desk
from beffroi.errors import ModelError
from beffroi.findings import CheckContext, Finding, Span
from beffroi.french.sentences import sentences

#: First letters of a word that are compared: « circulation » and « circuler » are neighbours.
STEM = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Mended:
    """``by_model`` and ``by_rule`` count the points that each has mended; ``failed`` is the error
    of the model that stopped answering, if it did; ``left`` are points that nothing could mend."""

    text: str
    by_model: int = 0
    by_rule: int = 0
    left: int = 0
    failed: ModelError | None = None


def mend(
    source: str,
    draft: str,
    points: list[Finding],
    context: CheckContext,
    *,
    desk: Desk | None,
    told: Callable[[int], None] = lambda done: None,
) -> Mended:
    """``draft`` with its ``points`` mended, one after the other. ``desk`` is the model's, or
    ``None`` to do it by rule. ``told`` hears how many points are done."""
    text, counts = draft, {"model": 0, "rule": 0, "left": 0}
    failed: ModelError | None = None
    for done, point in enumerate(points):
        told(done)
        best, way = text, "left"
        try:
            tries = [("model", _by_model(source, text, point, desk))] if desk and not failed else []
        except ModelError as error:
            failed, tries = error, []
        for name, attempt in [*tries, ("rule", by_rule(source, text, point))]:
            if attempt and _weight(source, attempt, context) < _weight(source, best, context):
                best, way = attempt, name
        text, counts[way] = best, counts[way] + 1
    return Mended(
        text=text,
        by_model=counts["model"],
        by_rule=counts["rule"],
        left=counts["left"],
        failed=failed,
    )


def _weight(source: str, draft: str, context: CheckContext) -> int:
    return weight(check_all(source, draft, context))


def by_rule(source: str, draft: str, point: Finding) -> str:
    """The words of the source put back, or those that it does not say taken away."""
    place = _now(draft, point)
    if place and point.source_text:
        return draft[: place.start] + point.source_text + draft[place.end :]
    if place:
        return _without(draft, _around(draft, place))
    if point.source is None:
        return ""
    missing = rewrite_by_rule(_around(source, point.source).of(source)).strip()
    after = _nearest(draft, missing)
    return f"{draft[: after.end]} {missing}{draft[after.end :]}" if after else missing


def _by_model(source: str, draft: str, point: Finding, desk: Desk | None) -> str:
    """The sentence said again by the model, in its place; empty when it has nothing to say."""
    assert desk is not None
    place = _now(draft, point)
    said = _around(draft, place) if place else _nearest(draft, point.source_text)
    origin = _around(source, point.source) if point.source else _nearest(source, point.draft_text)
    if said is None or origin is None:
        return ""
    hide = desk.mask.hide
    missing = [hide(point.source_text)] if point.source_text else []
    added = [hide(point.draft_text)] if point.draft_text and not point.source_text else []
    asked = ask.sentence_messages(desk.start, hide(origin.of(source)))
    messages = ask.repair_messages(asked, hide(said.of(draft)), missing, added)
    room = ask.answer_tokens(origin.of(source))
    answer = ask.whole(desk.model, messages, max_tokens=room, stop=desk.stop)
    words = one_paragraph(desk.mask.restore(clean_answer(answer.text)))
    return draft[: said.start] + words + draft[said.end :] if words else ""


def _now(draft: str, point: Finding) -> Span | None:
    """Where the point's words are in a draft that another repair may have changed."""
    if point.draft is None or not point.draft_text:
        return None
    if point.draft.of(draft) == point.draft_text:
        return point.draft
    start = draft.find(point.draft_text)
    return Span(start=start, end=start + len(point.draft_text)) if start >= 0 else None


def _around(text: str, span: Span) -> Span:
    """The sentences that hold ``span``."""
    held = [s for s in sentences(text) if s.start < max(span.end, span.start + 1)]
    held = [s for s in held if s.end > span.start]
    return Span(start=held[0].start, end=held[-1].end) if held else span


def _nearest(text: str, words: str) -> Span | None:
    """The sentence of ``text`` that shares the most words with ``words``; the last if none."""
    wanted, found = _stems(words), list(sentences(text))
    if not found:
        return None
    best = max(found, key=lambda span: len(wanted & _stems(span.of(text))))
    return best if wanted & _stems(best.of(text)) else found[-1]


def _without(text: str, span: Span) -> str:
    return re.sub(r"\n{3,}", "\n\n", text[: span.start].rstrip(" ") + text[span.end :]).strip()


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"[^\W\d_]{4,}|\d+", text.lower())}
