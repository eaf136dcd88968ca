"""``beffroi clarifier``: a text made clear, in a terminal, a file, or many at once.

Exit codes: 0 done (the floor counts as done: it says why on the error stream) · 1 done, with
blocking points · 2 the call is wrong · 3 the text or a name cannot be used · 130 stopped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from beffroi.errors import InputError, UnsupportedFormat

if TYPE_CHECKING:
    from beffroi.drafting import Draft, Modele, Request
    from beffroi.llm.types import ChatModel

FORMATS = ("docx", "odt", "pdf", "html", "txt", "png")
DATA_CLASSES = ("publique", "interne", "personnelle", "sensible")


@click.command()
@click.argument("fichier", required=False)
@click.argument("sortie_jsonl", required=False, type=click.Path(path_type=Path))
@click.option("--modele", "-m", default="langage-clair", help="Modèle d’écriture, ou son dossier.")
@click.option("--public", help="lyceen, personne-agee, nouvel-arrivant, non-specialiste, enfant.")
@click.option("--ton", help="Selon le modèle : direct, neutre, sobre, cordial, formel…")
@click.option("--longueur", help="courte, moyenne ou longue.")
@click.option("--champ", "-c", multiple=True, metavar="NOM=VALEUR", help="Remplit un autre champ.")
@click.option("--sans-modele", is_flag=True, help="N’emploie aucun modèle de langage.")
@click.option("--modele-langage", metavar="NOM", help="Modèle de langage à employer.")
@click.option("--donnees", type=click.Choice(DATA_CLASSES), default="interne", show_default=True)
@click.option("--collectivite", default="", help="Nom de la collectivité qui parle.")
@click.option("--json", "as_json", is_flag=True, help="Écrit le brouillon et ses points en JSON.")
@click.option("--sortie", "-o", type=click.Path(path_type=Path), help="docx, odt, pdf, html…")
@click.option("--jsonl", is_flag=True, help="Traite chaque ligne d’ENTREE et écrit SORTIE.")
def command(
    fichier: str | None,
    sortie_jsonl: Path | None,
    modele: str,
    champ: tuple[str, ...],
    sans_modele: bool,
    modele_langage: str | None,
    donnees: str,
    collectivite: str,
    as_json: bool,
    sortie: Path | None,
    jsonl: bool,
    **choices: str | None,
) -> None:
    """Rend un texte clair, ou l’adapte à un canal, et vérifie qu’il dit la même chose.

    \b
    beffroi clarifier ARRETE.docx
    beffroi clarifier ARRETE.docx --public enfant --longueur courte
    beffroi clarifier ARRETE.pdf --modele sms-alerte --sans-modele
    beffroi clarifier - --modele publication -c reseau=x < texte.txt
    beffroi clarifier --jsonl ENTREE.jsonl SORTIE.jsonl

    Sans FICHIER, ou avec « - », lit l’entrée standard. Codes de sortie : 0, fait ; 1, fait, un
    point bloquant reste ouvert ; 2, appel incorrect ; 3, texte ou nom inutilisable ; 130, arrêté.
    """
    from beffroi.cli.clarifier_many import write_many
    from beffroi.drafting.chain import find_modele

    if sortie is not None and sortie.suffix.lstrip(".") not in FORMATS:
        raise UnsupportedFormat(next_step=f"Choisissez : {', '.join(FORMATS)}.")
    modeles, name = known_modeles(modele)
    options = {**fields_of(champ), **{k: v for k, v in choices.items() if v is not None}}
    model = None if sans_modele else language_model(modele_langage)
    if jsonl:
        if fichier is None or sortie_jsonl is None:
            raise click.UsageError("--jsonl demande deux fichiers : ENTREE et SORTIE.")
        write_many(Path(fichier), sortie_jsonl, name, options, modeles, model)
        return
    text, left_out = read_source(fichier or "-")
    request = request_of(
        find_modele(modeles, name), text, options, fichier or "", donnees, collectivite
    )
    draft = write_one(request, modeles, model, quiet=as_json or sortie is not None)
    give_back(draft, modeles[name], as_json=as_json, target=sortie, left_out=left_out)
    sys.exit(1 if any(f.severity == "bloquant" for f in draft.findings) else 0)


def known_modeles(name: str) -> tuple[dict[str, Modele], str]:
    """The modèles that ship, with the one of a folder when ``name`` is a folder."""
    from beffroi.drafting import from_folder, shipped_modeles

    modeles = shipped_modeles()
    if name not in modeles and Path(name).is_dir():
        own = from_folder(Path(name))
        return {**modeles, own.name: own}, own.name
    return modeles, name


def language_model(name: str | None) -> ChatModel | None:
    """The model that the settings and the installation give, or none. A missing model is said."""
    from beffroi.llm.choose import choose
    from beffroi.settings import load

    model = choose(load(), name)
    if model is None:
        click.echo("Aucun modèle de langage installé : version faite par règles.", err=True)
    return model


def fields_of(pairs: tuple[str, ...]) -> dict[str, str]:
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise click.UsageError(f"« {wrong[0]} » : écrivez -c nom=valeur.")
    return dict(pair.split("=", 1) for pair in pairs)


def request_of(
    modele: Modele,
    text: str,
    options: Mapping[str, str],
    name: str,
    data_class: str,
    collectivite: str,
) -> Request:
    from typing import cast

    from beffroi.drafting import Request
    from beffroi.drafting.types import DataClass

    item = modele.document_field
    if item is None:
        raise InputError(f"Le modèle « {modele.title} » ne part pas d’un texte.")
    return Request(
        modele=modele.name,
        values={item.name: text, **options},
        data_class=cast(DataClass, data_class),
        source_name=Path(name).name if name not in ("", "-") else "",
        collectivite=collectivite,
    )


def read_source(name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file of any known format, or of the standard input, and what was left out."""
    from beffroi.documents import read

    source = sys.stdin.buffer.read() if name == "-" else Path(name)
    document = read(source, name="entree.txt" if name == "-" else "")
    return document.text, tuple(f"{item.count} × {item.what}" for item in document.left_out)


