"""``beffroi ecouter``: from a file of answers to a folder with the result and its reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi.consultation.assign import Given
    from beffroi.consultation.table import Table


@click.command("ecouter")
@click.argument("fichier", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--colonne", help="Colonne des réponses. Sans elle : la plus longue question ouverte."
)
@click.option(
    "--personne", default="", help="Colonne qui dit qui répond, pour compter les personnes."
)
@click.option("--question", default="", help="Texte de la question posée.")
@click.option(
    "--themes",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Liste de thèmes à suivre : un titre par ligne, ou un JSON avec des exemples.",
)
@click.option("--sans-modele", is_flag=True, help="N’appelle aucun modèle de langage.")
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Dossier où écrire le résultat et les rapports.",
)
def command(
    fichier: Path,
    colonne: str | None,
    personne: str,
    question: str,
    themes: Path | None,
    sans_modele: bool,
    sortie: Path,
) -> None:
    """Range les réponses de FICHIER en thèmes, positions et signaux faibles."""
    from beffroi.consultation.files import write_all
    from beffroi.consultation.listen import listen
    from beffroi.consultation.survey import answers_of, person_column
    from beffroi.consultation.table import read_table
    from beffroi.embedding.local import LocalEmbedder

    table = read_table(fichier)
    column = colonne or _open_column(table)
    answers = answers_of(table, column, person=personne or person_column(table))
    result = listen(
        answers,
        question=question or column,
        embedder=LocalEmbedder(processes=2 if len(answers) > 2_000 else 1),
        given=_given(themes) if themes else (),
        report=_say,
    )
    for path in write_all(result, answers, sortie):
        click.echo(str(path))
    click.echo(result.synthesis[0].text, err=True)


def _say(label: str, done: int, total: int) -> None:
    click.echo(f"[{done + 1}/{total}] {label}…", err=True)


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
