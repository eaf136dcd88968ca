"""The long work of this room, from a file of answers to themes, loaded when there is some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

from beffroi.consultation.assign import Given
from beffroi.consultation.export import as_data
from beffroi.consultation.join import join
from beffroi.consultation.listen import listen
from beffroi.consultation.load import from_data
from beffroi.consultation.search import Remembering
from beffroi.consultation.themes_file import themes_in
from beffroi.consultation.types import Answer, Result
from beffroi.consultation.wording import worded
from beffroi.embedding.local import LocalEmbedder
from beffroi.errors import ModelError
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.consultation import convert, meaning, shelf, storing
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.port import Context
from beffroi_web.llm.choose import model_for, policy_of

#: Answers from which two processes read the meaning, and all cores calculate.
MANY = 5_000
#: Hundredths of its time after which each step of an analysis begins, and its end (measured on
#: 300 answers: reading the meaning takes most of it; from 10,000 on, a little less).
SPENT = (0, 1, 2, 80, 90, 95, 97)
#: What a model may change of a result; the rest is counted before it speaks.
WORDED = ("themes", "synthesis", "tracks", "notices")
WITHOUT = (
    "Sans modèle de langage\N{NO-BREAK SPACE}: les titres et la synthèse sont calculés avec les "
    "mots des réponses."
)


def analyse(context: Context) -> int:
    """Analyse the answers, then keep what was found. Gives the number of the consultation."""
    row = _row(context.args["consultation"])
    made = context.step("analyse", "Lecture du fichier", lambda: _analysed(context, row))
    said = context.step("titres", "Titres et synthèse", lambda: _said(context, row, made))
    found = {**made["found"], **said}
    return context.record(
        "resultat",
        lambda: storing.store_found(row.pk, made["answers"], found, made["points"]),
    )


def _analysed(context: Context, row: Consultation) -> dict[str, Any]:
    answers = convert.given_answers(row)
    with _calmly(len(answers)), LocalEmbedder(processes=_processes(answers)) as embedder:
        memory = Remembering(embedder)
        result = listen(
            answers,
            question=row.asked,
            embedder=memory,
            given=_given(row.given),
            report=_paced(context),
        )
    context.progress("Carte des idées", 97, 100)
    return {
        "answers": convert.answers_to_json(answers),
        "found": as_data(result),
        "points": meaning.keep(f"{row.pk}-{context.job.pk}", result, answers, memory),
    }


def _paced(context: Context) -> Callable[[str, float, int], None]:
    """The steps of the analysis in hundredths of the time that they take: what is left can be
    told from what is spent."""

    def report(label: str, done: float, total: int) -> None:
        step = min(int(done), total - 1)
        start, end = SPENT[step], SPENT[step + 1]
        context.progress(label, round(start + (end - start) * (done - step)), 100)

    return report


def _said(context: Context, row: Consultation, made: dict[str, Any]) -> dict[str, Any]:
    """What the model of the authority words of what was computed; without one, a sentence says so.

    A step of its own: a process that dies while the model speaks does not analyse again.
    """
    result = from_data(made["found"])
    try:
        said = _worded(context, row, result, convert.answers_from_json(made["answers"]))
    except ModelError as error:
        said = replace(result, notices=(*result.notices, f"{WITHOUT} {error.sentence}"))
    data = as_data(said)
    return {part: data[part] for part in WORDED}


def _worded(
    context: Context, row: Consultation, result: Result, answers: Sequence[Answer]
) -> Result:
    model = model_for(row.collectivite, owner=str(row.owner_id))
    if model is None:
        return replace(result, notices=(*result.notices, WITHOUT))
    return worded(
        result,
        answers,
        model=model,
        naming=() if row.given.strip() else None,
        policy=policy_of(row.collectivite),
        lists=lists_of(row.collectivite),
        report=context.progress,
        stop=lambda: context.stopping,
    )


def make_join(context: Context) -> int:
    """Make more answers join, then keep the result. Gives the number of the consultation."""
    row = _row(context.args["consultation"])
    arrived = context.args["arrivee"]
    made = context.step("ajout", "Lecture du fichier", lambda: _joined(context, row, arrived))
    return context.record("resultat", lambda: storing.store_joined(row.pk, arrived, made))


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
    """The themes that the person listed."""
    return themes_in(lines) if lines.strip() else ()


def _row(number: int) -> Consultation:
    rows = Consultation.objects.across("a job knows its consultation by its number")
    found: Consultation = rows.get(pk=number)
    return found
