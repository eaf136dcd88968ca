"""Rows ↔ core types: a consultation's file, its answers, its result with the changes of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from beffroi.consultation import changes, survey
from beffroi.consultation.load import from_data
from beffroi.consultation.table import Table, read_table
from beffroi.consultation.types import Answer, Result
from beffroi.errors import InputError
from beffroi_web.consultation.models import JOINED, Change, Consultation


def table_of(consultation: Consultation) -> Table:
    """The table of the file given. Raises ``InputError``."""
    return read_table(Path(consultation.file.path))


def table_at(path: str) -> Table:
    """The table of another file. Raises ``InputError``."""
    return read_table(Path(path))


def answers_in(table: Table, consultation: Consultation) -> tuple[Answer, ...]:
    """The answers of the column chosen, with the profile columns chosen. Raises ``InputError``."""
    answers = survey.answers_of(table, consultation.column, person=consultation.person)
    if consultation.profile is None:
        return answers
    places = [(name, table.column(name)) for name in consultation.profile]
    return tuple(
        replace(answer, profile={name: said for name, at in places if (said := row[at].strip())})
        for answer, row in zip(answers, table.rows, strict=True)
    )


def given_answers(consultation: Consultation) -> tuple[Answer, ...]:
    """The answers of the file, then those that joined and are analysed with it, numbered on."""
    answers = answers_in(table_of(consultation), consultation)
    for arrival in consultation.arrivals.filter(included=True):
        more = answers_in(table_at(arrival.file.path), consultation)
        after = len(answers)
        answers += tuple(replace(answer, row=after + i) for i, answer in enumerate(more, start=1))
    return answers


def answers_of(consultation: Consultation) -> tuple[Answer, ...]:
    """The answers as they were analysed, then those that joined."""
    rows = list(consultation.answers or [])
    for change in consultation.changes.filter(undone=False, act=JOINED):
        rows += consultation.arrivals.get(pk=change.args["arrivee"]).answers
    return answers_from_json(rows)


def answers_to_json(answers: Sequence[Answer]) -> list[list[Any]]:
    return [[a.row, a.text, a.person, dict(a.profile)] for a in answers]


def answers_from_json(rows: Sequence[Sequence[Any]]) -> tuple[Answer, ...]:
    return tuple(
        Answer(row=row, text=text, person=person, profile=profile)
        for row, text, person, profile in rows
    )


def result_of(consultation: Consultation, answers: Sequence[Answer]) -> Result:
    """What the machine found, then every decision that was not undone, in order."""
    result = from_data(consultation.found)
    for change in consultation.changes.filter(undone=False).select_related("author"):
        if change.act == JOINED:
            result = from_data(consultation.arrivals.get(pk=change.args["arrivee"]).found)
            continue
        try:
            result = applied(result, answers, change.act, change.args, by=change.author.name)
        except InputError:  # what it bore on was undone since: it has nothing left to do
            continue
    return result


def applied(
    result: Result, answers: Sequence[Answer], act: str, args: Mapping[str, Any], *, by: str
) -> Result:
    """``result`` after one decision. Raises ``InputError`` when it bears on nothing."""
    match act:
        case "renommer":
            return changes.rename(result, answers, theme=args["theme"], title=args["titre"])
        case "fusionner":
            return changes.merge(result, answers, theme=args["theme"], into=args["vers"], by=by)
        case "ranger":
            return changes.nest(result, answers, theme=args["theme"], under=args["vers"])
        case "deplacer":
            return changes.move(result, answers, row=args["reponse"], theme=args["vers"], by=by)
        case "suivre":
            moves = {int(row): theme for row, theme in args["reponses"].items()}
            return changes.move_all(result, answers, moves=moves, by=by)
        case "scinder":
            return changes.split(
                result, answers, theme=args["theme"], word=args["mot"], title=args["titre"], by=by
            )
        case "creer":
            return changes.create(result, answers, title=args["titre"])
        case "supprimer":
            return changes.delete(result, answers, theme=args["theme"], by=by)
    raise ValueError(act)


def said(change: Change | str, args: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """A decision in one sentence, for the list of decisions."""
    of = titles.get(str(args.get("theme", "")), "")
    into = titles.get(str(args.get("vers", "")), "")
    match change:
        case "renommer":
            return f"« {of} » renommé « {args['titre']} »"
        case "fusionner":
            return f"« {of} » réuni à « {into} »"
        case "ranger":
            place = f"rangé sous « {into} »" if into else "devenu un thème"
            return f"« {of} » {place}"
        case "deplacer":
            place = f"« {into} »" if into else "« non classé »"
            return f"Réponse {args['reponse']} déplacée vers {place}"
        case "suivre":
            count = len(args["reponses"])
            verb = "réponses ont" if count > 1 else "réponse a"
            return f"{count} {verb} suivi vos corrections"
        case "scinder":
            return f"« {args['titre']} » séparé de « {of} » (mot : {args['mot']})"
        case "creer":
            return f"Thème « {args['titre']} » créé"
    return f"« {of} » supprimé"
