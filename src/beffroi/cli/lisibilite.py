"""``beffroi lisibilite``: can people read this text, and what would make it easier?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from beffroi.errors import EmptyText
from beffroi.findings import Finding

if TYPE_CHECKING:
    from beffroi.clarity import Change
    from beffroi.clarity.rules import Audience

SHOWN = 25
SEVERITIES = {"a_verifier": "À REVOIR", "information": "Conseil"}
TRENDS = {"mieux": "mieux", "egal": "=", "moins_bien": "moins bien"}
DRAFT_NOTICE = (
    "Ces conseils préparent un brouillon FALC à faire relire par des personnes concernées."
)


@click.command()
@click.argument("fichier", default="-", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Écrit le résultat en JSON.")
@click.option(
    "--profil",
    "audience",
    type=click.Choice(["langage-clair", "falc"]),
    default="langage-clair",
    help="Règles du langage clair, ou règles pour un brouillon FALC.",
)
def command(fichier: Path, as_json: bool, audience: str) -> None:
    """Mesure la lisibilité d’un texte et dit quoi améliorer, sans aucun modèle.

    FICHIER est un texte, un docx, un odt, un pdf… ou « - » pour lire l’entrée standard.
    """
    from beffroi.clarity import clarity_findings, compare, profile, rewrite

    text = _read(fichier)
    before = profile(text)
    findings = clarity_findings(text, audience=cast("Audience", audience))
    rewriting = rewrite(text)
    changes = compare(before, profile(rewriting.text))
    if as_json:
        row = as_row(before, findings, changes, rewriting, audience)
        click.echo(json.dumps(row, ensure_ascii=False, indent=2))
        return
    click.echo(f"{before.words} mots, {before.sentences} phrases, {before.paragraphs} paragraphes.")
    _print_changes(changes)
    _print_findings(findings)
    if audience == "falc":
        click.echo(f"\n{DRAFT_NOTICE}")


def as_row(
    before: Any,
    findings: Iterable[Finding],
    changes: Iterable[Change],
    rewriting: Any,
    audience: str,
) -> dict[str, Any]:
    """The whole result as one dictionary; names are in French, for the person who reads it."""
    from beffroi.clarity.export import change_rows, finding_rows, profile_row, rewriting_row

    row: dict[str, Any] = {
        "profil": audience,
        "lisibilite": profile_row(before),
        "remarques": finding_rows(findings),
        "reecriture": rewriting_row(rewriting),
        "comparaison": change_rows(changes),
    }
    if audience == "falc":
        row["avertissement"] = DRAFT_NOTICE
    return row


def _read(path: Path) -> str:
    from beffroi.documents import read

    if str(path) != "-":
        return read(path).text
    data = sys.stdin.buffer.read()
    if not data.strip():
        raise EmptyText
    return read(data, name="entree.txt").text


def _print_changes(changes: Iterable[Change]) -> None:
    click.echo("\nLisibilité du texte, et du même texte réécrit par règle :")
    for change in changes:
        after = f"{_number(change.after.value):>8}  {TRENDS[change.trend]}"
        click.echo(f"  {change.before.label:<42}{_number(change.before.value):>8}  → {after}")
        if change.before.better == "bas" and change.before.value == 0:
            continue
        click.echo(f"      {change.before.meaning}")


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").removesuffix(",0")


def _print_findings(findings: list[Finding]) -> None:
    click.echo(f"\n{len(findings)} passages à revoir :" if findings else "\nRien à revoir.")
    for finding in findings[:SHOWN]:
        passage = " ".join(finding.draft_text.split())
        short = passage if len(passage) <= 90 else passage[:87] + "…"
        click.echo(f"  {SEVERITIES[finding.severity]} · {finding.title} : « {short} »")
        click.echo(f"      {finding.message}")
        if finding.suggestion:
            click.echo(f"      Proposition : « {finding.suggestion} »")
    if len(findings) > SHOWN:
        rest = len(findings) - SHOWN
        click.echo(f"  … et {rest} autres : « beffroi lisibilite --json » les donne toutes.")
