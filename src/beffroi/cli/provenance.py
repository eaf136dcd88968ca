"""``beffroi provenance FICHIER``: what a file says of its own making."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("provenance", short_help="Dit comment un fichier a été fait.")
@click.argument("fichier", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Réponse pour un programme.")
def command(fichier: Path, as_json: bool) -> None:
    """Dit si un modèle de langage a pris part au texte de FICHIER, lequel, et qui l’a relu.

    FICHIER est un pdf, docx, odt, html, txt ou png exporté par Beffroi. La commande se termine
    toujours par le code 0 si le fichier a pu être lu, qu’il porte ou non une provenance.
    """
    from beffroi.documents.limits import Limits, check_size
    from beffroi.documents.provenance import read_marking

    check_size(fichier.stat().st_size, Limits())
    marking = read_marking(fichier.read_bytes())
    if as_json:
        from beffroi.documents.marking import to_fields

        found = None if marking is None else to_fields(marking)
        click.echo(json.dumps({"fichier": str(fichier), "provenance": found}, ensure_ascii=False))
    elif marking is None:
        click.echo("Ce fichier ne dit rien de sa fabrication.")
    else:
        from beffroi.documents.marking import described

        for label, value in described(marking):
            click.echo(f"{label}\u00a0: {value}")
