"""Exceptions, conditions, restrictions, priorities and consequences, kept with their rule."""

from __future__ import annotations

import re

from beffroi.fidelity.clauses import CUES, Clause, clauses
from beffroi.fidelity.compare.signs import ALSO, EXCEPT, IF, QUESTION, SIGN
from beffroi.fidelity.reach import answers, coverage, own_coverage, text_of, words_of
from beffroi.fidelity.same import same
from beffroi.fidelity.severity import SELECTIVE_KINDS
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Kind, Severity, Span

_COMPILED_CONDITION = dict(CUES)["condition"]
_EXCEPTION = dict(CUES)["exception"]
_LOST: dict[str, Severity] = {
    "exception": "bloquant",
    "condition": "bloquant",
    "restriction": "bloquant",
    "priorite": "a_verifier",
    "consequence": "a_verifier",
}
#: Two words this near in use say one thing; under this share of its words, a clause is lost.
_NEAR = 0.64
#: « hors période de… »: the word that matters comes next.
_VAGUE_HEADS = frozenset(
    "periode periodes jour jours cas temps moment zone zones presence absence plage".split()
)
_WHICH = re.compile(r"(?<!\w)(?:qui|dont|ayant|muni\w*|titulaire\w*|inscrit\w*)(?!\w)")
_KEPT = {"exception": 0.45, "condition": 0.34, "priorite": 0.34, "consequence": 0.34}
_TITLES = {
    "exception": "Une exception a disparu",
    "condition": "Une condition a disparu",
    "restriction": "Une restriction a disparu",
    "priorite": "Un ordre de priorité a disparu",
    "consequence": "Une conséquence a disparu",
}
_WHY = {
    "exception": "Des personnes se croiraient soumises à une règle qui ne les concerne pas.",
    "condition": "Des personnes se croiraient dans leur droit sans remplir la condition.",
    "restriction": "La règle vaudrait pour plus de monde, ou plus de cas, que dans la source.",
    "priorite": "L’ordre dans lequel les droits s’exercent n’est plus dit.",
    "consequence": "La personne ne saurait pas ce qui arrive si elle ne fait rien.",
}


def compare_clauses(sides: Sides, *, kind: Kind) -> list[Finding]:
    findings: list[Finding] = []
    for clause in clauses(sides.source):
        severity = None if _repeated(sides, clause) else _judge(sides, clause, kind)
        if severity:
            findings.append(
                finding(
                    f"{clause.kind}.omission", severity, _TITLES[clause.kind], _WHY[clause.kind],
                    source=clause.span, draft=_answer_span(sides, clause.sentence),
                    source_text=sides.source.text, draft_text=sides.draft.text,
                    suggestion=clause.span.of(sides.source.text),
                )
            )  # fmt: skip
    return findings


def _repeated(sides: Sides, clause: Clause) -> bool:
    """An exception that the rewrite holds word for word, as many times as the source."""
    said = clause.span.of(sides.source.plain).strip()
    governed = clause.span.end - clause.cue.end > 3
    written = sides.draft.plain.count(said)
    return clause.kind == "exception" and governed and written >= sides.source.plain.count(said)


def _judge(sides: Sides, clause: Clause, kind: Kind) -> Severity | None:
    """``None`` when the rewrite keeps the clause; how serious otherwise."""
    answered = sides.best_draft(clause.sentence)[1] >= 0.15
    if not answered and (kind in SELECTIVE_KINDS or clause.kind != "exception"):
        return None
    reach = answers(sides, clause.sentence)
    governed = [
        w
        for w in sides.source.words[clause.sentence]
        if w.content and clause.cue.end <= w.start < clause.span.end
    ]
    rest = [w for w in sides.source.content(clause.sentence) if w not in governed]
    covered = own_coverage(governed, rest, words_of(sides.draft, reach), near=_NEAR)
    facts = [f for f in sides.source.facts if clause.cue.end <= f.span.start < clause.span.end]
    said = sum(1 for f in facts if any(same(f, g) for g in sides.draft.facts))
    total = len(governed) + 2 * len(facts)
    share = (covered * len(governed) + 2 * said) / total if total else 1.0
    signed = bool(SIGN[clause.kind].search(text_of(sides.draft, reach)))
    if clause.kind == "restriction":
        asked = covered >= 0.5 and "?" in text_of(sides.draft, reach)
        return None if signed or asked else _unrestricted(sides, clause, reach)
    if clause.kind == "exception" and _includes(sides, governed, reach):
        return "bloquant"
    if clause.kind == "exception" and share < 0.7 and _head_lost(sides, governed, reach):
        kept = _EXCEPTION.search(text_of(sides.draft, reach))
        return "a_verifier" if kept or (facts and said == len(facts)) else "bloquant"
    if share < _KEPT[clause.kind]:
        if clause.kind == "condition" and _as_many_conditions(sides, clause.sentence, reach):
            return None if said == len(facts) else "a_verifier"
        if clause.kind == "condition" and IF.search(text_of(sides.draft, reach)):
            return "a_verifier"
        if clause.kind == "exception" and _EXCEPTION.search(text_of(sides.draft, reach)):
            return "a_verifier"
        return _LOST[clause.kind]
    if (
        not signed
        and clause.kind == "exception"
        and _apart(sides, clause.sentence, governed, reach)
    ):
        return None
    if not signed:
        return _LOST[clause.kind] if clause.kind in ("exception", "priorite") else "a_verifier"
    return None


def _unrestricted(sides: Sides, clause: Clause, reach: list[int]) -> Severity:
    """« le matin uniquement ; le soir… »: what follows says the other case. « Seuls les projets
    qui… », told « les projets qui… », limits still."""
    rest = sides.source.plain[clause.cue.end : clause.span.end].lstrip(" ")
    limited = _WHICH.search(rest) and _WHICH.search(text_of(sides.draft, reach))
    return "a_verifier" if rest[:1] in (";", ",") or limited else _LOST["restriction"]


def _as_many_conditions(sides: Sides, index: int, reach: list[int]) -> bool:
    """The answer asks « si… », « … ? » at least as often as the source sentence does."""
    said = len(_COMPILED_CONDITION.findall(sides.source.plain_sentence(index)))
    return len(QUESTION.findall(text_of(sides.draft, reach))) >= max(said, 1)


def _apart(sides: Sides, index: int, governed: list[Word], reach: list[int]) -> bool:
    """The exception has its own sentence: « Il reste allumé les nuits de fête. »"""
    main = sides.best_draft(index)[0]
    others = [j for j in reach if j != main]
    return bool(others) and coverage(governed, words_of(sides.draft, others), near=_NEAR) >= 0.7


def _head_lost(sides: Sides, governed: list[Word], reach: list[int]) -> bool:
    """Who or what is excepted, named first, is nowhere in the answer."""
    heads = [w for w in governed if w.form not in _VAGUE_HEADS][:1]
    return bool(heads) and coverage(heads, words_of(sides.draft, reach), near=_NEAR) == 0


def _includes(sides: Sides, governed: list[Word], reach: list[int]) -> bool:
    """« aussi », « y compris » in the sentence that names what the source excepts."""
    for index in reach:
        plain = sides.draft.plain_sentence(index)
        named = coverage(governed, words_of(sides.draft, [index]), near=_NEAR)
        if governed and named >= 0.5 and ALSO.search(plain) and not EXCEPT.search(plain):
            return True
    return False


def _answer_span(sides: Sides, index: int) -> Span | None:
    best, _ = sides.best_draft(index)
    return sides.draft.sentences[best] if best is not None else None
