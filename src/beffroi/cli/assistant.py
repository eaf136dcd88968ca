"""``beffroi assistant``: list the assistants, run the essais of one, begin or export one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from beffroi.assistants.trials import TrialResult


@click.group("assistant", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Montre, essaie et commence les assistants."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@command.command("lister")
def list_() -> None:
    """Liste les assistants livrés."""
    from beffroi.assistants.shipped import shipped_assistants

    for assistant in shipped_assistants().values():
        click.echo(f"{assistant.name:<24} {assistant.title}, version {assistant.version}")
        click.echo(f"{'':<24} {assistant.purpose}")


@command.command("essayer")
@click.argument("dossier")
@click.option("--sans-modele", is_flag=True, help="N’emploie aucun modèle de langage.")
@click.option("--modele-langage", metavar="NOM", help="Modèle de langage à employer.")
@click.option("--json", "as_json", is_flag=True, help="Écrit les résultats en JSON.")
def try_(dossier: str, sans_modele: bool, modele_langage: str | None, as_json: bool) -> None:
    """Joue les essais de DOSSIER (ou d’un assistant livré) ; sort avec 1 si l’un échoue."""
    from beffroi.assistants.trials import summary, try_assistant
    from beffroi.cli.demander import known_assistant, language_model

    assistant = known_assistant(dossier)
    results = try_assistant(assistant)
    model = None if sans_modele else language_model(modele_langage)
    if model is not None:
        results = [*results, *try_assistant(assistant, model=model)]
    if as_json:
        click.echo(json.dumps([_row(one) for one in results], ensure_ascii=False, indent=2))
    else:
        _print(results)
    click.echo(summary(results), err=as_json)
    sys.exit(0 if all(result.held for result in results) else 1)


@command.command("creer")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--depuis", default="accueil", show_default=True, help="Assistant livré à copier.")
def create(dossier: Path, depuis: str) -> None:
    """Commence un assistant dans DOSSIER, qui ne doit pas exister, à partir d’un assistant livré.

    Son nom devient celui du dossier ; changez ensuite les textes, les documents et les essais.
    """
    from dataclasses import replace

    from beffroi.assistants.files import from_files, to_files
    from beffroi.assistants.shipped import find_assistant
    from beffroi.errors import InputError

    if dossier.exists():
        raise InputError(f"{dossier} existe déjà.", next_step="Choisissez un autre dossier.")
    started = replace(find_assistant(depuis), name=dossier.name, version=1)
    files = to_files(started)
    from_files(files)  # refuses, before anything is written, a name that does not suit
    _write(files, dossier)
    click.echo(f"Écrit dans {dossier} : {len(files)} fichiers. Essayez-le :", err=True)
    click.echo(f"beffroi assistant essayer {dossier} --sans-modele", err=True)


@command.command("exporter")
@click.argument("nom")
@click.argument("sortie", type=click.Path(path_type=Path))
def export(nom: str, sortie: Path) -> None:
    """Écrit l’assistant NOM (livré, ou un dossier) dans l’archive SORTIE (.zip)."""
    from beffroi.assistants.files import to_zip
    from beffroi.cli.demander import known_assistant

    sortie.write_bytes(to_zip(known_assistant(nom)))
    click.echo(f"Écrit dans {sortie}.", err=True)


def _write(files: dict[str, str], folder: Path) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _row(result: TrialResult) -> dict[str, Any]:
    return {
        "essai": result.trial.name,
        "titre": result.trial.title,
        "avec_modele": result.with_model,
        "reussi": result.held and not result.skipped,
        "laisse": result.skipped or None,
        "echecs": list(result.failures),
        "personnes_comparees": result.compared,
        "reponse": result.answer.text if result.answer else None,
    }


def _print(results: list[TrialResult]) -> None:
    for result in results:
        mark = "laissé" if result.skipped else "réussi" if result.held else "échoué"
        with_ = " (avec modèle)" if result.with_model else ""
        click.echo(f"  {mark:<7} {result.trial.name} : {result.trial.title}{with_}")
        for told in result.failures:
            click.echo(f"          {told}")
