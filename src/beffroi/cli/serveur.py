"""``beffroi serveur``: serve the instance."""

from __future__ import annotations

import click


@click.command(name="serveur", help="Sert Beffroi dans un navigateur, jusqu’à Ctrl-C.")
@click.option("--hote", default="127.0.0.1", show_default=True, help="Adresse où écouter.")
@click.option("--port", default=8000, show_default=True, help="Port où écouter.")
def command(hote: str, port: int) -> None:
    from beffroi_web.serving.prepare import migrate
    from beffroi_web.serving.supervisor import serve

    migrate()
    serve(host=hote, port=port)
