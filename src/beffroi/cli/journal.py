"""``beffroi journal``: check the chain, export it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi_web.collectivites.models import Collectivite


@click.group(name="journal", help="Vérifie et exporte le journal des actes.")
def command() -> None:
    from beffroi_web.serving.prepare import set_up_django

    set_up_django()


@command.command(
    name="verifier",
    help="Trouve toute ligne modifiée, retirée ou déplacée. Code 1 s’il y en a.",
)
@click.option("--collectivite", "name", default="", help="Une seule collectivité, par son nom.")
@click.option(
    "--temoin",
    default="",
    metavar="NUMERO:EMPREINTE",
    help="Une empreinte notée un jour ailleurs : elle doit être encore dans la chaîne.",
)
def verifier(name: str, temoin: str) -> None:
    from beffroi_web.journal.actions import faults_of_witness, head_of, verify

    found = False
    for collectivite in _chosen(name):
        faults = verify(collectivite) + (faults_of_witness(collectivite, temoin) if temoin else [])
        head = head_of(collectivite)
        click.echo(f"{collectivite.name} : {head.count} lignes, empreinte {head.count}:{head.hash}")
        for fault in faults:
            click.echo(f"  {fault}")
        found = found or bool(faults)
    click.echo("Le journal a été altéré." if found else "Le journal est entier.")
    sys.exit(1 if found else 0)


@command.command(name="exporter", help="Écrit le journal sur la sortie, en CSV ou en JSON.")
@click.option("--collectivite", "name", default="", help="Le nom de la collectivité.")
@click.option("--json", "as_json", is_flag=True, help="En JSON.")
def exporter(name: str, as_json: bool) -> None:
    from beffroi.errors import InputError
    from beffroi_web.journal import export
    from beffroi_web.journal.actions import lines_of

    chosen = _chosen(name)
    if len(chosen) != 1:
        raise InputError(
            "Il y a plusieurs collectivités.", next_step="Précisez --collectivite NOM."
        )
    write = export.as_json if as_json else export.as_csv
    for piece in write(lines_of(chosen[0])):
        click.echo(piece, nl=False)


def _chosen(name: str) -> list[Collectivite]:
    """The authority of that name, or all; raises ``UnknownName``."""
    from beffroi.errors import UnknownName
    from beffroi_web.collectivites.models import Collectivite

    rows = Collectivite.objects.all()
    found = list(rows.filter(name__iexact=name.strip()) if name else rows)
    if name and not found:
        known = ", ".join(rows.values_list("name", flat=True)) or "aucune"
        raise UnknownName(
            f"Aucune collectivité ne s’appelle « {name} ».", next_step=f"Connues : {known}."
        )
    return found
