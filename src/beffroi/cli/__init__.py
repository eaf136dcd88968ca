"""The command ``beffroi``: one file a room, imported only when its command is called.

Exit codes: 0 done · 1 done, with blocking findings · 2 the call is wrong · 3 what was given
cannot be used · 4 the model or its installation failed · 5 the charter refuses · 130 stopped.
"""

from __future__ import annotations

import gettext
import importlib
import os
import sys
from pathlib import Path

import click

from beffroi.errors import (
    BeffroiError,
    InputError,
    InstallError,
    ModelError,
    PolicyRefused,
    Stopped,
)

#: Name of the command → where it lives and the line that ``beffroi --help`` shows.
COMMANDS: dict[str, tuple[str, str]] = {
    "clarifier": ("beffroi.cli.clarifier", "Rend un texte clair, vérifié fait par fait."),
    "modeles": ("beffroi.cli.modeles", "Montre et essaie les modèles d’écriture."),
    "demander": ("beffroi.cli.demander", "Répond d’après les documents, avec les passages."),
    "assistant": ("beffroi.cli.assistant", "Montre et essaie les assistants."),
    "provenance": ("beffroi.cli.provenance", "Dit comment un fichier a été fait."),
    "lisibilite": ("beffroi.cli.lisibilite", "Mesure la lisibilité et propose des mots simples."),
    "verifier": ("beffroi.cli.verifier", "Compare une réécriture à sa source, fait par fait."),
    "ecouter": ("beffroi.cli.ecouter", "Range les réponses d’une consultation en thèmes."),
    "documents": (
        "beffroi.cli.documents",
        "Ajoute et rafraîchit les documents des assistants.",
    ),
    "masquer": ("beffroi.cli.masquer", "Masque les données personnelles d’un texte."),
    "restaurer": ("beffroi.cli.restaurer", "Remet les données que « masquer » avait remplacées."),
    "demo": ("beffroi.cli.demo", "Sert une commune fictive pour essayer."),
    "modele": ("beffroi.cli.modele", "Installe, liste et essaie les modèles de langage."),
    "serveur": ("beffroi.cli.serveur", "Sert Beffroi dans un navigateur."),
    "mcp": ("beffroi.cli.mcp", "Prête ses outils à un programme qui parle MCP."),
    "admin": ("beffroi.cli.admin", "Crée les collectivités et les premiers comptes."),
    "journal": ("beffroi.cli.journal", "Vérifie et exporte le journal des actes."),
    "sauvegarde": ("beffroi.cli.sauvegarde", "Copie l’instance dans une archive."),
    "restauration": ("beffroi.cli.restauration", "Remet une instance d’après une archive."),
}

EXIT_CODES: tuple[tuple[type[BeffroiError], int], ...] = (
    (InputError, 3),
    (ModelError, 4),
    (InstallError, 4),
    (PolicyRefused, 5),
    (Stopped, 130),
    (BeffroiError, 3),
)


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not COMMANDS:
            return
        with formatter.section("Commandes\N{NO-BREAK SPACE}"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help", "--aide"]},
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
@click.version_option(package_name="beffroi", prog_name="beffroi", help="Affiche la version.")
def beffroi() -> None:
    """L’espace de travail souverain des collectivités pour l’IA."""


def exit_code(error: BeffroiError) -> int:
    """The exit code that stands for ``error``."""
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))


def speak_french() -> None:
    """Click asks gettext for its words: give it ours, whatever the language of the machine."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))


def main() -> None:
    """Entry point: runs the command, says errors in French, exits with a documented code."""
    speak_french()
    try:
        beffroi(prog_name="beffroi")
    except BeffroiError as error:
        click.echo(f"beffroi : {error.sentence}", err=True)
        sys.exit(exit_code(error))
