"""The questions, written from what an inhabitant wants, before any search was looked at.

``questions.jsonl``: ``registre`` (standard, familier, sms, fautes, apprenant, agee), ``type``
(repondue, sans_reponse, hors_limites), ``fiches`` (all the acceptable ones), ``reponse`` (an
expression, on the folded text, that a passage holding the answer matches) and ``part``: about a
third, chosen by the sum of the question, is « inconnue » : never learned from, never tuned on.
``questions_apprises.jsonl``: more questions, of another day and (XQ…) of another hand, that only
serve to learn.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from beffroi.knowledge import Passage
from beffroi.knowledge.terms import folded

PATH = Path(__file__).parent / "questions.jsonl"
LEARNED = PATH.with_name("questions_apprises.jsonl")


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    id: str
    text: str
    register: str
    kind: str
    sheets: frozenset[str]
    answer: re.Pattern[str]
    unseen: bool

    @property
    def answered(self) -> bool:
        return self.kind == "repondue"

    def answered_by(self, passage: Passage) -> bool:
        """The passage is of a right sheet and holds what was asked."""
        return passage.document_id in self.sheets and bool(self.answer.search(_whole(passage)))


def questions() -> list[Question]:
    """Those that are measured: known and unseen."""
    return _of(PATH)


def learned_from() -> list[Question]:
    """Those that weights are learned from: the known part and those written to be learned."""
    return [*(one for one in questions() if not one.unseen), *_of(LEARNED)]


def _of(path: Path) -> list[Question]:
    with path.open(encoding="utf-8") as lines:
        return [_question(json.loads(line)) for line in lines]


def _question(row: dict[str, object]) -> Question:
    text = str(row["question"])
    unseen = int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0
    if row["part"] == "apprise":
        unseen = False
    else:
        assert unseen == (row["part"] == "inconnue")
    sheets = row["fiches"]
    assert isinstance(sheets, list)
    return Question(
        id=str(row["id"]),
        text=text,
        register=str(row["registre"]),
        kind=str(row["type"]),
        sheets=frozenset(map(str, sheets)),
        answer=re.compile(str(row["reponse"]) or "$^"),
        unseen=unseen,
    )


def _whole(passage: Passage) -> str:
    return folded(passage.text)
