"""An obligation made a permission, a prohibition made an exemption, advice made an order…"""

from __future__ import annotations

from beffroi.fidelity.context import Mention, likeness
from beffroi.fidelity.modality import modalities
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Severity

#: (class of the source, class of the rewrite) → how serious. What is not here is legitimate.
SHIFTS: dict[tuple[str, str], Severity] = {
    ("obligation", "permission"): "bloquant",
    ("obligation", "conseil"): "bloquant",
    ("obligation", "dispense"): "bloquant",
    ("interdiction", "permission"): "bloquant",
    ("interdiction", "dispense"): "bloquant",
    ("interdiction", "conseil"): "bloquant",
    ("permission", "obligation"): "bloquant",
    ("permission", "interdiction"): "bloquant",
    ("dispense", "obligation"): "bloquant",
    ("dispense", "interdiction"): "bloquant",
    ("conseil", "obligation"): "bloquant",
    ("conseil", "interdiction"): "bloquant",
    ("imperatif", "permission"): "a_verifier",
    ("imperatif", "dispense"): "bloquant",
    ("imperatif", "conseil"): "a_verifier",
}
#: Classes that say the class of the source, each in its way.
ANSWERS: dict[str, frozenset[str]] = {
    "obligation": frozenset({"obligation", "imperatif"}),
    "interdiction": frozenset({"interdiction"}),
    "permission": frozenset({"permission", "dispense", "imperatif", "conseil"}),
    "dispense": frozenset({"dispense", "permission"}),
    "conseil": frozenset({"conseil", "imperatif", "permission"}),
    "imperatif": frozenset({"imperatif", "obligation"}),
}
NAMES = {
    "obligation": "une obligation",
    "interdiction": "une interdiction",
    "permission": "une permission",
    "dispense": "une dispense",
    "conseil": "un conseil",
    "imperatif": "une consigne",
}
WHY = "Ce que la personne doit, peut ou ne doit pas faire n’est plus le même."
#: Under this, the two passages do not speak of the same thing.
_SAME_SUBJECT = 0.55


def compare_modality(sides: Sides) -> list[Finding]:
    written = modalities(sides.draft)
    findings: list[Finding] = []
    for said in modalities(sides.source):
        shift = _shift(sides, said, written)
        if shift:
            findings.append(_finding(sides, said, shift))
    return findings


def _shift(sides: Sides, said: Mention, written: list[Mention]) -> Mention | None:
    """The mention of the draft that answers ``said`` with another class, if that is the best."""
    scored = sorted(((likeness(sides, said, w), w) for w in written), key=lambda p: -p[0])
    scored = [(score, w) for score, w in scored if score >= _SAME_SUBJECT]
    if not scored:
        return None
    best, answer = scored[0]
    if any(w.kind in ANSWERS[said.kind] and score >= 0.75 * best for score, w in scored):
        return None
    return answer if (said.kind, answer.kind) in SHIFTS else None


def _finding(sides: Sides, said: Mention, written: Mention) -> Finding:
    heading = f"{NAMES[said.kind].capitalize()} devient {NAMES[written.kind]}"
    return finding(
        f"modalite.{said.kind}_{written.kind}",
        SHIFTS[said.kind, written.kind],
        heading,
        WHY,
        source=said.span,
        draft=written.span,
        source_text=sides.source.text,
        draft_text=sides.draft.text,
        suggestion=said.span.of(sides.source.text),
    )
