"""A summary whose sentences are cited: the code chooses the passages, the model only rewords."""

from __future__ import annotations

from beffroi.drafting.floor.extracts import Extract, best_extracts, passages
from beffroi.drafting.floor.phrase import reason
from beffroi.drafting.floor.rewrite import rewrite_by_rule
from beffroi.drafting.inputs import Inputs
from beffroi.drafting.units import Plan, Unit
from beffroi.errors import InputError

MAX_SENTENCES = 20


def sentence_count(inputs: Inputs) -> int:
    """How many sentences the person asked for: a number (field ``phrases``), else a length, else
    5."""
    asked = inputs.values.get("phrases", "") or str(inputs.passages(5))
    if not asked.isdigit() or not 1 <= int(asked) <= MAX_SENTENCES:
        raise InputError(
            f"Le nombre de phrases doit aller de 1 à {MAX_SENTENCES}.",
            next_step="Écrivez par exemple 5.",
        )
    return int(asked)


def summary_units(text: str, inputs: Inputs) -> Plan:
    """One unit for each chosen passage, followed by its citation ``[n]``."""
    extracts = best_extracts(text, sentence_count(inputs))
    units = tuple(
        Unit(
            index=rank,
            text=reason(extract.text),
            before="\n\n" if rank else "",
            span=extract.span,
            rewrite=len(extract.text.split()) > 9,
            after=f" [{extract.passage}]",
        )
        for rank, extract in enumerate(extracts)
    )
    return Plan(units=units, notices=_notices(text, extracts, sentence_count(inputs)))


def summary_text(text: str, inputs: Inputs) -> tuple[str, tuple[str, ...]]:
    """The summary without a model: exact sentences, cited."""
    plan = summary_units(text, inputs)
    texts = [f"{u.before}{rewrite_by_rule(u.text)}{u.after}" for u in plan.units]
    return "".join(texts), plan.notices


def _notices(text: str, extracts: tuple[Extract, ...], asked: int) -> tuple[str, ...]:
    total = len(passages(text))
    told = [f"Chaque numéro entre crochets renvoie à l’une des {total} phrases de l’original."]
    if len(extracts) < asked:
        told.append(f"L’original ne donne que {len(extracts)} phrases à citer.")
    return tuple(told)
