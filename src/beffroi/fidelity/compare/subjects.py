"""The same act done by someone else: read by the grammar of both texts."""

from __future__ import annotations

from dataclasses import dataclass

from beffroi.fidelity.actors import Actor, actors
from beffroi.fidelity.acts import Act, acts
from beffroi.fidelity.lexicon import close, meanings
from beffroi.fidelity.same_actor import may_be
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.vectors import nearness
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Celui qui doit agir, payer ou décider n’est plus le même."
WHY_NEW = "La source ne dit pas que c’est lui qui agit."
#: Two verbs this near in use may say one act.
_NEAR = 0.68
#: The least that two acts must share: the verb itself counts 2, a synonym 1, each thing 1.
_SAME_ACT = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Who is named in each text."""

    said: list[Actor]
    written: list[Actor]


def compare_subjects(sides: Sides) -> list[Finding]:
    """An act of the draft whose subject the source knows as someone who does another thing."""
    people = People(said=actors(sides.source), written=actors(sides.draft))
    if not people.written:
        return []
    said = acts(sides.source)
    findings = []
    for one in acts(sides.draft):
        answers = _answers(one, said)
        who = _actor(people.written, one)
        if one.span is None or who is None or not answers:
            continue
        named = [a for a in answers if _actor(people.said, a) is not None]
        if len(named) == len(answers):
            same = any(_same(people, a, one) for a in said if _verb(one, a))
            if not same and any(p.name == who.name for p in people.said):
                findings.append(_finding(sides, named[0], one))
        elif all(a.span is None for a in answers) and _is_new(sides, who):
            findings.append(_brought_in(sides, answers[0], one))
    return findings


def _answers(one: Act, said: list[Act]) -> list[Act]:
    """The source acts that are the most like ``one``."""
    scored = [(_score(one, a), a) for a in said]
    best = max((score for score, _ in scored), default=0)
    return [a for score, a in scored if score == best] if best >= _SAME_ACT else []


def _score(one: Act, other: Act) -> int:
    verb = _verb(one, other)
    shared = len({m for m in one.about & other.about if not m.startswith("~")})
    return verb + min(shared, 3) if verb and shared else 0


def _verb(one: Act, other: Act) -> int:
    if one.verb == other.verb:
        return 2
    near = meanings(one.verb) & meanings(other.verb) or nearness(one.form, other.form) >= _NEAR
    return 1 if near else 0


def _same(people: People, source: Act, draft: Act) -> bool:
    """May the two subjects be one? « vous » may be whoever is not the town hall."""
    if source.span is None or any(close(a, b) for a in source.who for b in draft.who):
        return True
    if source.person and draft.person:
        return source.person == draft.person
    one, two = _actor(people.said, source), _actor(people.written, draft)
    return one is None or two is None or may_be(one, two)


def _actor(people: list[Actor], act: Act) -> Actor | None:
    span = act.span
    return next(
        (p for p in people if span and p.span.start < span.end and span.start < p.span.end), None
    )


def _is_new(sides: Sides, who: Actor) -> bool:
    """« Des habitants ont abîmé… » where the source accuses no one."""
    known = (sides.source.plain, sides.common.plain)
    general = who.label.startswith(("vous", "personne", "usager", "demandeu"))
    root = who.label.split()[-1][:6]
    return who.name == "vous" and not general and not any(root in plain for plain in known)


def _brought_in(sides: Sides, said: Act, written: Act) -> Finding:
    return finding(
        "agent.ajout", "a_verifier", "Un acteur est ajouté", WHY_NEW,
        source=said.at, draft=written.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip


def _finding(sides: Sides, said: Act, written: Act) -> Finding:
    return finding(
        "role.sujet", "bloquant", "Ce n’est plus la même personne qui agit", WHY,
        source=said.span, draft=written.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
        suggestion=said.span.of(sides.source.text) if said.span else "",
    )  # fmt: skip
