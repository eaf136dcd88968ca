"""``beffroi ecouter``: from a file of answers to a folder with the result and its reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi.consultation.assign import Given
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
    sans_modele: bool,
    modele_langage: str | None,
    sortie: Path,
) -> None:
    """Range les réponses de FICHIER en thèmes, positions et signaux faibles.

    Tout se fait sans modèle de langage ; s’il y en a un, il propose des titres et des phrases,
    que des règles vérifient (25 appels au plus pour 1 000 réponses).
    """
    from beffroi.consultation.files import write_all
    from beffroi.consultation.listen import listen
    from beffroi.consultation.survey import answers_of, person_column
    from beffroi.consultation.table import read_table
    from beffroi.consultation.wording import worded
    from beffroi.embedding.local import LocalEmbedder

    table = read_table(fichier)
    columns = colonne or (_open_column(table),)
    themes_given = _given(themes) if themes else ()
    model = None if sans_modele else _model(modele_langage)
    for place, column in enumerate(columns):
        answers = answers_of(table, column, person=personne or person_column(table))
        result = listen(
            answers,
            question=question[place] if place < len(question) else column,
            embedder=LocalEmbedder(processes=2 if len(answers) > 2_000 else 1),
            given=themes_given,
            report=_say,
        )
        if model is not None:
            result = worded(result, answers, model=model, given=bool(themes_given), report=_say)
        folder = sortie if len(columns) == 1 else sortie / f"question-{place + 1}"
        for path in write_all(result, answers, folder):
            click.echo(str(path))
        for said in (result.synthesis[0].text, *result.notices):
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
