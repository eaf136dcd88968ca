"""``beffroi serveur``: serve the instance."""

from __future__ import annotations

import click


@click.command(name="serveur", help="Sert Beffroi dans un navigateur, jusqu’à Ctrl-C.")
@click.option("--hote", default="127.0.0.1", show_default=True, help="Adresse où écouter.")
@click.option("--port", default=8000, show_default=True, help="Port où écouter.")
def command(hote: str, port: int) -> None:
    from beffroi_web.serving.prepare import migrate_apart
    from beffroi_web.serving.supervisor import CannotServe, require_free, serve

    require_free(hote, port)
    if migrate_apart():
        raise CannotServe(
            "La base de données n’a pas pu être préparée.",
            next_step="Lisez les lignes ci-dessus.",
        )
    address = f"http://{hote}:{port}"
    serve(host=hote, port=port, on_open=lambda: click.echo(f"Beffroi répond sur {address}"))
    click.echo("Beffroi est arrêté.")
