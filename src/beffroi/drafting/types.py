"""What goes into the chain and what comes out. No I/O here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from beffroi.findings import Finding
from beffroi.llm.types import UNKNOWN_ENERGY, Energy, Place

DataClass = Literal["publique", "interne", "personnelle", "sensible"]
Strategy = Literal["modele", "repare", "liste", "regle", "origine", "plancher"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One thing to write: ``modele`` is a name, ``values`` its fields as the person gave them.

    ``options`` are audience, tone, length… as declared by the modèle; ``data_class`` is what the
    person or the policy says of the data. ``source_name`` is the file or title of the text;
    ``sheet`` holds the facts of the collectivité that a draft may add (telephone, hours).
    """

    modele: str
    values: Mapping[str, str]
    options: Mapping[str, str] = field(default_factory=dict)
    data_class: DataClass = "interne"
    source_name: str = ""
    collectivite: str = ""
    author: str = ""
    sheet: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """Where a draft comes from. Kept with it, written in every export.

    ``model`` is empty when no model took part. ``fallback_reason`` is the French sentence that
    says why the floor was used, if it was; ``failure`` the stable code of the error and
    ``attempted`` the model that was tried (for the journal). ``options`` are the audience, tone,
    length… that were chosen, defaults included. ``reviewer``, ``reviewed_at`` and
    ``edited`` are filled when a person signs; ``edited`` is ``"entier"`` when nothing of the
    machine's text remains.
    """

    modele: str
    modele_version: int
    model: str = ""
    model_place: Place | None = None
    prompt: str = ""
    seconds: float = 0.0
    energy: Energy = UNKNOWN_ENERGY
    created_at: datetime | None = None
    source_name: str = ""
    source_sha256: str = ""
    masked: Mapping[str, int] = field(default_factory=dict)
    fallback_reason: str = ""
    failure: str = ""
    attempted: str = ""
    author: str = ""
    collectivite: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    reviewer: str = ""
    reviewed_at: datetime | None = None
    edited: Literal["", "partie", "entier"] = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A text that nobody has read yet, with all that is known against it.

    ``floor`` is true when no model took part. ``strategies`` counts how each sentence was made.
    """

    text: str
    source: str
    findings: tuple[Finding, ...]
    provenance: Provenance
    floor: bool
    strategies: Mapping[Strategy, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """A step began: ``done`` of ``total`` are finished; ``label`` says in French what it does."""

    label: str
    done: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """Characters to append to what is shown."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Replace:
    """The text shown so far is to be replaced by ``text`` (a repair was better)."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """The last event of a run, always present unless the person stopped it."""

    draft: Draft


Event = Progress | Piece | Replace | Done
