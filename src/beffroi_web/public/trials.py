"""Answers that inhabitants found useful, as *essais* of an assistant: the same question must go on
citing the same documents."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from beffroi.assistants import PLAIN
from beffroi.assistants.assistant import Expected, Trial
from beffroi.assistants.assistant_write import to_files
from beffroi.privacy.tokens import PATTERN
from beffroi_web.accounts.actions import require
from beffroi_web.assistants import trial_writing
from beffroi_web.assistants.available import latest, own
from beffroi_web.assistants.models import OwnAssistant
from beffroi_web.assistants.writing import may_change
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.public.actions import FOLLOWING
from beffroi_web.public.models import Question

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

#: Essais of one file; the latest opinions count.
MOST = 200


def useful(collectivite: Collectivite) -> QuerySet[Question]:
    """Answers rated useful, in French, with their documents."""
    rows: QuerySet[Question] = Question.objects.for_(collectivite)
    return rows.filter(helped=True, status="repondu", language="fr").exclude(cited=[])


def kept(collectivite: Collectivite) -> list[Question]:
    """The last answer of each question; one in which something was masked asks nothing and is
    left."""
    questions = {row.text: row for row in reversed(useful(collectivite)[:MOST])}
    return [row for text, row in reversed(questions.items()) if not PATTERN.search(text)]


def trials(collectivite: Collectivite) -> list[Trial]:
    """One essai a question."""
    return [_trial(row) for row in kept(collectivite)]


def offered(collectivite: Collectivite, *, most: int) -> list[Question]:
    """The latest that no assistant has received yet."""
    return [row for row in kept(collectivite) if not row.essai][:most]


def receivers(user: User, collectivite: Collectivite) -> list[tuple[str, str]]:
    """The assistants to which this person may add an essai: name, title."""
    rows = own(user, collectivite)
    return [(row.name, latest(row).title) for row in rows if may_change(row, user)]


def give(question: Question, row: OwnAssistant, *, actor: User) -> None:
    """The answer becomes an essai of ``row``. Raises ``InputError``."""
    require(actor, FOLLOWING, question.collectivite)
    cited = [identifier for identifier, _ in question.cited]
    trial_writing.from_rated(row, question.text, cited, user=actor)
    question.essai = row.name
    question.save(update_fields=["essai"])


def _trial(row: Question) -> Trial:
    cited = tuple(dict.fromkeys(identifier for identifier, _ in row.cited))
    return Trial(
        name=f"habitants-{row.pk}",
        title=f"Un habitant a demandé : {row.text}"[:120],
        question=row.text,
        before=(),
        expected=Expected(status="repondu", cites=cited[:1]),
    )


def archive(collectivite: Collectivite) -> bytes:
    """The files ``essais/*.toml``, ready to be put in the folder of an assistant."""
    from dataclasses import replace

    files = to_files(replace(PLAIN, trials=tuple(trials(collectivite))))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archived:
        for path, text in sorted(files.items()):
            if path.startswith("essais/"):
                archived.writestr(path, text)
    return made.getvalue()
