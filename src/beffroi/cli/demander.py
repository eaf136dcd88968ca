"""``beffroi demander``: a question, and the answer that the documents give, with its passages.

Exit codes: 0 answered (also « pas_trouve », « hors_limites » and « urgence ») · 2 the call is wrong
· 3 the question, a file or a name cannot be used · 130 stopped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi.assistants import Answer, Assistant
    from beffroi.cli.demander_many import Desk
    from beffroi.llm.types import ChatModel


@click.command("demander")
@click.argument("question")
@click.argument("sortie_jsonl", required=False, type=click.Path(path_type=Path))
@click.option("--collection", multiple=True, help="Seulement cette collection (plusieurs fois).")
@click.option("--assistant", metavar="NOM", help="Assistant livré, ou son dossier.")
@click.option("--sans-modele", is_flag=True, help="N’emploie aucun modèle de langage.")
@click.option("--modele-langage", metavar="NOM", help="Modèle de langage à employer.")
@click.option(
    "--index",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier de l’index. Sans elle : « index » dans le dossier de l’instance (BEFFROI_HOME).",
)
@click.option("--json", "as_json", is_flag=True, help="Écrit la réponse en JSON.")
@click.option("--jsonl", is_flag=True, help="Répond à chaque ligne d’ENTREE et écrit SORTIE.")
def command(
    question: str,
    sortie_jsonl: Path | None,
    collection: tuple[str, ...],
    assistant: str | None,
    sans_modele: bool,
    modele_langage: str | None,
    folder: Path | None,
    as_json: bool,
    jsonl: bool,
) -> None:
    """Répond à QUESTION d’après les documents de « beffroi documents ».

    \b
    beffroi demander "Comment inscrire mon enfant à la cantine ?"
    beffroi demander "…" --collection reglements --sans-modele
    beffroi demander --jsonl ENTREE.jsonl SORTIE.jsonl
    """
    from beffroi.cli.demander_many import answer_many

    if jsonl and sortie_jsonl is None:
        raise click.UsageError("--jsonl demande deux fichiers : ENTREE et SORTIE.")
    if not jsonl and sortie_jsonl is not None:
        raise click.UsageError("Mettez la question entre guillemets.")
    model = None if sans_modele else language_model(modele_langage)
    desk = desk_for(folder, assistant, collection, model)
    if jsonl:
        assert sortie_jsonl is not None
        answer_many(Path(question), sortie_jsonl, desk)
    else:
        _one(question, desk, as_json=as_json)


def desk_for(
    folder: Path | None,
    assistant: str | None,
    collections: tuple[str, ...],
    model: ChatModel | None,
) -> Desk:
    """What every question of this call shares."""
    from beffroi.assistants import PLAIN
    from beffroi.cli.demander_many import Desk
    from beffroi.knowledge.place import open_index

    return Desk(
        index=open_index(folder),
        assistant=known_assistant(assistant) if assistant else PLAIN,
        model=model,
        collections=frozenset(collections) or None,
    )


def known_assistant(name: str) -> Assistant:
    """The assistant that ships under ``name``, or the one of a folder."""
    from beffroi.assistants.files import from_folder
    from beffroi.assistants.shipped import find_assistant

    return from_folder(Path(name)) if Path(name).is_dir() else find_assistant(name)


def language_model(name: str | None) -> ChatModel | None:
    """The model that the settings and the installation give, or none. A missing model is said."""
    from beffroi.llm.choose import choose
    from beffroi.settings import load

    model = choose(load(), name)
    if model is None:
        click.echo("Aucun modèle de langage installé : réponse faite de passages cités.", err=True)
    return model


def _one(question: str, desk: Desk, *, as_json: bool) -> None:
    from beffroi.cli.demander_many import answered, as_row

    whole = answered(question, desk)
    if as_json:
        click.echo(json.dumps(as_row(None, whole), ensure_ascii=False, indent=2))
        return
    click.echo(whole.text)
    for cited in _cited(whole):
        click.echo(cited)
    for finding in whole.findings:
        click.echo(f"{finding.title} : {finding.message}", err=True)


def _cited(whole: Answer) -> list[str]:
    """One line a document that the answer rests on."""
    titles = dict.fromkeys((cited.title, cited.url) for cited in whole.citations)
    return [f"  [{title}]{f' {url}' if url else ''}" for title, url in titles]
