"""What a person decides on the mentions of a text: one decision for all those of an entity."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from beffroi.privacy.fold import fold
from beffroi.privacy.overlaps import resolve
from beffroi.privacy.types import Kind, Masked, Mention

Decision = Literal["masquer", "laisser", ""]

#: Below this confidence, a person should look.
DOUBTFUL = 0.72


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """One entity: ``key`` is stable from one review to the next, ``texts`` its ways of writing."""

    key: str
    kind: Kind
    token: str
    texts: tuple[str, ...]
    count: int
    confidence: float
    decision: Decision = ""

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look, and nobody has decided."""
        return self.confidence < DOUBTFUL and not self.decision


def groups(masked: Masked, decisions: Mapping[str, Decision]) -> list[Group]:
    """The entities of ``masked``, the least sure first."""
    by_entity: dict[str, list[int]] = {}
    for at, placed in enumerate(masked.placed):
        by_entity.setdefault(placed.entity, []).append(at)
    found = [_group(masked, entity, places, decisions) for entity, places in by_entity.items()]
    return sorted(found, key=lambda group: (not group.doubtful, group.kind, group.key))


def _group(
    masked: Masked, entity: str, places: Sequence[int], decisions: Mapping[str, Decision]
) -> Group:
    mentions = [masked.placed[at].mention for at in places]
    texts = tuple(dict.fromkeys(mention.text for mention in mentions))
    key = key_of(mentions[0].kind, max(texts, key=len))
    return Group(
        key=key,
        kind=mentions[0].kind,
        token=f"[{entity}]",
        texts=texts,
        count=len(mentions),
        confidence=max(mention.confidence for mention in mentions),
        decision=decisions.get(key, ""),
    )


def key_of(kind: Kind, text: str) -> str:
    """A short name for an entity, which tells nothing of it in a form or a log."""
    return hashlib.sha256(f"{kind}:{fold(text) or text}".encode()).hexdigest()[:16]


def added(text: str, wanted: Iterable[str]) -> list[Mention]:
    """What a person selected to be masked too, everywhere in ``text``, in any case."""
    found = []
    for item in wanted:
        pattern = rf"(?<!\w){re.escape(item.strip())}(?!\w)" if item.strip() else r"(?!)"
        for match in re.finditer(pattern, text, re.I):
            found.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    kind="other",
                    text=match[0],
                    confidence=1.0,
                    rule="relecture",
                )
            )
    return found


def decided(
    mentions: Iterable[Mention], left: Iterable[Group], more: Iterable[Mention] = ()
) -> tuple[Mention, ...]:
    """The mentions to mask: those found, without the groups left in clear, with those added."""
    clear = {(group.kind, text) for group in left for text in group.texts}
    return resolve([*(m for m in mentions if (m.kind, m.text) not in clear), *more])


def doubt(found: Iterable[Group]) -> float:
    """The meter of doubt, 0 to 1: the share of the entities that somebody should look at."""
    every = list(found)
    return sum(group.doubtful for group in every) / len(every) if every else 0.0
