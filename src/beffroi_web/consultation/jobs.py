"""The long work of this room: from a file of answers to themes."""

from __future__ import annotations

from typing import Any

from beffroi.consultation.assign import Given
from beffroi.consultation.export import as_data
from beffroi.consultation.listen import listen
from beffroi.consultation.search import Remembering
from beffroi.embedding.local import LocalEmbedder
from beffroi_web.consultation import actions, convert, meaning
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.port import Context, handler


@handler(actions.ANALYSING, title="Dépouiller une consultation")
def depouiller(context: Context) -> int:
    """Analyse the answers, then keep what was found. Gives the number of the consultation."""
    row = _row(context.args["consultation"])
    made = context.step("analyse", "Lecture du fichier", lambda: _analysed(context, row))
    return context.record(
        "resultat",
        lambda: actions.store_found(row.pk, made["answers"], made["found"], made["points"]),
    )


def _analysed(context: Context, row: Consultation) -> dict[str, Any]:
    answers = convert.answers_in(convert.table_of(row), row)
    with LocalEmbedder(processes=2 if len(answers) > 5_000 else 1) as embedder:
        memory = Remembering(embedder)
        result = listen(
            answers,
            question=row.asked,
            embedder=memory,
            given=_given(row.given),
            report=context.progress,
        )
    context.progress("Carte des idées", 1, 1)
    return {
        "answers": convert.answers_to_json(answers),
        "found": as_data(result),
        "points": meaning.keep(row.pk, result, answers, memory),
    }


def _given(lines: str) -> tuple[Given, ...]:
    """The themes that the person listed, one a line."""
    titles = [line.strip() for line in lines.splitlines() if line.strip()]
    return tuple(Given(id=f"t{i}", title=title) for i, title in enumerate(titles, start=1))


def _row(number: int) -> Consultation:
    rows = Consultation.objects.across("a job knows its consultation by its number")
    found: Consultation = rows.get(pk=number)
    return found
