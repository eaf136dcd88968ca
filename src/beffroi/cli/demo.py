"""``beffroi demo``: what ``make run`` calls."""

from __future__ import annotations

import subprocess
import sys

import click

HOST = "127.0.0.1"


@click.command(
    name="demo",
    help="Prépare une commune fictive et la sert sur cette machine, jusqu’à Ctrl-C. "
    "Le modèle de langage embarqué arrive pendant ce temps.",
)
@click.option("--port", default=8000, show_default=True, help="Port où écouter.")
@click.option("--sans-modele", is_flag=True, help="Ne pas télécharger le modèle de langage.")
def command(port: int, sans_modele: bool) -> None:
    from beffroi_web.serving.supervisor import CannotServe, require_free, serve

    require_free(HOST, port)
    prepare = [sys.executable, "-m", "beffroi_web.demonstration.prepare"]
    if subprocess.call(prepare):  # noqa: S603 (our own program)
        raise CannotServe(
            "La commune de démonstration n’a pas pu être préparée.",
            next_step="Lisez les lignes ci-dessus.",
        )
    installs: list[subprocess.Popen[bytes]] = []

    def opened() -> None:
        _announce(f"http://{HOST}:{port}")
        if not sans_modele:
            installs.append(_fetch_model())

    try:
        serve(host=HOST, port=port, on_open=opened)
    finally:
        for install in installs:
            install.terminate()
            install.wait()
    click.echo("Beffroi est arrêté.")


def _fetch_model() -> subprocess.Popen[bytes]:
    """The download, beside the site: it shows its progress here and on the page, and resumes."""
    return subprocess.Popen([sys.executable, "-m", "beffroi", "modele", "installer"])


def _announce(address: str) -> None:
    # Read in a light way: importing people.py would load Django into the supervisor.
    click.echo(f"\nBeffroi répond sur {address}\n")
    click.echo("Comptes de démonstration, mot de passe « beffroi-demonstration » :")
    for email, role in ACCOUNTS:
        click.echo(f"  {email:<36} {role}")
    click.echo("\nCtrl-C pour arrêter.\n")


#: Shown on the terminal; a test compares them with ``beffroi_web.demonstration.people``.
ACCOUNTS = (
    ("agent@demonstration.test", "agent"),
    ("validateur@demonstration.test", "agent et validateur"),
    ("dpo@demonstration.test", "délégué à la protection des données"),
    ("administrateur@demonstration.test", "agent et administrateur"),
    ("elue@demonstration.test", "élue"),
    ("agent@voisine.test", "agent et administrateur de la commune voisine"),
)
