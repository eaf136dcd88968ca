"""``beffroi restaurer`` : puts the personal data back where the tokens stand."""

from __future__ import annotations

from pathlib import Path

import click

from beffroi.cli.masquer import read_text
from beffroi.errors import InputError


@click.command(name="restaurer")
@click.argument("fichier", required=False, default="-")
@click.option(
    "--table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="La table chiffrée écrite par « beffroi masquer --table ».",
)
@click.option(
    "--phrase",
    envvar="BEFFROI_PHRASE",
    help="Phrase de passe de la table. Mieux : la variable BEFFROI_PHRASE.",
)
def command(fichier: str, table: Path, phrase: str | None) -> None:
    """Remet dans FICHIER les données que « beffroi masquer » avait remplacées.

    Code de sortie 1 si le texte contient un repère que la table ne connaît pas.
    """
    from beffroi.privacy import restore
    from beffroi.privacy.export import load_table

    try:
        sealed = table.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"La table « {table.name} » ne peut pas être lue.") from error
    phrase = phrase or click.prompt("Phrase de passe de la table", hide_input=True)
    restored = restore(read_text(fichier), load_table(sealed, phrase))
    click.echo(restored.text, nl=not restored.text.endswith("\n"))
    for finding in restored.findings:
        click.echo(f"{finding.title} : {finding.message}", err=True)
    if restored.findings:
        raise click.exceptions.Exit(1)
