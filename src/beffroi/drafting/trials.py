"""The essais of a modèle: its own cases, run without a model and with one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.drafting.chain import run
from beffroi.drafting.checks import CHECKS
from beffroi.drafting.checks.citations import CITATION
from beffroi.drafting.modele import Modele, Trial
from beffroi.drafting.policy import DEFAULT_POLICY, Policy
from beffroi.drafting.sms import count_sms
from beffroi.drafting.types import Done, Draft, Request
from beffroi.errors import BeffroiError
from beffroi.findings import Check
from beffroi.llm.types import ChatModel
from beffroi.privacy import NO_LISTS, Lists

#: Families of findings that say that a fact was lost, changed or added.
_FACT_TYPES = re.compile(r"\.(?:omission|changement|ajout|borne)")


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialResult:
    """What became of one essai. ``failures`` in French, empty when all held; ``skipped`` says why
    it was not run."""

    trial: Trial
    with_model: bool
    failures: tuple[str, ...]
    text: str = ""
    skipped: str = ""

    @property
    def held(self) -> bool:
        return not self.failures


def try_modele(modele: Modele, *, model: ChatModel | None = None) -> list[TrialResult]:
    """Every essai of ``modele``, one result each, in order."""
    results = [try_one(modele, trial, model=model) for trial in modele.trials]
    assert len(results) == len(modele.trials)
    return results


def try_one(
    modele: Modele,
    trial: Trial,
    *,
    model: ChatModel | None,
    checks: Sequence[Check] = CHECKS,
    policy: Policy = DEFAULT_POLICY,
    lists: Lists = NO_LISTS,
) -> TrialResult:
    """One essai. An error of the product is a failure of the essai, never an exception.

    ``policy`` and ``lists`` are those of :func:`beffroi.drafting.run`.
    """
    if trial.expected.needs_model and model is None:
        return TrialResult(
            trial=trial, with_model=False, failures=(), skipped="demande un modèle de langage"
        )
    request = Request(
        modele=modele.name,
        values=dict(trial.values),
        options=dict(trial.options),
        collectivite="Commune de Saint-Aubin",
    )
    try:
        events = run(
            request,
            model=model,
            modeles={modele.name: modele},
            checks=checks,
            policy=policy,
            lists=lists,
        )
        draft = next(event.draft for event in events if isinstance(event, Done))
    except BeffroiError as error:
        return TrialResult(trial=trial, with_model=model is not None, failures=(error.sentence,))
    return TrialResult(
        trial=trial,
        with_model=model is not None,
        failures=tuple(failures(trial, draft, gsm7=modele.output.alphabet == "gsm7")),
        text=draft.text,
    )


def failures(trial: Trial, draft: Draft, *, gsm7: bool) -> list[str]:
    """What does not hold, in French."""
    wanted, text = trial.expected, _bare(draft.text)
    told = [f"ne dit pas « {words} »" for words in wanted.contains if _bare(words) not in text]
    told += [f"dit « {words} »" for words in wanted.silent_about if _bare(words) in text]
    size = count_sms(draft.text).units if gsm7 else len(draft.text)
    if wanted.max_characters is not None and size > wanted.max_characters:
        told.append(f"fait {size} caractères, au plus {wanted.max_characters}")
    quotes = len(CITATION.findall(draft.text))
    if wanted.min_quotes is not None and quotes < wanted.min_quotes:
        told.append(f"cite {quotes} passages, au moins {wanted.min_quotes}")
    return told + _points(trial, draft)


def _points(trial: Trial, draft: Draft) -> list[str]:
    serious = [f for f in draft.findings if f.severity != "information"]
    if not trial.expected.keeps_every_fact:
        serious = [f for f in serious if not _FACT_TYPES.search(f.type) or f.severity == "bloquant"]
    if not trial.expected.no_blocking:
        serious = [f for f in serious if f.severity != "bloquant"]
    shown = [f for f in serious if f.severity == "bloquant" or _FACT_TYPES.search(f.type)]
    return [f"{f.title} : « {f.source_text or f.draft_text} »" for f in shown]


def _bare(text: str) -> str:
    """Lower case, plain apostrophes, single spaces."""
    plain = text.replace("’", "'").translate({0xA0: " ", 0x202F: " "})
    return " ".join(plain.lower().split())


def summary(results: Sequence[TrialResult]) -> str:
    """One French line: how many held, failed, were left out."""
    left = sum(bool(result.skipped) for result in results)
    held = sum(result.held for result in results) - left
    failed = len(results) - held - left
    parts = [f"{held} réussis", f"{failed} échoués"] + ([f"{left} laissés"] if left else [])
    return f"{len(results)} essais : {', '.join(parts)}."
