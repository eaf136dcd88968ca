"""The glossary of a collectivité: its own words first, then ours, then the official ones."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from beffroi.clarity.glossary import Term, builtin, merged, read_official
from beffroi.errors import BadGlossary
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal import actions as journal
from beffroi_web.lisibilite.models import Definition

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

Origin = Definition.Origin


def terms_of(collectivite: Collectivite | None) -> tuple[Term, ...]:
    """What is explained in the texts of ``collectivite``; ours alone without one."""
    if collectivite is None:
        return builtin()
    rows = list(Definition.objects.for_(collectivite))
    house = [_term(row) for row in rows if row.origin == Origin.HOUSE]
    official = [_term(row) for row in rows if row.origin == Origin.OFFICIAL]
    return merged(house, builtin(), official)


def _term(row: Definition) -> Term:
    return Term(
        name=row.name,
        definition=row.definition,
        forms=tuple(form.strip() for form in row.forms.split(",") if form.strip()),
        source=row.source,
        licence=row.licence,
        as_of=row.as_of,
    )


@transaction.atomic
def keep(
    name: str, other_forms: str, definition: str, *, user: User, collectivite: Collectivite
) -> Definition:
    """Add a word of the house, or explain it anew."""
    name = " ".join(name.split())
    row, _ = Definition.objects.for_(collectivite).update_or_create(
        collectivite=collectivite,
        origin=Origin.HOUSE,
        folded=name.lower(),
        defaults={
            "name": name,
            "forms": " ".join(other_forms.split()),
            "definition": " ".join(definition.split()),
            "source": collectivite.name,
            "added_by": user,
        },
    )
    journal.write(collectivite, user, "glossaire.change", f"definition:{row.pk}")
    return row  # type: ignore[no-any-return]


@transaction.atomic
def remove(row: Definition, *, user: User) -> None:
    journal.write(row.collectivite, user, "glossaire.change", f"definition:{row.pk}")
    row.delete()


def bring_official(
    content: bytes, *, name: str, as_of: str, user: User, collectivite: Collectivite
) -> int:
    """Put the definitions of an official file in place of those of the former one; how many.

    Raises :class:`BadGlossary`; the former ones then stay.
    """
    terms = _read(content, name, as_of)
    rows = {term.name.lower(): term for term in terms if len(term.name) <= 150}
    with transaction.atomic():
        Definition.objects.for_(collectivite).filter(origin=Origin.OFFICIAL).delete()
        Definition.objects.bulk_create(
            Definition(
                collectivite=collectivite,
                origin=Origin.OFFICIAL,
                name=term.name,
                folded=folded,
                definition=term.definition,
                source=term.source,
                licence=term.licence,
                as_of=term.as_of,
                added_by=user,
            )
            for folded, term in rows.items()
        )
        details = {"definitions": len(rows)}
        journal.write(collectivite, user, "glossaire.officiel", details=details)
    return len(rows)


def _read(content: bytes, name: str, as_of: str) -> tuple[Term, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"glossaire{Path(name).suffix.lower()}"
        path.write_bytes(content)
        terms = read_official(path, as_of=as_of)
    if not terms:
        raise BadGlossary("Ce fichier ne contient aucune définition.")
    return terms
