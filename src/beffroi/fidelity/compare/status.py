"""What became of a proposal: adopted, rejected, adjourned, withdrawn, only proposed."""

from __future__ import annotations

import re

from beffroi.fidelity.context import Mention, mention
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding

WHY = "Ce que l’assemblée a décidé fait foi : le dire autrement engage la collectivité."
_STATUS: tuple[tuple[str, str], ...] = (
    ("ajournee", r"ajourn\w+|report(?:ee?s?)(?!\w)|reporte (?:au|a la|le vote)|renvoyee?s? (?:a (?:une|la)|en)|differee?s?|sursoi\w+|reexamin\w+"),  # noqa: E501
    ("retiree", r"retiree?s? de l'ordre|retrait d[eu]|n'est plus a l'ordre"),
    ("rejetee", r"rejet\w+|refus\w+|repouss\w+|ecartee?s?(?!\w)|avis defavorable|n(?:'|e )(?:est|a|ont|sont) pas (?:ete )?(?:adopte|approuve|valide|retenu)\w*"),  # noqa: E501
    ("ouverte", r"soumise?s? a (?:la )?(?:concertation|consultation|enquete)|aucune decision|pas (?:encore )?decide\w*|rien n'est (?:encore )?decide|a l'etude|en discussion|fera l'objet d'un examen|ser(?:a|ont) (?:examine|etudie|debattu)\w*|au stade"),  # noqa: E501
    ("adoptee", r"adopt\w+|approuv\w+|(?:est|sont|ete|a|ont) votee?s?(?!\w)|valid(?:ee?s?|e)(?!\w)|entérin\w+|c'est decide|est decidee?s?|a ete decide\w*|(?:a|ont) decide(?! de report)|est reconduite?s?|est signee?s?|a signe|est definitive"),  # noqa: E501
    ("proposee", r"propos\w+"),
)  # fmt: skip
_LATER = re.compile(
    r"(?<!\w)(?:etudiera|reparlera|reviendra|plus tard|prochaine|ulterieur\w*|encore|attente|aura lieu)(?!\w)"  # noqa: E501
)
_COMPILED = [(kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in _STATUS]
NAMES = {
    "adoptee": "adoptée",
    "rejetee": "rejetée",
    "ajournee": "ajournée",
    "retiree": "retirée",
    "proposee": "proposée",
    "ouverte": "pas encore prise",
}


def statuses(side: Side) -> list[Mention]:
    taken = bytearray(len(side.plain))
    found = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(side.plain):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(mention(side, kind, *match.span()))
    return found


def compare_status(sides: Sides) -> list[Finding]:
    """A final status in the draft that the sentences it answers do not give."""
    said = statuses(sides.source)
    if not said:
        return []
    findings = []
    for written in statuses(sides.draft):
        if written.kind == "proposee":
            continue
        near = _answered(sides, said, written)
        if near and written.kind not in {s.kind for s in near}:
            findings.append(_finding(sides, near[0], written))
    return findings or _forgotten(sides, said)


def _forgotten(sides: Sides, said: list[Mention]) -> list[Finding]:
    """An adjournment or a rejection that the draft does not tell, while it tells an adoption."""
    kinds = {w.kind for w in statuses(sides.draft)}
    lost = [s for s in said if s.kind in ("ajournee", "rejetee", "retiree")]
    if "adoptee" not in kinds or not lost or kinds & {"ajournee", "rejetee", "retiree", "ouverte"}:
        return []
    if _LATER.search(sides.draft.plain):
        return []
    return [
        finding(
            "statut.omission", "bloquant", "Une décision qui n’est pas prise a disparu", WHY,
            source=sides.source.sentences[lost[0].sentence], draft=None,
            source_text=sides.source.text, draft_text=sides.draft.text,
        )
    ]  # fmt: skip


def _answered(sides: Sides, said: list[Mention], written: Mention) -> list[Mention]:
    scored = [(sides.likeness[s.sentence][written.sentence], s) for s in said]
    best = max(score for score, _ in scored)
    if best < 0.2:
        return []
    return [s for score, s in scored if score >= 0.6 * best]


def _finding(sides: Sides, said: Mention, written: Mention) -> Finding:
    return finding(
        "statut.changement", "bloquant",
        f"La décision {NAMES[said.kind]} devient {NAMES[written.kind]}", WHY,
        source=said.span, draft=written.span,
        source_text=sides.source.text, draft_text=sides.draft.text,
    )  # fmt: skip
