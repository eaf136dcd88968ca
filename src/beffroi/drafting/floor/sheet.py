"""The sheet by questions: an official text given back as exact passages under plain questions.

Nothing is written here that the text does not say: passages are whole sentences of the text, or
exact spans of them for « Où ? » and « Quand ? ». What is left out (visas, the formula, the article
of execution) is told, and passages over the limit are counted, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from beffroi.drafting.floor.act import Act, Line, read_act
from beffroi.drafting.floor.groups import groups
from beffroi.drafting.floor.phrase import reason, sentence_case
from beffroi.drafting.floor.questions import DECISION, EXCEPTION_PART, TITLES, Question, question_of
from beffroi.drafting.floor.spans import when_spans, where_spans
from beffroi.findings import Span

#: More passages than this under one question are counted instead of shown.
MAX_PASSAGES = 8

_INNER = "\n- "

_EXCEPTED = re.compile(
    r"(?:sauf|excepté|hormis)[ \u00a0](?:pour[ \u00a0])?(?=(?:les?|la|vos)[ \u00a0]|l[’'])", re.I
)

Rewrite = Callable[[str], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """``answers``: question → passages, in the order of the sheet; ``notices`` in French."""

    title: str
    answers: dict[Question, tuple[str, ...]]
    signature: str
    hidden: int
    notices: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sheet in the light markup of drafts: « # » title, « ## » question, « - » item."""
        return self.told(TITLES)

    def told(self, titles: Mapping[Question, str]) -> str:
        """The sheet under other ``titles``."""
        blocks = [f"# {self.title}"] if self.title else []
        for question, passages in self.answers.items():
            blocks.append(f"## {titles[question]}")
            blocks.extend(map(_bare, passages) if question == "exception" else passages)
        if self.signature:
            blocks.append(self.signature)
        return "\n\n".join(blocks)


def _bare(passage: str) -> str:
    """« Sauf les riverains. » under « Qui n’est pas concerné ? » is « Les riverains. »"""
    found = _EXCEPTED.match(passage)
    return sentence_case(passage[found.end() :]) if found else passage


def same(text: str) -> str:
    """The rewriting that changes nothing: exact passages."""
    return text


def build_sheet(text: str, *, rewrite: Rewrite = same) -> Sheet:
    """The sheet of ``text``. ``rewrite`` may reword a passage by rule; it must keep every fact."""
    act = read_act(text)
    found: dict[Question, list[str]] = {question: [] for question in TITLES}
    main: list[Line] = []
    for group in groups(act):
        _sort(act, group, found, main, rewrite)
    for line in act.all("motif"):
        found["pourquoi"].append(rewrite(reason(act.of(line))))
    _where_and_when(act, main, found)
    answers, hidden = _bounded(found)
    return Sheet(
        title=_title(act),
        answers=answers,
        signature=_signature(act),
        hidden=hidden,
        notices=_notices(act, answers, hidden),
    )


def _sort(
    act: Act,
    group: list[Line],
    found: dict[Question, list[str]],
    main: list[Line],
    rewrite: Rewrite,
) -> None:
    head = group[0]
    words = act.of(head)
    if head.kind == "intertitre" and len(group) == 1 and not re.search(r"\d", words):
        return
    question = question_of(words, first=not main and not act.is_deliberation)
    if act.is_deliberation and question in ("quoi", "faire") and not DECISION.search(words):
        question = "pourquoi"
    if question == "quoi":
        main.append(head)
    passage = _passage(act, group, rewrite)
    if passage not in found[question]:
        found[question].append(passage)
    part = EXCEPTION_PART.search(words) if question != "exception" else None
    if part:
        found["exception"].append(sentence_case(part.group(0)))


def _passage(act: Act, group: list[Line], rewrite: Rewrite) -> str:
    """The sentences of a group on one line, its items under them, one a line."""
    said = [rewrite(sentence_case(act.of(line))) for line in group if not line.item]
    items = [f"- {rewrite(act.of(line)).replace(_INNER, ' ')}" for line in group[1:] if line.item]
    return "\n".join([" ".join(said), *items])


def _where_and_when(act: Act, main: list[Line], found: dict[Question, list[str]]) -> None:
    """Exact spans of the main rules; those of the other rules when the main ones have none."""
    titles, others = act.all("titre"), act.all("regle")
    finders: dict[Question, Callable[..., list[Span]]] = {"ou": where_spans, "quand": when_spans}
    for question, spans_of in finders.items():
        for lines in (main, titles if question == "ou" else [], others):
            spans = [span for line in lines for span in spans_of(act.text, within=line.span)]
            texts = _distinct(
                [sentence_case(" ".join(span.of(act.text).split())) for span in spans]
            )
            if texts:
                found[question].extend(texts)
                break


def _distinct(texts: list[str]) -> list[str]:
    """Without repetitions, nor a piece that another one already says."""
    bare = [text.rstrip(".").lower() for text in texts]
    return [
        text
        for rank, text in enumerate(texts)
        if not any(
            bare[rank] in other and (bare[rank] != other or rank > place)
            for place, other in enumerate(bare)
            if place != rank
        )
    ]


def _title(act: Act) -> str:
    return " ".join(act.of(line) for line in act.all("titre"))


def _signature(act: Act) -> str:
    words = ", ".join(act.of(line).rstrip(" ,.") for line in act.all("signature"))
    words = re.sub(r"(?<![,.]) (?=(?:Publiée?|Affichée?|Transmise?) le\b)", ", ", words)
    return f"{words}." if words else ""


def _bounded(found: dict[Question, list[str]]) -> tuple[dict[Question, tuple[str, ...]], int]:
    """At most ``MAX_PASSAGES`` a question; the number of those that are not shown."""
    answers: dict[Question, tuple[str, ...]] = {}
    hidden = 0
    for question, repeated in found.items():
        passages = _without_repeats(repeated)
        if not passages:
            continue
        over = max(0, len(passages) - MAX_PASSAGES)
        more = (f"Et {over} autres passages à lire dans le texte d’origine.",) if over > 1 else ()
        shown = passages if over <= 1 else passages[:MAX_PASSAGES]
        answers[question] = (*shown, *more)
        hidden += over if over > 1 else 0
    return answers, hidden


def _without_repeats(passages: list[str]) -> list[str]:
    """Without a passage that a longer one says again, word for word and in the same order."""
    words = [re.findall(r"\w+", passage.lower()) for passage in passages]
    return [
        passage
        for rank, passage in enumerate(passages)
        if not any(
            len(other) > len(words[rank]) and _in_order(words[rank], other) for other in words
        )
    ]


def _in_order(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _notices(act: Act, answers: dict[Question, tuple[str, ...]], hidden: int) -> tuple[str, ...]:
    notices = []
    left = len(act.all("visa")), len(act.all("execution"))
    if any(left):
        notices.append(
            "La fiche ne reprend pas les visas ni l’article d’exécution "
            f"({left[0]} et {left[1]} phrases) : ils restent dans le texte d’origine."
        )
    if hidden:
        notices.append(
            f"{hidden} passages ne tiennent pas dans la fiche : elle le dit à leur place."
        )
    silent = [TITLES[q] for q in ("ou", "quand", "aide") if q not in answers]
    if silent:
        names = " ".join(silent)
        notices.append(f"Aucun passage trouvé pour : {names} Complétez si c’est utile.")
    return tuple(notices)
