"""What agents read of the public page: questions without an answer, grouped; figures. Reads, but
for the rows of the encoder, kept beside the questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.public.groups import grouped
from beffroi_web.public.models import Question

if TYPE_CHECKING:
    from beffroi.embedding.rows import Rows

#: Questions grouped on the page, the latest; the page says how many are left.
MOST_GROUPED = 400
#: Questions of one group that the page writes out.
MOST_SHOWN = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """Questions that say the same thing, the clearest first."""

    questions: list[Question]

    @property
    def title(self) -> str:
        return self.questions[0].text

    @property
    def others(self) -> list[Question]:
        return self.questions[1:MOST_SHOWN]

    @property
    def left(self) -> int:
        return max(0, len(self.questions) - MOST_SHOWN)

    @property
    def numbers(self) -> str:
        return " ".join(str(question.pk) for question in self.questions)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    asked: int
    answered: int
    not_found: int
    emergencies: int
    useful: int
    useless: int


def unanswered(collectivite: Collectivite) -> QuerySet[Question]:
    """What the documents did not answer, or answered badly says the visitor."""
    rows: QuerySet[Question] = Question.objects.for_(collectivite).filter(handled_at=None)
    badly = Q(status="repondu", helped=False)
    return rows.filter(Q(status="pas_trouve") | badly).exclude(text="")


def themes(collectivite: Collectivite) -> list[Theme]:
    """The latest unanswered questions, those that say the same thing together."""
    questions = list(unanswered(collectivite)[:MOST_GROUPED])
    if not questions:
        return []
    groups = grouped(_meanings(questions))
    return [Theme(questions=[questions[rank] for rank in group.members]) for group in groups]


def _meanings(questions: list[Question]) -> Rows:
    """A row a question; those that have none are given theirs, once."""
    import numpy as np

    from beffroi_web.knowledge.index import embedder

    bare = [question for question in questions if question.meaning is None]
    rows = embedder().embed([question.text for question in bare]) if bare else []
    for question, row in zip(bare, rows, strict=True):
        question.meaning = row.tobytes()
        question.save(update_fields=["meaning"])
    return np.stack([np.frombuffer(question.meaning, dtype=np.float32) for question in questions])


def figures(collectivite: Collectivite) -> Figures:
    """Counts over what is kept."""
    counted = Question.objects.for_(collectivite).aggregate(
        asked=Count("pk"),
        answered=Count("pk", filter=Q(status="repondu")),
        not_found=Count("pk", filter=Q(status="pas_trouve")),
        emergencies=Count("pk", filter=Q(status="urgence")),
        useful=Count("pk", filter=Q(helped=True)),
        useless=Count("pk", filter=Q(helped=False)),
    )
    return Figures(**counted)
