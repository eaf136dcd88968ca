"""Who sends, gives or pays to whom: « transmettez-nous » is not « nous vous enverrons »."""

from __future__ import annotations

import re

from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.findings import Finding, Span

WHY = "Celui qui doit envoyer, donner ou payer n’est plus le même."
_GIVE = (
    r"(?:transm\w+|envo\w+|enver\w+|adress\w+|remet\w+|fourn\w+|retourn\w+|renvo\w+|renver\w+"
    r"|communiqu\w+|vers\w+|pai\w+|pay\w+|regl\w+|rembours\w+|revers\w+|restitu\w+|rend\w*|donn\w+)"
)
_FROM_YOU = re.compile(
    rf"(?<!\w)(?:vous (?:devez|pouvez|devrez|pourrez|voudrez bien) (?:nous )?{_GIVE}|il vous appartient de (?:nous )?{_GIVE}"  # noqa: E501
    rf"|merci de (?:nous )?{_GIVE}|{_GIVE}(?<=ez)(?:-| )nous|(?:nous|me) faire parvenir|nous {_GIVE}(?<=er)(?!ons))"  # noqa: E501
)
_FROM_US = re.compile(
    rf"(?<!\w)(?:nous vous {_GIVE}(?<=ons)|vous ser(?:a|ont) {_GIVE}|vous recevrez|vous recevez|(?:la mairie|la commune|le service) vous {_GIVE})"  # noqa: E501
)


def compare_transfers(sides: Sides) -> list[Finding]:
    """One transfer in each text, from the person in one and to the person in the other."""
    said, written = _from(sides.source), _from(sides.draft)
    if len(said) != 1 or len(written) != 1 or said.keys() == written.keys():
        return []
    source, draft = next(iter(said.values())), next(iter(written.values()))
    return [
        finding(
            "role.transfert", "bloquant", "L’envoi ou le paiement change de sens", WHY,
            source=source, draft=draft,
            source_text=sides.source.text, draft_text=sides.draft.text,
        )
    ]  # fmt: skip


def _from(side: Side) -> dict[str, Span]:
    """Who gives in this text (« vous », « nous »), and where it says so."""
    found = {}
    for giver, pattern in (("vous", _FROM_YOU), ("nous", _FROM_US)):
        match = pattern.search(side.plain)
        if match:
            found[giver] = Span(start=match.start(), end=match.end())
    return found
