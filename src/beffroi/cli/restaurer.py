"""``beffroi restaurer`` : puts the personal data back where the tokens stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from beffroi.cli.masquer import is_document, read_bytes, read_text
from beffroi.errors import InputError

if TYPE_CHECKING:
    from beffroi.findings import Finding
    from beffroi.privacy import Table


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
@click.option(
    "--sortie",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Où écrire le document restitué (docx, odt, xlsx, ods, csv).",
)
def command(fichier: str, table: Path, sortie: Path | None, phrase: str | None) -> None:
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
    known = load_table(sealed, phrase)
    if is_document(fichier):
        findings = _document(Path(fichier), sortie, known)
    else:
        restored = restore(read_text(fichier), known)
        click.echo(restored.text, nl=not restored.text.endswith("\n"))
        findings = restored.findings
    for finding in findings:
        click.echo(f"{finding.title} : {finding.message}", err=True)
    if findings:
        raise click.exceptions.Exit(1)


def _document(path: Path, sortie: Path | None, table: Table) -> tuple[Finding, ...]:
    from beffroi.privacy.files import restore_file

    if sortie is None:
        raise click.UsageError("Dites où écrire le document restitué, avec --sortie.")
    restored = restore_file(read_bytes(path), name=path.name, table=table)
    sortie.write_bytes(restored.data)
    return restored.findings
