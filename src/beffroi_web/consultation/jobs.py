"""The long work of this room: from a file of answers to themes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from beffroi.consultation.assign import Given
from beffroi.consultation.export import as_data
from beffroi.consultation.join import join
from beffroi.consultation.listen import listen
from beffroi.consultation.search import Remembering
from beffroi.consultation.types import Answer
from beffroi.embedding.local import LocalEmbedder
from beffroi_web.consultation import actions, convert, meaning, shelf
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.port import Context, handler

#: Answers from which two processes read the meaning, and all cores calculate.
MANY = 5_000


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
    with _calmly(len(answers)), LocalEmbedder(processes=_processes(answers)) as embedder:
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
        "points": meaning.keep(str(row.pk), result, answers, memory),
    }


@handler(actions.JOINING, title="Ajouter des réponses")
def joindre(context: Context) -> int:
    """Make more answers join, then keep the result. Gives the number of the consultation."""
    row = _row(context.args["consultation"])
    arrived = context.args["arrivee"]
    made = context.step("ajout", "Lecture du fichier", lambda: _joined(context, row, arrived))
    return context.record("resultat", lambda: actions.store_joined(row.pk, arrived, made))


def _joined(context: Context, row: Consultation, arrived: int) -> dict[str, Any]:
    arrival = row.arrivals.get(pk=arrived)
    last = row.changes.filter(undone=False).last()
    result, answers = shelf.opened(row)
    more = convert.answers_in(convert.table_at(arrival.file.path), row)
    with _calmly(len(answers)), LocalEmbedder(processes=_processes(more)) as embedder:
        memory = Remembering(embedder, known=meaning.known(row, answers))
        joined = join(result, answers, more, embedder=memory, report=context.progress)
    name = f"{row.pk}-{arrived}"
    return {
        "after": last.pk if last else 0,
        "answers": convert.answers_to_json(joined.answers[len(answers) :]),
        "found": as_data(joined.result),
        "points": meaning.keep(name, joined.result, joined.answers, memory),
        "said": joined.result.notices[-1],
    }


def _processes(answers: Sequence[Answer]) -> int:
    return 2 if len(answers) > MANY else 1


def _calmly(answers: int) -> AbstractContextManager[Any]:
    """One thread of calculation for few answers: more gain nothing on them, and keep the pages of
    the others waiting on a machine of two cores."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1) if answers <= MANY else nullcontext()


def _given(lines: str) -> tuple[Given, ...]:
    """The themes that the person listed, one a line."""
    titles = [line.strip() for line in lines.splitlines() if line.strip()]
    return tuple(Given(id=f"t{i}", title=title) for i, title in enumerate(titles, start=1))


def _row(number: int) -> Consultation:
    rows = Consultation.objects.across("a job knows its consultation by its number")
    found: Consultation = rows.get(pk=number)
    return found
