"""``beffroi modeles``: list the modèles, show one, run its essais."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi.drafting import Modele
    from beffroi.drafting.trials import TrialResult


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Montre et essaie les modèles d’écriture."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(lister)


@command.command()
def lister() -> None:
    """Liste les modèles livrés."""
    from beffroi.drafting import shipped_modeles

    for modele in shipped_modeles().values():
        click.echo(f"{modele.name:<20} {modele.title}, version {modele.version}")
        click.echo(f"{'':<20} {modele.purpose}")


@command.command()
@click.argument("nom")
def montrer(nom: str) -> None:
    """Montre un modèle : ses champs, son instruction, ses exemples."""
    modele = _modele(nom)
    click.echo(f"{modele.title} ({modele.reference})\n{modele.purpose}\n")
    for item in modele.fields:
        choices = f" : {', '.join(choice.value for choice in item.choices)}" if item.choices else ""
        needed = ", obligatoire" if item.required else ""
        click.echo(f"  {item.name} ({item.title}{needed}){choices}")
    click.echo(f"\n{modele.instruction}\n")
    click.echo(f"{len(modele.examples)} exemples, {len(modele.trials)} essais.")


@command.command()
@click.argument("nom")
@click.option("--avec-modele", is_flag=True, help="Essaie aussi avec le modèle de langage.")
@click.option("--modele-langage", metavar="NOM", help="Modèle de langage à employer.")
def essayer(nom: str, avec_modele: bool, modele_langage: str | None) -> None:
    """Joue les essais d’un modèle livré ou d’un dossier ; sort avec 1 si l’un échoue."""
    from beffroi.cli.clarifier import language_model
    from beffroi.drafting.trials import summary, try_modele

    modele = _modele(nom)
    results = try_modele(modele)
    _print("Sans modèle de langage", results)
    model = language_model(modele_langage) if avec_modele or modele_langage else None
    if model is not None:
        more = try_modele(modele, model=model)
        _print(f"Avec {model.info.title}", more)
        results = [*results, *more]
    click.echo(summary(results))
    sys.exit(0 if all(result.held for result in results) else 1)


def _print(title: str, results: list[TrialResult]) -> None:
    click.echo(title)
    for result in results:
        mark = "laissé" if result.skipped else "réussi" if result.held else "échoué"
        click.echo(f"  {mark:<7} {result.trial.name} : {result.trial.title}")
        for told in result.failures:
            click.echo(f"          {told}")


def _modele(name: str) -> Modele:
    from beffroi.drafting import from_folder, shipped_modeles
    from beffroi.drafting.chain import find_modele

    return from_folder(Path(name)) if Path(name).is_dir() else find_modele(shipped_modeles(), name)
