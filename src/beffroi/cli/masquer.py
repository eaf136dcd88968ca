"""``beffroi masquer`` : hides the personal data of a text; needs no database and no model."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from beffroi.errors import EmptyText, InputError

if TYPE_CHECKING:
    from beffroi.privacy import Lists, Masked, Table

_PHRASE = click.option(
    "--phrase",
    envvar="BEFFROI_PHRASE",
    help="Phrase de passe de la table. Mieux : la variable BEFFROI_PHRASE.",
)


@click.command(name="masquer")
@click.argument("fichier", required=False, default="-")
@click.option(
    "--table",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Écrit la table chiffrée qui permettra de restituer les données.",
)
@click.option(
    "--sortie",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Écrit le résultat dans ce fichier plutôt qu’à l’écran.",
)
@click.option("--json", "as_json", is_flag=True, help="Donne le détail, pour un programme.")
@click.option(
    "--listes",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Fichier TOML des listes de la collectivité : élus, contacts publics, lieux…",
)
@click.option(
    "--jsonl",
    nargs=2,
    type=click.Path(path_type=Path),
    metavar="ENTREE SORTIE",
    help='Traite un texte par ligne : {"id", "text"}.',
)
@click.option(
    "--irreversible",
    is_flag=True,
    help="Anonymise pour toujours : tranches d’âge, communes, aucune table.",
)
@_PHRASE
def command(
    fichier: str,
    table: Path | None,
    sortie: Path | None,
    as_json: bool,
    listes: Path | None,
    jsonl: tuple[Path, Path] | None,
    irreversible: bool,
    phrase: str | None,
) -> None:
    """Remplace les données personnelles de FICHIER par des repères comme [FEMME_1].

    Sans FICHIER, ou avec « - », lit l’entrée standard. Un docx, odt, xlsx, ods ou csv revient
    avec sa mise en page : dites où avec --sortie. « beffroi restaurer » fait l’inverse.
    """
    lists = _lists(listes)
    if jsonl:
        _many(*jsonl, lists)
        return
    if is_document(fichier):
        _document(Path(fichier), sortie, table, phrase, lists, irreversible)
        return
    text = read_text(fichier)
    if irreversible:
        _write(_anonymised(text, lists), sortie)
        return
    from beffroi.privacy import mask

    masked = mask(text, lists=lists)
    if table:
        _write_table(masked.table, table, phrase)
    _write(_as_json(text, masked) if as_json else masked.text, sortie)
    if not as_json:
        click.echo(summary(masked), err=True)


DOCUMENTS = (".docx", ".odt", ".xlsx", ".ods", ".csv", ".tsv")


def is_document(name: str) -> bool:
    """Whether the file has a layout to keep."""
    return name.lower().endswith(DOCUMENTS)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises :class:`InputError` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"Le fichier « {path.name} » ne peut pas être lu.", detail=str(error)
        ) from error


def _document(
    path: Path,
    sortie: Path | None,
    table: Path | None,
    phrase: str | None,
    lists: Lists,
    irreversible: bool,
) -> None:
    from beffroi.privacy.files import anonymise_file, mask_file
    from beffroi.privacy.wording import counted

    if sortie is None:
        raise click.UsageError("Dites où écrire la copie masquée, avec --sortie.")
    data = read_bytes(path)
    if irreversible:
        masked = anonymise_file(data, name=path.name, today=date.today(), lists=lists)
    else:
        masked = mask_file(data, name=path.name, lists=lists)
    sortie.write_bytes(masked.data)
    if table and not irreversible:
        _write_table(masked.table, table, phrase)
    click.echo(f"Masqué : {counted(masked.counts)}.", err=True)
    for item in masked.left_out:
        click.echo(f"Non traité : {item.what} ({item.count}).", err=True)


def _anonymised(text: str, lists: Lists) -> str:
    from beffroi.privacy import detect
    from beffroi.privacy.publishable import anonymised

    return anonymised(text, detect(text, lists=lists), today=date.today())


def read_text(name: str) -> str:
    """The text of a file, or of standard input for « - ».

    Raises :class:`EmptyText`, or :class:`InputError` for what is not UTF-8 text.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            f"Le fichier « {name} » ne peut pas être lu.", detail=str(error)
        ) from error
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        if "\x00" in text:
            raise InputError(
                f"Le fichier « {name} » n’est pas un texte.",
                next_step="Donnez un fichier txt, ou collez le texte.",
            ) from None
    if not text.strip():
        raise EmptyText
    return text


def _lists(path: Path | None) -> Lists:
    from beffroi.privacy.lists import NO_LISTS, read

    return read(path) if path else NO_LISTS


def summary(masked: Masked) -> str:
    """« 2 personnes, 1 adresse » : how many of each kind, never what they were."""
    from beffroi.privacy.wording import counted

    return f"Masqué : {counted(masked.counts)}."


def _as_json(text: str, masked: Masked) -> str:
    from beffroi.privacy.export import row
    from beffroi.privacy.sensitive import sensitive

    detail = row(None, text, masked)
    del detail["id"]
    detail["sensible"] = [
        {"start": s.start, "end": s.end, "theme": s.theme, "text": s.text} for s in sensitive(text)
    ]
    return json.dumps(detail, ensure_ascii=False, indent=2)


def _write(content: str, path: Path | None) -> None:
    if path:
        path.write_text(content, encoding="utf-8")
    else:
        click.echo(content, nl=not content.endswith("\n"))


def _write_table(table: Table, path: Path, phrase: str | None) -> None:
    from beffroi.privacy.export import dump_table

    phrase = phrase or click.prompt(
        "Phrase de passe de la table", hide_input=True, confirmation_prompt=True
    )
    path.write_text(dump_table(table, phrase), encoding="utf-8")
    path.chmod(0o600)


def _many(source: Path, target: Path, lists: Lists) -> None:
    """One text a line, read and written as they come: memory does not grow with the file."""
    from tqdm import tqdm

    from beffroi.privacy import mask
    from beffroi.privacy.export import row

    done = 0
    with (
        target.open("w", encoding="utf-8") as out,
        tqdm(desc="Masquage", unit=" texte", disable=not sys.stderr.isatty()) as bar,
    ):
        for item in _rows(source):
            text = item["text"]
            out.write(
                json.dumps(row(item["id"], text, mask(text, lists=lists)), ensure_ascii=False)
            )
            out.write("\n")
            done += 1
            bar.update()
    click.echo(f"{done} textes masqués.", err=True)


def _rows(source: Path) -> Iterator[dict[str, Any]]:
    with source.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
                yield {"id": item.get("id", number), "text": str(item["text"])}
            except (ValueError, KeyError, AttributeError, TypeError) as error:
                raise InputError(
                    f"La ligne {number} de « {source.name} » n’est pas de la forme attendue.",
                    next_step="Chaque ligne doit être un objet avec « id » et « text ».",
                    detail=str(error),
                ) from error
