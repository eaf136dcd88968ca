"""``beffroi mcp``: lets a program that speaks MCP use Beffroi, with its own key."""

from __future__ import annotations

import click


@click.command(
    name="mcp",
    help="Sert Beffroi à un programme qui parle MCP, par l’entrée et la sortie standard. "
    "Ce programme n’a que les droits de la clé.",
)
@click.option(
    "--adresse",
    envvar="BEFFROI_ADRESSE",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Adresse de Beffroi. Ou la variable BEFFROI_ADRESSE.",
)
@click.option(
    "--cle",
    envvar="BEFFROI_CLE",
    required=True,
    help="Clé d’outil (bfr_…). Mieux : la variable BEFFROI_CLE.",
)
def command(adresse: str, cle: str) -> None:
    from beffroi_web.openings.over_mcp import Api, server

    server(Api(address=adresse, key=cle)).run("stdio")
