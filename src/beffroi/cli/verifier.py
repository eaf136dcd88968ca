"""``beffroi verifier``: does a rewrite say the same thing as its source?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from beffroi.errors import BadPairs, EmptyText, InputError
from beffroi.findings import Finding, Kind

if TYPE_CHECKING:
    from beffroi.fidelity import Verdict

KINDS: tuple[str, ...] = get_args(Kind)
VERDICTS = {
    "fidele": "Fidèle : rien de ce qui se vérifie n’a changé.",
    "a_verifier": "À vérifier : une personne doit relire ces passages.",
    "infidele": "Infidèle : la réécriture change le sens de la source.",
}
SEVERITIES = {"bloquant": "BLOQUANT", "a_verifier": "À VÉRIFIER", "information": "Information"}


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("reecriture", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Écrit le résultat en JSON.")
@click.option(
    "--jsonl", is_flag=True, help="Vérifie les couples d’ENTREE et les écrit dans SORTIE."
)
@click.option(
    "--type", "kind", type=click.Choice(KINDS), default="plain", help="À quoi sert la réécriture."
)
@click.option("--peut-omettre", multiple=True, help="Famille de faits qui peut être laissée.")
def command(
    source: Path,
    reecriture: Path,
    as_json: bool,
    jsonl: bool,
    kind: str,
    peut_omettre: tuple[str, ...],
) -> None:
    """Compare une réécriture à sa source, fait par fait.

    SOURCE et REECRITURE sont des fichiers txt, docx, odt, pdf, html…

    beffroi verifier SOURCE REECRITURE, ou beffroi verifier --jsonl ENTREE SORTIE.
    """
    if jsonl:
        check_pairs(source, reecriture)
        return
    from beffroi.fidelity import compare, verdict

    findings = compare(
        _text_of(source),
        _text_of(reecriture),
        kind=cast(Kind, kind),
        may_omit=frozenset(peut_omettre),
    )
    outcome = verdict(findings)
    if as_json:
        click.echo(json.dumps(as_row("", outcome, findings), ensure_ascii=False, indent=2))
    else:
        _print(outcome, findings)
    sys.exit(1 if outcome == "infidele" else 0)


def check_pairs(source: Path, target: Path) -> None:
    """One line of ``target`` for each line of ``source``, in the same order."""
    from beffroi.fidelity import compare, verdict

    written = 0
    pairs = list(_pairs(source))
    with target.open("w", encoding="utf-8") as out:
        for pair in pairs:
            findings = compare(pair["source"], pair["rewrite"], kind=pair["kind"])
            row = as_row(pair["id"], verdict(findings), findings)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    assert written == len(pairs)
    click.echo(f"{written} couples vérifiés, écrits dans {target}.", err=True)


def as_row(identifier: str, outcome: Verdict, findings: list[Finding]) -> dict[str, Any]:
    """The published shape of a result: offsets are ``null`` on the side that is absent."""
    return {
        "id": identifier,
        "verdict": outcome,
        "findings": [
            {
                "type": finding.type,
                "severity": finding.severity,
                "source_start": finding.source.start if finding.source else None,
                "source_end": finding.source.end if finding.source else None,
                "draft_start": finding.draft.start if finding.draft else None,
                "draft_end": finding.draft.end if finding.draft else None,
                "source_text": finding.source_text,
                "draft_text": finding.draft_text,
                "message": finding.message,
            }
            for finding in findings
        ],
    }


def _pairs(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_read(path).splitlines(), start=1):
        if line.strip():
            yield _pair(line, number)


def _pair(line: str, number: int) -> dict[str, Any]:
    try:
        raw = json.loads(line)
        pair = {"id": raw["id"], "source": raw["source"], "rewrite": raw["rewrite"]}
    except (ValueError, KeyError, TypeError) as error:
        raise BadPairs(
            f"La ligne {number} n’est pas un couple lisible.", detail=repr(error)
        ) from error
    kind = raw.get("kind", "plain")
    if kind not in KINDS:
        raise BadPairs(f"La ligne {number} a un type inconnu : « {kind} ».")
    if not isinstance(pair["source"], str) or not isinstance(pair["rewrite"], str):
        raise BadPairs(f"La ligne {number} n’est pas un couple lisible.")
    if not pair["source"].strip():
        raise EmptyText(f"La source de la ligne {number} est vide.")
    return {**pair, "kind": kind}


def _text_of(path: Path) -> str:
    """The text of a file. A txt is read as it is: the offsets of a result are those of the file."""
    if path.suffix.lower() in ("", ".txt", ".md"):
        return _read(path)
    from beffroi.documents import read

    return read(path).text


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return path.read_text(encoding="cp1252")
    except OSError as error:
        raise InputError(f"Le fichier {path} ne peut pas être lu.", detail=repr(error)) from error


def _print(outcome: Verdict, findings: list[Finding]) -> None:
    click.echo(VERDICTS[outcome])
    for finding in findings:
        click.echo(f"\n[{SEVERITIES[finding.severity]}] {finding.title}\n  {finding.message}")
