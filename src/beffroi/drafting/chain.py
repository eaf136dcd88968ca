"""The chain: everything that a language model writes takes this way, and no other.

policy → mask → prompt → model → unmask → check → repair → draft. Without a model, or when it
fails, the floor is given instead, with one clear sentence: never an error, never an empty page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from beffroi.drafting.checks import CHECKS, check_all
from beffroi.drafting.context import check_context
from beffroi.drafting.floor.build import build_floor
from beffroi.drafting.inputs import Inputs, complete
from beffroi.drafting.modele import Modele
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.types import Done, Draft, Event, Piece, Progress, Provenance, Request
from beffroi.errors import UnknownName
from beffroi.findings import Check
from beffroi.llm.types import ChatModel


def run(
    request: Request,
    *,
    model: ChatModel | None,
    modeles: Mapping[str, Modele],
    policy: Policy = DEFAULT_POLICY,
    checks: Sequence[Check] = CHECKS,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Events of one writing, the last one being :class:`Done`.

    Raises :class:`beffroi.errors.InputError` (before any event) when the request cannot be used,
    and :class:`beffroi.errors.Stopped` when ``stop()`` turns true; closing the generator stops
    the model too. A failure of the model is not an error here: it gives the floor.
    """
    modele = find_modele(modeles, request.modele)
    inputs = complete(request, modele)
    yield from _floor(request, modele, inputs, checks)


def find_modele(modeles: Mapping[str, Modele], name: str) -> Modele:
    """The modèle called ``name``. Raises :class:`UnknownName` with those that exist."""
    if name not in modeles:
        raise UnknownName(
            f"Aucun modèle ne s’appelle « {name} ».",
            next_step=f"Choisissez : {', '.join(sorted(modeles))}.",
        )
    return modeles[name]


def _floor(
    request: Request, modele: Modele, inputs: Inputs, checks: Sequence[Check]
) -> Iterator[Event]:
    yield Progress(label="Recherche des passages utiles", done=0, total=1)
    built = build_floor(modele, inputs)
    yield Piece(text=built.text)
    findings = check_all(
        inputs.source, built.text, check_context(modele, inputs, request), checks=checks
    )
    yield Done(
        draft=Draft(
            text=built.text,
            source=inputs.source,
            findings=findings,
            provenance=_provenance(request, modele, inputs),
            floor=True,
            strategies={"plancher": 1},
            notices=built.notices,
        )
    )


def _provenance(request: Request, modele: Modele, inputs: Inputs) -> Provenance:
    return Provenance(
        modele=modele.name,
        modele_version=modele.version,
        created_at=datetime.now(UTC),
        source_name=request.source_name,
        source_sha256=hashlib.sha256(inputs.source.encode("utf-8")).hexdigest(),
        author=request.author,
        collectivite=request.collectivite,
    )
