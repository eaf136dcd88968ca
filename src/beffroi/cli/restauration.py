"""``beffroi restauration``: put back what ``beffroi sauvegarde`` kept."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    name="restauration",
    help="Remet dans BEFFROI_HOME l’instance de FICHIER, une fois l’archive vérifiée.",
)
@click.argument("fichier", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--remplacer", is_flag=True, help="Mettre de côté l’instance qui s’y trouve.")
def command(fichier: Path, remplacer: bool) -> None:
    from beffroi.errors import InputError
    from beffroi.llm.lock import held
    from beffroi.settings import load
    from beffroi_web.backup.archive import restore
    from beffroi_web.serving.supervisor import lock_path

    home = load().home
    with held(lock_path()) as ours:
        if not ours:
            raise InputError(
                "Un serveur travaille sur ce dossier.", next_step="Arrêtez-le, puis recommencez."
            )
        count = restore(fichier, home, replace=remplacer)
    click.echo(f"{count} fichiers remis dans {home}. Lancez « beffroi journal verifier ».")
