"""``beffroi sauvegarde``: the instance in one archive, while it works."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    name="sauvegarde",
    help="Copie la base, les dépôts et la clé dans FICHIER (.tar.gz), sans arrêter le serveur.",
)
@click.argument("fichier", type=click.Path(dir_okay=False, path_type=Path))
def command(fichier: Path) -> None:
    from beffroi.settings import load
    from beffroi_web.backup.archive import save

    settings = load()
    count = save(settings.home, fichier)
    size = fichier.stat().st_size / 1_000_000
    weight = f"{size:.1f}".replace(".", ",")
    click.echo(f"{fichier} : {count} fichiers, {weight} Mo")
    if settings.database_url:
        click.echo("La base PostgreSQL n’y est pas : sauvegardez-la avec pg_dump.")
