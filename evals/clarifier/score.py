"""What is counted: facts kept (by the fidelity room, and by a plain counter of figures that the
chain does not use), clarity (sentences over 20 words), the limit of SMS."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from beffroi.drafting import Done, Request, run, shipped_modeles
from beffroi.drafting.checks import check_all
from beffroi.drafting.checks.facts import check_facts
from beffroi.drafting.sms import count_sms
from beffroi.findings import CheckContext
from beffroi.french.sentences import sentences
from evals.clarifier.texts import Passage

CONTEXT = CheckContext(
    kind="plain", may_omit=frozenset({"visa", "reference_juridique", "signataire"})
)
LONG = 20


@dataclass(kw_only=True)
class Arm:
    """Counts over the texts of one way of writing."""

    texts: int = 0
    no_blocking: int = 0
    no_finding: int = 0
    figures: int = 0
    sentences: int = 0
    long: int = 0
    clearer: int = 0
    seconds: float = 0.0
    strategies: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)


@dataclass(kw_only=True)
class Scores:
    """Both ways of plain language, the source itself, and the SMS."""

    arms: dict[str, Arm]
    sms: int = 0
    sms_held: int = 0
    sms_floor: int = 0
    ruled: int = 0
    ruled_held: int = 0

    @classmethod
    def of(
        cls, texts: Sequence[Passage], found: Mapping[tuple[str, str], dict[str, Any]]
    ) -> Scores:
        """Only texts that both ways have written are compared."""
        scores = cls(arms={"source": Arm(), "brut": Arm(), "chaine": Arm()})
        for text in texts:
            if ("brut", text.id) in found and ("chaine", text.id) in found:
                _add(scores.arms["source"], text, {"draft": text.text, "seconds": 0})
                _add(scores.arms["brut"], text, found["brut", text.id])
                _add(scores.arms["chaine"], text, found["chaine", text.id])
            if ("sms", text.id) in found:
                scores.sms += 1
                scores.sms_held += count_sms(found["sms", text.id]["draft"]).parts == 1
                scores.sms_floor += found["sms", text.id]["floor"]
            scores.ruled += 1
            scores.ruled_held += count_sms(_ruled_sms(text)).parts == 1
        return scores


def _ruled_sms(text: Passage) -> str:
    """The SMS without a model."""
    request = Request(modele="sms-alerte", values={"texte": text.text})
    events = run(request, model=None, modeles=shipped_modeles())
    return next(event.draft.text for event in events if isinstance(event, Done))


def figures(text: str) -> Counter[str]:
    """Every run of digits, spaces between thousands apart."""
    return Counter(re.findall(r"\d+", re.sub(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}\b)", "", text)))


def _add(arm: Arm, text: Passage, row: Mapping[str, Any]) -> None:
    draft = row["draft"]
    found = check_all(text.text, draft, CONTEXT, checks=(check_facts,))
    bad = [finding for finding in found if finding.severity != "information"]
    arm.texts += 1
    arm.no_blocking += not any(f.severity == "bloquant" for f in bad)
    arm.no_finding += not bad
    arm.types.update(f"{f.type}" for f in bad)
    arm.figures += set(figures(text.text)) <= set(figures(draft))
    mine, its = _lengths(draft), _lengths(text.text)
    arm.sentences += len(mine)
    arm.long += sum(length > LONG for length in mine)
    arm.clearer += _share(mine) < _share(its)
    arm.seconds += row["seconds"]
    arm.strategies.update(row.get("strategies", {}))


def _lengths(text: str) -> list[int]:
    return [len(span.of(text).split()) for span in sentences(text)]


def _share(lengths: Sequence[int]) -> float:
    return sum(length > LONG for length in lengths) / max(1, len(lengths))


def table(scores: Scores, asked: int) -> str:
    """The figures in French, with what they count."""
    arms = scores.arms
    done = arms["brut"].texts
    lines = [
        f"Textes écrits des deux façons : {done} sur {asked}.",
        "",
        "| | original | modèle seul, en une fois | chaîne |",
        "|---|---:|---:|---:|",
        _line(
            "Aucun fait perdu, changé ou ajouté (rien de bloquant)", arms, "no_blocking", "texts"
        ),
        _line("Aucun point, même à vérifier", arms, "no_finding", "texts"),
        _line("Tous les nombres présents (compteur indépendant)", arms, "figures", "texts"),
        _line("Phrases de plus de 20 mots", arms, "long", "sentences"),
        _line("Textes dont la part de phrases longues baisse", arms, "clearer", "texts"),
    ]
    if done:
        means = " | ".join(f"{arm.seconds / done:.0f} s" for arm in arms.values())
        lines.append(f"| Temps moyen par texte | {means} |")
    lines += ["", f"Stratégies retenues par la chaîne : {_counted(arms['chaine'].strategies)}."]
    lines += [f"Points relevés, modèle seul : {_counted(arms['brut'].types)}."]
    lines += [f"Points relevés, chaîne : {_counted(arms['chaine'].types)}."]
    lines.append(
        f"SMS en un seul message de 160 caractères : {scores.sms_held} sur {scores.sms} avec le "
        f"modèle (dont {scores.sms_floor} faits par règles, le modèle n’ayant pas tenu), "
        f"{scores.ruled_held} sur {scores.ruled} sans modèle."
    )
    return "\n".join(lines)


def _line(title: str, arms: Mapping[str, Arm], part: str, whole: str) -> str:
    cells = [
        f"{getattr(a, part)}/{getattr(a, whole)}{_percent(a, part, whole)}" for a in arms.values()
    ]
    return f"| {title} | {' | '.join(cells)} |"


def _percent(arm: Arm, part: str, whole: str) -> str:
    total = getattr(arm, whole)
    return f" ({100 * getattr(arm, part) / total:.0f} %)" if total else ""


def _counted(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {number}" for name, number in ordered) or "aucun"
