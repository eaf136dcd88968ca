"""May two names of a text and its rewrite point to the same one?"""

from __future__ import annotations

import re

from beffroi.fidelity.actors import Actor

_OURS = frozenset({"commune", "nous"})
THEIRS = frozenset(
    {
        "vous",
        "locataire",
        "propriétaire",
        "bailleur",
        "association",
        "entreprise",
        "vendeur",
        "acquéreur",
        "employeur",
        "personne nommée",
    }
)


def may_be(source: Actor, draft: Actor) -> bool:
    """True when the two names may point to the same one (« le locataire » and « vous »)."""
    if source.name == draft.name == "personne nommée":
        return bool(_surname(source) & _surname(draft))
    if source.name == draft.name:
        return source.name != "vous" or _alike(source.label, draft.label)
    pair = {source.name, draft.name}
    return pair <= _OURS or ("vous" in pair and pair <= THEIRS)


def _alike(left: str, right: str) -> bool:
    """« vous » may be any of them; « parents » is not « riverains »… unless one is general."""
    general = ("vous", "personne", "usager", "demandeur", "interess", "habitant", "beneficiaire")
    if any(label.startswith(general) for label in (left, right)):
        return True
    families = ("famille", "parent")
    return left[:5] == right[:5] or (left.startswith(families) and right.startswith(families))


def _surname(actor: Actor) -> set[str]:
    words = re.findall(r"[a-z-]+", actor.label)
    return {w for w in words if w not in ("m", "mme", "mlle", "monsieur", "madame")}
