"""An obligation made a permission, a prohibition made an exemption, advice made an order…"""

from __future__ import annotations

import re

from beffroi.fidelity.compare.excepted import tells_exception
from beffroi.fidelity.compare.shifts import ANSWERS, NAMES, SHIFTS
from beffroi.fidelity.context import Mention, likeness
from beffroi.fidelity.lexicon import close
from beffroi.fidelity.modality import modalities
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.sides import Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Ce que la personne doit, peut ou ne doit pas faire n’est plus le même."
#: Under this, the two passages do not speak of the same thing.
_SAME_SUBJECT = 0.55
MUTUAL = 0.3
_NEGATIVE = re.compile(
    r"(?<!\w)(?:ne|n|pas|sans|ni|aucune?|evitez|interdi\w+|sauf|hors|jamais)(?!\w)"
)
#: « nul n'entre sans casque » says that one must wear it.
_UNLESS = re.compile(
    r"(?<!\w)(?:nul|nulle|aucune?|personne|ne|n)(?!\w)[^.;]*(?<!\w)(?:sans|qu[e']?)(?!\w)"
)
#: Classes that are said in few ways: when none is left, the class is lost.
_PLAIN = frozenset({"conseil", "dispense"})
_RELATIVE = re.compile(r"(?<!\w)(?:qui|dont|(?<=s )ou) (?:[a-z']+ ){0,4}$")


def compare_modality(sides: Sides) -> list[Finding]:
    written = modalities(sides.draft)
    findings: list[Finding] = []
    source = modalities(sides.source)
    for said in source:
        shift = _shift(sides, said, written)
        if shift and not _answers_another(sides, said, shift, source):
            findings.append(_finding(sides, said, shift))
    findings += _new_prohibitions(sides, source, written)
    return findings or _inventory(sides, source, written)


def _inventory(sides: Sides, source: list[Mention], written: list[Mention]) -> list[Finding]:
    """A class that the draft has no more, and another that the source does not have, in
    sentences that answer each other: « il est recommandé… » made « … obligatoire »."""
    kinds = {w.kind for w in written}
    for said in source:
        if said.kind not in _PLAIN or ANSWERS[said.kind] & kinds:
            continue
        for one in written:
            known = any(one.kind in ANSWERS[other.kind] for other in source)
            near = sides.likeness[said.sentence][one.sentence] >= ENOUGH
            if near and not known and (said.kind, one.kind) in SHIFTS and one.kind != "imperatif":
                return [_finding(sides, said, one)]
    return []


def _new_prohibitions(sides: Sides, source: list[Mention], written: list[Mention]) -> list[Finding]:
    """A prohibition of the draft that answers advice or a permission of the source."""
    findings = []
    for one in written:
        if one.kind != "interdiction":
            continue
        scored = sorted(((likeness(sides, s, one), s) for s in source), key=lambda p: -p[0])
        if not scored or scored[0][0] < _SAME_SUBJECT:
            continue
        best, said = scored[0]
        same = any(s.kind in ("interdiction", "obligation") and v >= 0.6 * best for v, s in scored)
        if said.kind in ("conseil", "dispense") and not same:
            findings.append(_finding(sides, said, one))
    return findings


def _shift(sides: Sides, said: Mention, written: list[Mention]) -> Mention | None:
    """The mention of the draft that answers ``said`` with another class, if that is the best."""
    scored = sorted(((likeness(sides, said, w), w) for w in written), key=lambda p: -p[0])
    scored = [
        (score, w)
        for score, w in scored
        if score >= _least(sides, said, w) and not _in_relative(sides, w)
    ]
    if not scored:
        return None
    best, answer = scored[0]
    if answer.kind == "obligation" and _UNLESS.search(sides.source.plain_sentence(said.sentence)):
        return None
    if (
        said.kind == "interdiction"
        and answer.kind == "imperatif"
        and not _same_act(sides, said, answer)
    ):
        return None
    if answer.kind == "imperatif" and _NEGATIVE.search(sides.draft.plain_sentence(answer.sentence)):
        return None
    if said.kind in ("obligation", "interdiction", "permission") and tells_exception(
        sides, said, answer
    ):
        return None
    if any(w.kind in ANSWERS[said.kind] and score >= 0.75 * best for score, w in scored):
        return None
    return answer if (said.kind, answer.kind) in SHIFTS else None


def _in_relative(sides: Sides, written: Mention) -> bool:
    """« les rues où tout le monde peut passer » allows nothing: it names the streets."""
    before = sides.draft.plain[max(0, written.span.start - 30) : written.span.start]
    return written.kind == "permission" and bool(_RELATIVE.search(before))


def _same_act(sides: Sides, said: Mention, written: Mention) -> bool:
    """« ne pas venir à jeun » forbids nothing that « mangez » asks."""
    asked = [w for w in sides.draft.content(written.sentence) if w.start >= written.span.start][:2]
    between = sides.draft.plain[asked[0].end : asked[-1].start] if asked else ""
    if re.search(r"(?<!\w)(?:avant|apres|pour)(?!\w)", between):
        asked = asked[:1]
    forbidden = sides.source.content(said.sentence)
    return any(close(a.key, f.key) for a in asked for f in forbidden)


def _least(sides: Sides, said: Mention, written: Mention) -> float:
    """Two sentences that answer each other need fewer words in common around the mention."""
    mutual = (
        sides.best_draft(said.sentence)[0] == written.sentence
        and sides.best_source(written.sentence)[0] == said.sentence
    )
    return MUTUAL if mutual else _SAME_SUBJECT


def _answers_another(sides: Sides, said: Mention, written: Mention, source: list[Mention]) -> bool:
    """True when the source says elsewhere, as near, what the draft says here."""
    score = likeness(sides, said, written)
    return any(
        written.kind in ANSWERS[other.kind] and likeness(sides, other, written) >= 0.8 * score
        for other in source
        if other is not said
    )


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
