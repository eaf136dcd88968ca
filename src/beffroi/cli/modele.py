"""``beffroi modele``: install, list, try and remove language models."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from beffroi import settings as settings_module

if TYPE_CHECKING:
    from beffroi.llm.catalogue import Entry
    from beffroi.llm.progress import Installation
    from beffroi.llm.types import ChatModel, Completion

NBSP = "\N{NO-BREAK SPACE}"

QUESTION = (
    "Réécrivez cette phrase en langage clair, pour un habitant : « Il est porté à la connaissance "
    "des administrés que la circulation est interdite rue des Lilas le 12 mai de 8 h à 18 h. »"
)


@click.group()
def command() -> None:
    """Installe, liste, essaie et retire les modèles de langage de cette machine."""


@command.command("installer")
@click.argument("nom", metavar="[NOM]", required=False)
@click.option("--depuis", default="", help="Adresse ou fichier à utiliser, et aucun autre.")
@click.option("--sha256", "somme", default="", help="Somme de contrôle, si le catalogue l’ignore.")
@click.option("--silencieux", is_flag=True, help="N’écrit rien, sauf les erreurs.")
def installer(nom: str | None, depuis: str, somme: str, silencieux: bool) -> None:
    """Installe le modèle NOM : téléchargement repris s’il a été coupé, somme vérifiée.

    Sans NOM : celui du réglage BEFFROI_MODEL, sinon le premier du catalogue que l’équipe de
    Beffroi a essayé ; rien si un modèle est déjà là.
    """
    from beffroi.llm.catalogue import default, installed
    from beffroi.llm.install import install

    settings = settings_module.load()
    there = installed(settings.home)
    if nom is None and not settings.model and there:
        click.echo(f"Déjà installé{NBSP}: {there[0].title}")
        return
    nom = nom or settings.model or default(settings.home).name
    bar = None if silencieux else _Bar()
    path = install(
        nom,
        settings.home,
        source=depuis,
        mirror=settings.model_mirror,
        sum_given=somme,
        report=bar or (lambda now: None),
    )
    if bar:
        bar.close()
        click.echo(f"Installé et vérifié{NBSP}: {path}")


@command.command("lister")
@click.option("--json", "as_json", is_flag=True, help="Pour un programme.")
def lister(as_json: bool) -> None:
    """Liste les modèles du catalogue, les meilleurs d’abord, et ceux qui sont installés."""
    from beffroi.llm.catalogue import catalogue, is_installed
    from beffroi.llm.choose import available
    from beffroi.llm.progress import read_progress

    settings = settings_module.load()
    entries = catalogue(settings.home)
    if as_json:
        rows = [_row(entry, is_installed(entry, settings.home)) for entry in entries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo(f"{available(settings).sentence}.\n")
    last = read_progress(settings.home)
    for entry in entries:
        click.echo(_line(entry, _state(entry, is_installed(entry, settings.home), last)))


@command.command("essayer")
@click.argument("nom", metavar="[NOM]", required=False)
@click.option("--question", default=QUESTION, help="Ce qui est demandé au modèle.")
@click.option("--json", "as_json", is_flag=True, help="Pour un programme.")
def essayer(nom: str | None, question: str, as_json: bool) -> None:
    """Pose une question courte au modèle NOM et dit sa vitesse, sa mémoire, son énergie."""
    from beffroi.errors import ModelUnavailable
    from beffroi.llm.choose import choose

    model = choose(settings_module.load(), nom)
    if model is None:
        raise ModelUnavailable(
            "Aucun modèle de langage n’est installé ni réglé.",
            next_step=f"Installez-en un{NBSP}: beffroi modele installer NOM.",
        )
    completion, first, writing = _asked(model, question, show=not as_json)
    report = _report(completion, first, writing, is_here=model.info.place == "machine")
    if as_json:
        values = {"reponse": completion.text, "modele": completion.model}
        click.echo(json.dumps({**values, **report}, ensure_ascii=False, indent=2))
        return
    click.echo("\n")
    for name, value in report.items():
        click.echo(f"{name}{NBSP}: {value if value is not None else 'inconnu'}")


@command.command("retirer")
@click.argument("nom", metavar="NOM")
@click.option("--oui", is_flag=True, help="Ne demande pas de confirmation.")
def retirer(nom: str, oui: bool) -> None:
    """Retire le modèle NOM de cette machine. Il pourra être installé à nouveau."""
    from beffroi.llm.install import remove

    settings = settings_module.load()
    if not oui:
        click.confirm(f"Retirer {nom}{NBSP}?", abort=True)
    freed = remove(nom, settings.home)
    click.echo(f"{_gigabytes(freed)} rendus." if freed else f"{nom} n’était pas installé.")


class _Bar:
    """A progress bar for each step of an installation."""

    def __init__(self) -> None:
        self._label = ""
        self._bar: Callable[[int], object] | None = None
        self._close: Callable[[], object] = lambda: None

    def __call__(self, now: Installation) -> None:
        if now.step not in ("telechargement", "verification"):
            self.close()
            return
        label = f"{now.title}, {now.source}" if now.step == "telechargement" else "Vérification"
        if label != self._label:
            self._open(label, now.total)
        assert self._bar is not None  # just opened
        self._bar(now.done)

    def close(self) -> None:
        self._close()
        self._close = lambda: None
        self._label = ""

    def _open(self, label: str, total: int) -> None:
        from tqdm import tqdm

        self.close()
        self._label = label
        bar = tqdm(
            total=total,
            desc=label,
            unit="o",
            unit_scale=True,
            file=sys.stderr,
            bar_format="{desc} {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt}, reste {remaining}",
        )
        self._bar = lambda done: bar.update(done - bar.n)
        self._close = bar.close


def _row(entry: Entry, there: bool) -> dict[str, object]:
    return {
        "nom": entry.name,
        "titre": entry.title,
        "editeur": entry.publisher,
        "licence": entry.licence,
        "octets": entry.bytes,
        "memoire_mo": entry.memory_mb,
        "contexte": entry.context,
        "sha256": entry.sha256,
        "essaye": entry.tried,
        "installe": there,
    }


def _state(entry: Entry, there: bool, last: Installation | None) -> str:
    if there:
        return "installé"
    if last is None or last.name != entry.name or last.step == "fait":
        return "non installé"
    words = {
        "telechargement": f"arrive, {last.percent}{NBSP}%",
        "verification": "arrive, vérification",
        "interrompu": f"interrompu à {last.percent}{NBSP}%",
        "echec": "dernier essai sans succès",
    }
    return words[last.step]


def _line(entry: Entry, state: str) -> str:
    tried = "" if entry.tried else " Non essayé par l’équipe de Beffroi."
    return (
        f"{entry.name}  ({state})\n"
        f"    {entry.title}, {entry.publisher}, licence {entry.licence}\n"
        f"    {_gigabytes(entry.bytes)} à télécharger, "
        f"{_gigabytes(entry.memory_mb * 1_000_000)} de mémoire\n"
        f"    {entry.note}{tried}\n"
    )


def _asked(model: ChatModel, question: str, *, show: bool) -> tuple[Completion, float, float]:
    """The answer, shown as it comes; seconds before its first piece, and from there to its end.

    Beyond this machine, what the question holds of somebody is masked.
    """
    import time

    from beffroi.drafting.relay import dress, relay
    from beffroi.llm.types import Message

    dressed = dress([Message(role="user", content=question)], model=model)
    started, first, completion = time.monotonic(), 0.0, None
    for chunk in relay(dressed, model=model, max_tokens=120):
        if chunk.text and not first:
            first = time.monotonic() - started
        completion = chunk.completion
        if show:
            click.echo(chunk.text, nl=False)
    assert completion is not None  # the protocol: the last piece bears it
    return completion, first, time.monotonic() - started - first


def _report(
    completion: Completion, first: float, writing: float, *, is_here: bool
) -> dict[str, str | None]:
    from beffroi.llm.memory import peak_megabytes

    tokens, energy = completion.completion_tokens, completion.energy
    memory = peak_megabytes() if is_here else None
    fast = tokens is not None and tokens > 1 and writing > 0
    return {
        "Premiers mots, chargement compris, après": _french(f"{first:.1f}", "s"),
        "Écriture de la réponse en": _french(f"{writing:.1f}", "s"),
        "Vitesse": _french(f"{(tokens or 0) / writing:.0f}", "jetons par seconde")
        if fast
        else None,
        "Mémoire au plus": _french(str(memory), "Mo") if memory else None,
        "Énergie": _french(f"{energy.watt_hours:.2g}", f"Wh ({energy.method})")
        if energy.watt_hours
        else None,
    }


def _french(number: str, unit: str) -> str:
    return f"{number.replace('.', ',')}{NBSP}{unit}"


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}".replace(".", ",") + f"{NBSP}Go"
