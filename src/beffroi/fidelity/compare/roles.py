"""Who does what: two actors exchanged, an agent brought into a passive sentence."""

from __future__ import annotations

import re

from beffroi.fidelity.actors import SPECIFIC, Actor, actors, shared_act
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.same_actor import THEIRS, may_be
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

#: Names that plain writing brings in for whoever does the work.
_GENERAL = frozenset(
    {"entreprise", "association", "locataire", "propriétaire", "vendeur", "acquéreur"}
)
_OURS = frozenset({"commune", "nous"})
#: « les candidats sont informés »: they do nothing.
_UNDERGOES = re.compile(
    r"(?: \w+){0,2} (?:est|sont|sera|seront|a ete|ont ete|etes|serez) (?!tenu|oblig|invit|autoris|charg|respons)"  # noqa: E501
)
WHY_SWAP = "Celui qui doit agir, payer ou décider n’est plus le même."
WHY_NEW = "La source ne dit pas que c’est lui qui agit."


def compare_roles(sides: Sides) -> list[Finding]:
    said, written = actors(sides.source), actors(sides.draft)
    findings = _exchanged(sides, said, written)
    return findings + _brought_in(sides, said, written)


def _exchanged(sides: Sides, said: list[Actor], written: list[Actor]) -> list[Finding]:
    """The same act, by another actor that the source knows too."""
    findings = []
    for actor in said:
        scored = [(shared_act(actor, w), w) for w in written if _near(sides, actor, w)]
        best = max((score for score, _ in scored), default=0)
        if not best:
            continue
        same_act = [w for score, w in scored if score == best]
        if any(may_be(actor, w) for w in same_act) or _said_by_all(written, actor):
            continue
        other = next((w for w in same_act if _is_another(said, actor, w)), None)
        if other is None:
            findings += _replaced(sides, actor, same_act)
        elif not _also_does(said, other, best):
            findings.append(
                _finding(
                    sides,
                    "role.inversion",
                    "Les rôles sont échangés",
                    WHY_SWAP,
                    actor.span,
                    other.span,
                )
            )
    return findings


def _replaced(sides: Sides, actor: Actor, same_act: list[Actor]) -> list[Finding]:
    """What the other party had to do is now done by the authority, or by an office."""
    ours = next((w for w in same_act if w.name in _OURS), None)
    after = sides.source.plain[actor.span.end : actor.span.end + 40]
    if ours is None or actor.name not in THEIRS or actor.name == "personne nommée":
        return []
    if _UNDERGOES.match(after):
        return []
    return [
        finding(
            "role.changement", "a_verifier", "Celui qui agit a changé", WHY_SWAP,
            source=actor.span, draft=ours.span,
            source_text=sides.source.text, draft_text=sides.draft.text,
        )
    ]  # fmt: skip


def _is_another(said: list[Actor], actor: Actor, other: Actor) -> bool:
    """The source knows this other actor too, as someone else."""
    return any(may_be(s, other) and not may_be(s, actor) for s in said if s is not actor)


def _said_by_all(written: list[Actor], actor: Actor) -> bool:
    """« vous » and « nous » alone are too general to accuse the draft."""
    return actor.name == "vous" and actor.label == "vous" and all(w.name == "vous" for w in written)


def _also_does(said: list[Actor], other: Actor, least: int) -> bool:
    """The source says too that this other actor does it."""
    return any(may_be(s, other) and shared_act(s, other) >= least for s in said)


def _near(sides: Sides, actor: Actor, other: Actor) -> bool:
    return sides.likeness[actor.sentence][other.sentence] >= ENOUGH


def _brought_in(sides: Sides, said: list[Actor], written: list[Actor]) -> list[Finding]:
    """An office or a body that the source does not name anywhere."""
    findings = []
    known = {s.name for s in said}
    seen: set[str] = set()
    for other in written:
        if other.name not in SPECIFIC - _GENERAL or other.name in known or other.name in seen:
            continue
        word = other.label.split()[-1][:6].replace("medeci", "medic")
        if word in sides.source.plain or word in sides.common.plain:
            continue
        seen.add(other.name)
        best, _ = sides.best_source(other.sentence)
        source = sides.source.sentences[best] if best is not None else None
        findings.append(
            finding(
                "agent.ajout", "a_verifier", "Un acteur est ajouté", WHY_NEW,
                source=source, draft=other.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        )  # fmt: skip
    return findings


def _finding(sides: Sides, kind: str, title: str, why: str, source: Span, draft: Span) -> Finding:
    return finding(
        kind, "bloquant", title, why, source=source, draft=draft,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
