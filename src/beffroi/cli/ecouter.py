"""``beffroi ecouter``: from a file of answers to a folder with the result and its reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi.consultation.assign import Given
    from beffroi.consultation.folder import Asked
    from beffroi.consultation.sources import Source
    from beffroi.consultation.table import Table
    from beffroi.llm.types import ChatModel


@click.command("ecouter")
@click.argument("fichier", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--colonne",
    multiple=True,
    help="Colonne des réponses (plusieurs fois pour plusieurs questions : un dossier chacune). "
    "Sans elle : la plus longue question ouverte.",
)
@click.option(
    "--personne", default="", help="Colonne qui dit qui répond, pour compter les personnes."
)
@click.option(
    "--question", multiple=True, help="Texte de la question posée, une par colonne, dans l’ordre."
)
@click.option(
    "--themes",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Liste de thèmes à suivre : un titre par ligne, ou un JSON avec des exemples.",
)
@click.option(
    "--suite",
    metavar="DOSSIER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Dossier d’un résultat que ces réponses complètent : ses thèmes gardent leur nom, les "
    "nouveaux sont annoncés.",
)
@click.option("--sans-modele", is_flag=True, help="N’appelle aucun modèle de langage.")
@click.option("--modele-langage", metavar="NOM", help="Modèle de langage à employer.")
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Dossier où écrire le résultat et les rapports.",
)
def command(
    fichier: Path,
    colonne: tuple[str, ...],
    personne: str,
    question: tuple[str, ...],
    themes: Path | None,
    suite: Path | None,
    sans_modele: bool,
    modele_langage: str | None,
    sortie: Path,
) -> None:
    """Range les réponses de FICHIER en thèmes, positions et signaux faibles.

    Tout se fait sans modèle de langage ; s’il y en a un, il propose des titres et des phrases,
    que des règles vérifient (25 appels au plus pour 1 000 réponses). Arrêtée à n’importe quel
    moment, la même commande reprend où elle en était et donne le même résultat.
    """
    from beffroi.consultation.folder import Asked
    from beffroi.consultation.sources import source_of
    from beffroi.consultation.survey import answers_of, person_column
    from beffroi.consultation.table import read_table

    if suite and (themes or len(colonne) > 1):
        raise click.UsageError("--suite garde les thèmes de son dossier, une colonne à la fois.")
    table = read_table(fichier)
    model = None if sans_modele else _model(modele_langage)
    if suite:
        asked, sources = _joining(fichier, table, suite, colonne, personne)
        _write(asked, sources, sortie, model)
        return
    given = _given(themes) if themes else ()
    columns = colonne or (_open_column(table),)
    who = personne or person_column(table)
    for place, column in enumerate(columns):
        asked = Asked(
            answers=answers_of(table, column, person=who),
            question=question[place] if place < len(question) else column,
            given=given,
        )
        folder = sortie if len(columns) == 1 else sortie / f"question-{place + 1}"
        _write(asked, [source_of(fichier, column=column, person=who)], folder, model)


def _joining(
    path: Path, table: Table, suite: Path, columns: tuple[str, ...], person: str
) -> tuple[Asked, list[Source]]:
    """What joins the result of ``suite``: its own column and question serve again."""
    from beffroi.consultation.folder import Asked
    from beffroi.consultation.sources import newcomers, read_earlier, source_of

    earlier = read_earlier(suite)
    last = earlier.sources[-1]
    column, who = columns[0] if columns else last.column, person or last.person
    answers, skipped = newcomers(table, earlier, column=column, person=who)
    asked = Asked(
        answers=answers,
        question=earlier.result.question,
        before=(earlier.result, earlier.answers),
    )
    added = source_of(path, column=column, person=who, skipped=skipped)
    return asked, [*earlier.sources, added]


def _write(asked: Asked, sources: list[Source], folder: Path, model: ChatModel | None) -> None:
    """Analyse and write; a stop is said, with the way to go on."""
    from beffroi.consultation.folder import analyse
    from beffroi.consultation.sources import write_sources

    try:
        done = analyse(asked, folder, model=model, report=_say)
    except KeyboardInterrupt:
        click.echo("\nArrêté. La même commande reprendra où elle en était.", err=True)
        raise click.Abort from None
    write_sources(folder, sources)
    for path in done.files:
        click.echo(str(path))
    for said in (done.result.synthesis[0].text, *done.result.notices):
        click.echo(said, err=True)


def _say(label: str, done: float, total: int) -> None:
    click.echo(f"[{min(int(done) + 1, total)}/{total}] {label}…", err=True)


def _model(name: str | None) -> ChatModel | None:
    """The model that the settings and the installation give, or none."""
    from beffroi.llm.choose import choose
    from beffroi.settings import load

    return choose(load(), name)


def _open_column(table: Table) -> str:
    from beffroi.consultation.survey import open_columns
    from beffroi.errors import UnknownName

    found = open_columns(table)
    if not found:
        raise UnknownName(
            "Aucune colonne de ce fichier ne ressemble à une question ouverte.",
            next_step="Nommez-la avec --colonne.",
        )
    return found[0]


def _given(path: Path) -> tuple[Given, ...]:
    from beffroi.consultation.themes_file import read_themes

    return read_themes(path)
