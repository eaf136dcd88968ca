"""``beffroi documents``: the documents that assistants answer from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from beffroi.knowledge.index import EmbeddedIndex
    from beffroi.knowledge.refresh import Refreshed
    from beffroi.knowledge.remarks import Remark

#: What a refresh tells of each document without --tout.
TOLD_SHORTLY = ("change", "retire", "refuse")

_INDEX = click.option(
    "--index",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier de l’index. Sans elle : « index » dans le dossier de l’instance (BEFFROI_HOME).",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Écrit le résultat en JSON.")


@click.group("documents")
def command() -> None:
    """Ajoute, liste, rafraîchit et retire les documents des assistants."""


@command.command("ajouter")
@click.argument("lieux", nargs=-1, required=True)
@click.option(
    "--collection", default="documents", show_default=True, help="Collection qui les reçoit."
)
@_INDEX
@click.option("--tout", is_flag=True, help="Nomme aussi les documents ajoutés et inchangés.")
@_JSON
def add(
    lieux: tuple[str, ...], collection: str, folder: Path | None, tout: bool, as_json: bool
) -> None:
    """Prend les documents de LIEUX : fichiers, dossiers, JSONL (id, titre, texte), boîtes mbox,
    ou adresse d’un plan de site (sitemap.xml)."""
    from beffroi.knowledge.refresh import refresh

    index = _index(folder)
    done = [refresh(index, lieu, collection=collection, report=_say) for lieu in lieux]
    _tell(done, everything=tout, as_json=as_json)


@command.command("lister")
@click.option("--collection", help="Seulement cette collection.")
@_INDEX
@_JSON
def list_(collection: str | None, folder: Path | None, as_json: bool) -> None:
    """Liste les documents, par collection."""
    held = _index(folder).kept(collection=collection)
    if as_json:
        rows = [
            {
                "id": k.id,
                "titre": k.title,
                "collection": k.collection,
                "date": k.date.isoformat() if k.date else None,
                "origine": k.origin,
            }
            for k in held
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for kept in sorted(held, key=lambda k: (k.collection, k.title)):
        click.echo(f"{kept.collection}\t{kept.id}\t{kept.title}")
    click.echo(_count(len(held)), err=True)


@command.command("rafraichir")
@click.option("--collection", help="Seulement cette collection.")
@_INDEX
@click.option("--tout", is_flag=True, help="Nomme aussi les documents inchangés.")
@_JSON
def refresh_(collection: str | None, folder: Path | None, tout: bool, as_json: bool) -> None:
    """Reprend les lieux déjà donnés : dit ce qui a changé, ce qui date, ce qui se contredit."""
    from beffroi.knowledge.refresh import refresh_all
    from beffroi.knowledge.remarks import remarks

    index = _index(folder)
    done = refresh_all(index, collection=collection)
    _tell(list(done), everything=tout, as_json=as_json, found=remarks(index, collection=collection))


@command.command("retirer")
@click.argument("identifiants", nargs=-1, required=True)
@_INDEX
def remove(identifiants: tuple[str, ...], folder: Path | None) -> None:
    """Retire des documents, par leur identifiant (colonne 2 de « lister »)."""
    from beffroi.errors import UnknownName

    gone = _index(folder).remove(identifiants)
    for id_ in gone:
        click.echo(f"retiré\t{id_}")
    unknown = [id_ for id_ in identifiants if id_ not in gone]
    if unknown:
        raise UnknownName(
            f"Aucun document ne porte l’identifiant « {', '.join(unknown)} ».",
            next_step="« beffroi documents lister » les montre.",
        )


def _index(folder: Path | None) -> EmbeddedIndex:
    from beffroi.knowledge.place import open_index

    index = open_index(folder, processes=2)
    # Left to the end of the interpreter, the processes die while they are still spoken to.
    click.get_current_context().call_on_close(index.close)
    return index


def _tell(
    done: list[Refreshed],
    *,
    everything: bool,
    as_json: bool,
    found: tuple[Remark, ...] = (),
) -> None:
    if as_json:
        click.echo(json.dumps(_as_json(done, found), ensure_ascii=False, indent=2))
        return
    for one in done:
        for line in _lines(one, everything):
            click.echo(line)
    for remark in found:
        click.echo(f"{remark.label} : {remark.message}")


def _lines(one: Refreshed, everything: bool) -> list[str]:
    from beffroi.knowledge.refresh import TOLD

    named = [
        f"{TOLD[change.what]}\t{change.id or '–'}\t{change.title}\t{change.reason}"
        for change in one.changes
        if everything or change.what in TOLD_SHORTLY
    ]
    counts = ", ".join(f"{_plural(one.counts[what], word)}" for what, word in TOLD.items())
    return [*named, f"{one.root} ({one.collection}) : {len(one.changes)} documents, {counts}"]


def _as_json(done: list[Refreshed], found: tuple[Remark, ...]) -> dict[str, Any]:
    return {
        "lieux": [
            {
                "lieu": one.root,
                "collection": one.collection,
                "comptes": dict(one.counts),
                "documents": [
                    {"etat": c.what, "id": c.id, "titre": c.title, "raison": c.reason}
                    for c in one.changes
                ],
            }
            for one in done
        ],
        "remarques": [
            {"type": r.kind, "documents": list(r.ids), "message": r.message} for r in found
        ],
    }


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def _count(count: int) -> str:
    return _plural(count, "document")


def _say(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(text, err=True)