def write_one(
    request: Request, modeles: Mapping[str, Modele], model: ChatModel | None, *, quiet: bool
) -> Draft:
    """The draft; unless ``quiet``, shown as it comes on a terminal, with progress beside."""
    from beffroi.drafting import Done, Piece, Progress, Replace, run

    screen = not quiet and sys.stdout.isatty()
    shown, draft = "", None
    for event in run(request, model=model, modeles=modeles):
        if isinstance(event, Done):
            draft = event.draft
        elif isinstance(event, Progress):
            _progress(event.label, event.done, event.total, streaming=screen)
        elif screen and isinstance(event, Piece):
            click.echo(event.text, nl=False)
            shown += event.text
        elif screen and isinstance(event, Replace):
            shown = _corrected(shown, event.text)
    assert draft is not None
    _progress("", 1, 1, streaming=screen)
    if not quiet:
        click.echo("" if screen else draft.text)
    return draft


def _corrected(shown: str, text: str) -> str:
    """What is on the screen cannot be taken back: the changed end is written again, and said."""
    same = 0
    while same < min(len(shown), len(text)) and shown[same] == text[same]:
        same += 1
    start = text.rfind("\n", 0, same) + 1
    click.echo(f"\n[corrigé]\n{text[start:]}", nl=False)
    return text


def _progress(label: str, done: int, total: int, *, streaming: bool) -> None:
    """One line, rewritten, on a terminal's error stream; nothing elsewhere."""
    if streaming or not sys.stderr.isatty():
        return
    bar = "█" * (20 * done // max(1, total))
    click.echo(f"\r\033[K{bar:<20} {label}" if label else "\r\033[K", nl=False, err=True)


def give_back(
    draft: Draft,
    modele: Modele,
    *,
    as_json: bool,
    target: Path | None,
    left_out: tuple[str, ...],
) -> None:
    """The file and the JSON asked for; notices and points on the error stream."""
    from beffroi.cli.clarifier_out import as_row, write_file

    if as_json:
        click.echo(json.dumps(as_row(draft, left_out), ensure_ascii=False, indent=2))
    if target is not None:
        write_file(draft, modele, target)
        click.echo(f"Écrit dans {target}.", err=True)
    for told in (*(f"Non lu dans le document : {item}." for item in left_out), *draft.notices):
        click.echo(told, err=True)
    if not as_json:
        _print_findings(draft)


def _print_findings(draft: Draft) -> None:
    words = {"bloquant": "BLOQUANT", "a_verifier": "À VÉRIFIER"}
    serious = [finding for finding in draft.findings if finding.severity in words]
    for finding in serious:
        click.echo(f"{words[finding.severity]} · {finding.title} : {finding.message}", err=True)
    if not serious:
        click.echo("Aucun point ouvert. Relisez avant de publier.", err=True)
