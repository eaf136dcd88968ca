"""Answers that inhabitants found useful, as *essais* of an assistant: the same question must go on
citing the same documents."""

from __future__ import annotations

import io
import zipfile

from django.db.models import QuerySet

from beffroi.assistants import PLAIN
from beffroi.assistants.assistant import Expected, Trial
from beffroi.assistants.assistant_write import to_files
from beffroi.privacy.tokens import PATTERN
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.public.models import Question

#: Essais of one file; the latest opinions count.
MOST = 200


def useful(collectivite: Collectivite) -> QuerySet[Question]:
    """Answers rated useful, in French, with their documents."""
    rows: QuerySet[Question] = Question.objects.for_(collectivite)
    return rows.filter(helped=True, status="repondu", language="fr").exclude(cited=[])


def trials(collectivite: Collectivite) -> list[Trial]:
    """One essai a question; a question in which something was masked asks nothing and is left."""
    questions = {row.text: row for row in useful(collectivite)[:MOST]}
    return [_trial(row) for text, row in questions.items() if not PATTERN.search(text)]


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
