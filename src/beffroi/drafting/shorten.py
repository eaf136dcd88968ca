"""What a shorter version leaves out, decided by code: never what binds the reader.

A sentence is left out when it decides, orders, forbids, allows, excepts, threatens, helps and
dates nothing, and when every fact and name that it gives is also said by what stays. Reasons may
go sooner than rules. The comparison of facts has the last word: what it would miss comes back.
What is left out is told, word for word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from beffroi.drafting.checks.facts import check_facts
from beffroi.drafting.floor.act import Act, Line, read_act
from beffroi.drafting.floor.questions import CONTACT, DECISION, DUTY, EXCEPTION, REMEDY, RISK
from beffroi.drafting.floor.spans import when_spans
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.modele import Keeping, Modele
from beffroi.findings import CheckContext, Span

#: Words that make a rule beside those of the questions: it allows, forbids, opens, closes, pays.
_BINDS = re.compile(
    r"\binterdi|\bautoris|\bdéfen[ds]|\boblig|\bexig|\brequis|\bpeu(?:t|vent)\b|\bpourr"
    r"|\bdroits?\b|\bbénéfici|\bgratuit|\bpayant|\btarif|\bmontant|\bprix\b|\bsuspen[ds]"
    r"|\breport|\bannul|\bferm[ée]|\bouver?[rt]|\blimit|\bréserv|\bcondition|\bdélai|\bavant\b"
    r"|\bjusqu|\baprès\b|\bpendant\b|\bdurant\b|\bsi\b|\bs[’']il|\blorsque|\bfourni|\bjoindre"
    r"|\bdemand|\bdécid|\bapprouv|\badopt|\bfix[ée]|\binstitu|\bcré[ée]+s?\b|\babrog|\bmodifi"
    r"|\bconcern|\bsont ceux\b|\bdésign|\bentre(?:nt|ra)? en vigueur"
    r"|\bs[’']appliqu|\bne\b|\bn[’']|\baucun|\bseul",
    re.IGNORECASE,
)
_CUES = (REMEDY, RISK, EXCEPTION, DUTY, CONTACT, DECISION, _BINDS)
_NAME = re.compile(r"(?<![.!?:»]\s)(?<!^)\b[A-ZÀ-ÖØ-Þ][\w’'-]{2,}")
#: Families of findings that say that something is no longer said.
_LOST = re.compile(r"omission|perdu")
PLAIN = CheckContext(kind="plain")
#: Times that the comparison is asked again after something came back.
ROUNDS = 3
#: Sentences left out that are shown whole; the others are counted.
SHOWN = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Shortened:
    """``text``: the document, what was ``left`` out blanked at the same length, so that offsets
    into it are offsets into the document."""

    text: str
    left: tuple[str, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person must know of it, in French."""
        if not self.left:
            return (
                "Rien n’a pu être laissé de côté : chaque phrase porte une obligation, une date, "
                "un lieu, un nom ou un recours.",
            )
        number = len(self.left)
        shown = " ".join(f"« {words} »" for words in self.left[:SHOWN])
        more = f" Et {number - SHOWN} autres." if number > SHOWN else ""
        said = f"{number} phrases laissées" if number > 1 else "1 phrase laissée"
        return (
            f"Version plus courte : {said} de côté, sans obligation, date, lieu, délai, "
            f"exception ni recours : {shown}{more}",
        )


def shorten(text: str, keeping: Keeping, context: CheckContext = PLAIN) -> Shortened:
    """``text`` without what ``keeping`` lets go. Pure; the main rule always stays.

    ``context``: what the checks of the draft will hold against an omission.
    """
    act = read_act(text)
    groups = _groups(act, keeping)
    gone = [group for group in groups if not (keeping == "essentiel" and _binds(act, group))]
    gone = _not_missed(text, _unique_facts_kept(act, gone), context)
    return Shortened(
        text=_without(text, gone),
        left=tuple(" ".join(act.of(line) for line in group) for group in gone),
    )


def _without(text: str, gone: list[list[Line]]) -> str:
    blanked = list(text)
    for line in (line for group in gone for line in group):
        blanked[line.span.start : line.span.end] = " " * (line.span.end - line.span.start)
    return "".join(blanked)


def _not_missed(text: str, gone: list[list[Line]], context: CheckContext) -> list[list[Line]]:
    """Those of ``gone`` that the comparison of facts does not miss; none of them when it misses
    something that no longer has a place."""
    for _ in range(ROUNDS):
        if not gone:
            break
        found = check_facts(text, _without(text, gone), context)
        lost = [f for f in found if f.severity != "information" and _LOST.search(f.type)]
        missed = [f.source for f in lost]
        if not missed:
            return gone
        gone = [group for group in gone if not any(_holds(group, span) for span in missed)]
    return []


def _holds(group: list[Line], span: Span | None) -> bool:
    return span is None or any(
        line.span.start < span.end and span.start < line.span.end for line in group
    )


def shortened(
    modele: Modele, inputs: Inputs, context: CheckContext
) -> tuple[Inputs, tuple[str, ...]]:
    """``inputs`` whose document is shortened as the choices ask, and the notices that say so.

    ``source`` stays whole: the draft is checked against all that the person gave.
    """
    item = modele.document_field
    if not inputs.keeps or item is None:
        return inputs, ()
    short = shorten(inputs.values[item.name], inputs.keeps, context)
    return replace(inputs, values={**inputs.values, item.name: short.text}), short.notices


def _groups(act: Act, keeping: Keeping) -> list[list[Line]]:
    """What may go: each reason; for the essential, each rule but the first, with its list."""
    groups = [[line] for line in act.all("motif")]
    if keeping != "essentiel":
        return groups
    rules: list[list[Line]] = []
    for line in act.all("regle"):
        goes_on = rules and (line.item or act.of(line)[:1].islower() or _opens(act, rules[-1][-1]))
        if goes_on:
            rules[-1].append(line)
        else:
            rules.append([line])
    return groups + rules[1:]


def _opens(act: Act, line: Line) -> bool:
    return act.of(line).endswith(":")


def _binds(act: Act, group: list[Line]) -> bool:
    """A rule that says what one must, may, risks, or when. A reason binds nobody."""
    if group[0].kind == "motif":
        return False
    words = " ".join(act.of(line) for line in group)
    dated = any(when_spans(act.text, within=line.span) for line in group)
    return dated or any(cue.search(words) for cue in _CUES)


def _unique_facts_kept(act: Act, groups: list[list[Line]]) -> list[list[Line]]:
    """Those of ``groups`` whose facts and names are all said elsewhere: in what stays, or in one
    that was put back before."""
    from beffroi.fidelity import facts

    gone = {line.span for group in groups for line in group}
    stays = "\n".join(act.of(line) for line in act.lines if line.span not in gone)
    known = {(fact.family, fact.value) for fact in facts(stays)}
    names = set(_NAME.findall(stays))
    left = []
    for group in groups:
        words = " ".join(act.of(line) for line in group)
        own = {(fact.family, fact.value) for fact in facts(words)}
        called = set(_NAME.findall(words))
        if own <= known and called <= names:
            left.append(group)
        else:
            known, names = known | own, names | called
    return left
