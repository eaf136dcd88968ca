"""What goes into the recognition of personal data and what comes out. No I/O here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from beffroi.findings import Finding

#: What a mention is, as finely as Beffroi tells things apart.
Kind = Literal[
    "person",
    "address",
    "phone",
    "email",
    "nir",
    "iban",
    "card",
    "plate",
    "birth_date",
    "identifier",
    "parcel",
    "network",
    "account",
    "gps",
    "other",
]

#: The same, as coarsely as programs exchange it (issue 3).
Label = Literal[
    "PERSON",
    "ADDRESS",
    "PHONE",
    "EMAIL",
    "NIR",
    "IBAN",
    "PLATE",
    "BIRTHDATE",
    "ID_NUMBER",
    "OTHER",
]

Gender = Literal["", "f", "m"]

LABELS: Mapping[Kind, Label] = {
    "person": "PERSON",
    "address": "ADDRESS",
    "phone": "PHONE",
    "email": "EMAIL",
    "nir": "NIR",
    "iban": "IBAN",
    "card": "OTHER",
    "plate": "PLATE",
    "birth_date": "BIRTHDATE",
    "identifier": "ID_NUMBER",
    "parcel": "OTHER",
    "network": "OTHER",
    "account": "OTHER",
    "gps": "OTHER",
    "other": "OTHER",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Characters ``start`` (included) to ``end`` (excluded) of a text that tell of a person.

    ``text`` is the exact substring. ``confidence`` goes from 0 to 1 and never decides alone
    whether to mask: it feeds the meter of doubt. ``rule`` names the recogniser, for explanation.
    ``gender`` is what civility or first name tells, ``""`` when nothing does.
    """

    start: int
    end: int
    kind: Kind
    text: str
    confidence: float
    rule: str
    gender: Gender = ""

    @property
    def label(self) -> Label:
        return LABELS[self.kind]


#: What a token is looked up by: family of kinds, number, variant ("" for the first form met).
TokenKey = tuple[str, int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The tokens of *one* request and what each stands for. Never shared, never logged.

    ``entries`` maps a token's key to the exact characters it replaced; ``literals`` are the
    token-like strings that the person had written: they are theirs, and restoring leaves them.
    """

    entries: Mapping[TokenKey, str] = field(default_factory=dict)
    literals: frozenset[TokenKey] = frozenset()

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A mention with the token that replaced it, brackets included."""

    mention: Mention
    token: str

    @property
    def entity(self) -> str:
        """The entity that all variants share: ``PERSONNE_1``."""
        return "_".join(self.token.strip("[]").split("_")[:2])


@dataclass(frozen=True, kw_only=True, slots=True)
class Masked:
    """``text`` has tokens where ``placed`` tells; ``counts`` is all that a journal may keep."""

    text: str
    table: Table
    placed: tuple[Placed, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many distinct entities of each kind were masked."""
        kinds = {item.entity: item.mention.kind for item in self.placed}
        return {kind: list(kinds.values()).count(kind) for kind in sorted(set(kinds.values()))}


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """``findings`` tell the tokens of ``text`` that no table knows: the model invented them."""

    text: str
    findings: tuple[Finding, ...] = ()
