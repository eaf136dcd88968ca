"""Who may do what: every permission of the house, as rules on roles.

A permission is asked about an authority, or about a row that belongs to one:
``user.has_perm("clarifier.signer", draft)``.
"""

from __future__ import annotations

from typing import Any

import rules

from beffroi_web.collectivites.models import Collectivite, Role

WRITERS = (
    Role.AGENT,
    Role.REFERENT,
    Role.VALIDATEUR,
    Role.ADMINISTRATEUR,
    Role.FORMATEUR,
    Role.DPO,
)


def collectivite_of(about: Any) -> Collectivite | None:
    """The authority that ``about`` is, or belongs to."""
    return about if isinstance(about, Collectivite) else getattr(about, "collectivite", None)


def has_role(*roles: str) -> Any:
    """A predicate: the person has one of ``roles`` in the authority in question."""

    def test(user: Any, about: Any = None) -> bool:
        collectivite = collectivite_of(about)
        return collectivite is not None and bool(user.roles_in(collectivite) & set(roles))

    return rules.predicate(test, name="_".join(roles))


@rules.predicate
def is_operator(user: Any, about: Any = None) -> bool:
    return bool(user.operator)


PERMISSIONS: dict[str, Any] = {
    "collectivites.voir": has_role(*Role.values),
    "collectivites.regler": has_role(Role.ADMINISTRATEUR),
    "collectivites.creer": is_operator,
    "accounts.inviter": has_role(Role.ADMINISTRATEUR),
    "journal.lire": has_role(Role.DPO, Role.ADMINISTRATEUR),
    "jobs.lancer": has_role(*WRITERS),
    "clarifier.rediger": has_role(*WRITERS),
    "clarifier.signer": has_role(Role.VALIDATEUR, Role.REFERENT, Role.ADMINISTRATEUR),
    "consultation.depouiller": has_role(*WRITERS),
    "consultation.signer": has_role(Role.VALIDATEUR, Role.REFERENT, Role.ADMINISTRATEUR),
    "openings.regler": has_role(Role.ADMINISTRATEUR),
    "documents.lire": has_role(*Role.values),
    "documents.deposer": has_role(*WRITERS),
    "documents.gerer": has_role(Role.REFERENT, Role.VALIDATEUR, Role.ADMINISTRATEUR),
    "assistants.interroger": has_role(*Role.values),
    "assistants.ecrire": has_role(Role.REFERENT, Role.VALIDATEUR, Role.ADMINISTRATEUR),
    "public.regler": has_role(Role.ADMINISTRATEUR),
    "public.suivre": has_role(*WRITERS),
    "modeles.voir": has_role(*Role.values),
    "modeles.ecrire": has_role(Role.REFERENT, Role.VALIDATEUR, Role.ADMINISTRATEUR),
}

for name, predicate in PERMISSIONS.items():
    rules.set_perm(name, predicate)
