"""What a council decided, from its deliberation: what was asked of it, and its vote.

« Il est proposé au Conseil : – de fixer le tarif à 12 €. » with « Le Conseil adopte. » is « Le
conseil municipal a décidé de fixer le tarif à 12 €. » Without the vote, the proposal stays one.
"""

from __future__ import annotations

import re

from beffroi.drafting.floor.act import DELIBERATION, Act, Line
from beffroi.drafting.floor.phrase import sentence_case
from beffroi.drafting.floor.questions import DECISION

_SO = re.compile(r"^(?:en conséquence|c[’']est pourquoi|par conséquent|aussi),? ", re.IGNORECASE)
_ASKED = re.compile(
    r"^il est (?:donc )?(?:proposé|demandé) (?:au|à notre) conseil(?: municipal| communautaire)?"
    r"(?: de (?:la ville|montpellier))?,?[ \u00a0]*(?:de)?[ \u00a0]*:?[ \u00a0]*",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"\bconseil (?:municipal |communautaire )?(?:adopte|approuve)\b", re.I)
#: Decisions that only carry out the others: an announcement leaves them to the act.
_ROUTINE = re.compile(
    r"(?:de |d[’'])?(?:autoriser .*(?:signer|signature)|dire que|imputer|inscrire|charger"
    r"|habiliter|donner (?:tout )?pouvoir|prélever)",
    re.IGNORECASE,
)
_DE = re.compile(r"(?:de[ \u00a0]|d[’'])", re.IGNORECASE)
_VOWEL = re.compile(r"[aâàeéèêëiîïoôuûyh]", re.IGNORECASE)


def decided(act: Act) -> tuple[str, str]:
    """The decision as a sentence, and the vote when the decision does not say it already."""
    lines = act.all("regle")
    rank = next((i for i, line in enumerate(lines) if DECISION.search(act.of(line))), None)
    vote = next((act.of(x) for x in reversed(lines) if DELIBERATION.search(act.of(x))), "")
    if rank is None:
        return sentence_case(vote), ""
    asked = _SO.sub("", act.of(lines[rank]))
    items = _items(act, lines[rank + 1 :])
    if not asked.endswith(":") or not items:
        said = sentence_case(asked)
        return said, sentence_case(vote) if vote and vote not in act.of(lines[rank]) else ""
    head = _ASKED.match(asked)
    if head is None or head.end() < len(asked):
        return sentence_case(f"{asked} {', '.join(items)}"), ""
    adopted = bool(_ADOPTED.search(vote))
    lead = "Le conseil municipal a décidé" if adopted else asked[: head.end()].rstrip(" :\u00a0")
    lead = re.sub(r" de$", "", lead)
    said = f"{lead} {' et '.join(map(_with_de, items))}"
    return sentence_case(said), "" if adopted else sentence_case(vote)


def _items(act: Act, lines: list[Line]) -> list[str]:
    """The items that follow, without the routine ones when others are left."""
    found: list[str] = []
    for line in lines:
        if not line.item:
            break
        found.append(act.of(line).rstrip(" ,;.\u00a0"))
    telling = [words for words in found if not _ROUTINE.match(words)]
    return telling or found


def _with_de(item: str) -> str:
    """« Fixer le tarif » → « de fixer le tarif » ; « D’adopter » → « d’adopter »."""
    small = item[:1].lower() + item[1:]
    if _DE.match(small):
        return small
    return f"d’{small}" if _VOWEL.match(small) else f"de {small}"
