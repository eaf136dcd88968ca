"""``beffroi clarifier`` and ``beffroi modeles``, as a person or a program calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beffroi.cli.clarifier import command
from beffroi.cli.modeles import command as modeles
from beffroi.cli.provenance import command as provenance
from beffroi.errors import BadModele, UnknownName, UnsupportedFormat
from drafting.acts import TRAFFIC


def clarify(*words: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, [*words, "--sans-modele"], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "arrete.txt"
    path.write_text(TRAFFIC, encoding="utf-8")
    return path


def test_a_file_becomes_a_sheet(act: Path) -> None:
    code, out, err = clarify(str(act))
    assert code in (0, 1)
    assert "## Où" in out
    assert "visas" in err


def test_the_standard_input_is_read() -> None:
    code, out, _ = clarify("-", "-m", "sms-alerte", stdin=TRAFFIC)
    assert code in (0, 1)
    assert len(out.strip()) <= 160


def test_json_is_whole(act: Path) -> None:
    _, out, _ = clarify(str(act), "--json", "-m", "publication", "-c", "reseau=x")
    row = json.loads(out)
    assert row["sans_modele"] is True
    assert row["modele"].startswith("publication@")
    assert len(row["texte"]) <= 280
    assert row["energie_wh"] is None


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "txt", "pdf"])
def test_the_draft_goes_to_a_file(act: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"fiche.{ending}"
    clarify(str(act), "-o", str(target))
    assert target.stat().st_size > 500


def test_a_poster_is_laid_out(act: Path, tmp_path: Path) -> None:
    target = tmp_path / "affiche.png"
    clarify(str(act), "-m", "affiche", "-o", str(target))
    assert target.read_bytes().startswith(b"\x89PNG")


def test_jsonl_accounts_for_every_line(tmp_path: Path) -> None:
    source, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    lines = [
        json.dumps({"id": "un", "texte": TRAFFIC}),
        json.dumps({"id": "deux", "texte": ""}),
        "pas du json",
        "",
        json.dumps({"id": "quatre", "texte": "Le parc est fermé.", "modele": "sms-alerte"}),
        json.dumps({"id": "cinq", "texte": "a", "modele": "inconnu"}),
        json.dumps({"id": "six"}),
        json.dumps(["pas", "un", "objet"]),
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    clarify("--jsonl", str(source), str(target))
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["un", "deux", 3, "quatre", "cinq", 6, 7]
    assert ["erreur" in row for row in rows] == [False, True, True, False, True, True, True]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("-m", "inconnu"), UnknownName),
        (("-o", "fiche.xls"), UnsupportedFormat),
        (("-c", "couleur=bleu"), UnknownName),
    ],
)
def test_wrong_calls_are_said(act: Path, words: tuple[str, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        clarify(str(act), *words)


def test_audience_tone_and_length_act_and_are_told(act: Path, tmp_path: Path) -> None:
    words = ("--public", "enfant", "--longueur", "court", "--json")
    _, out, _ = clarify(str(act), *words, "-o", str(tmp_path / "a.docx"))
    row = json.loads(out)
    assert row["options"] == {"public": "enfant", "ton": "direct", "longueur": "courte"}
    assert "Que risques-tu" in row["texte"]
    assert any("laissée de côté" in notice for notice in row["avis"])
    shown = CliRunner().invoke(provenance, [str(tmp_path / "a.docx")]).output
    assert "longueur\u00a0: courte" in shown


def test_a_line_of_jsonl_has_its_own_choices(tmp_path: Path) -> None:
    source, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    lines = [
        {"id": 1, "texte": TRAFFIC, "options": {"longueur": "courte"}},
        {"id": 2, "texte": TRAFFIC},
        {"id": 3, "texte": TRAFFIC, "modele": "sms-alerte", "options": {"longueur": "moyenne"}},
        {"id": 4, "texte": TRAFFIC, "options": {"longueur": "énorme"}},
    ]
    source.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    clarify("--jsonl", str(source), str(target), "--longueur", "moyenne")
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    chosen = [row["options"]["longueur"] if "options" in row else None for row in rows]
    assert chosen == ["courte", "moyenne", "moyenne", None]
    assert "courte, moyenne, longue" in rows[3]["erreur"]["message"]


def test_the_help_tells_the_exit_codes() -> None:
    said = CliRunner().invoke(command, ["--help"]).output
    assert "Codes de sortie" in said and "130" in said


def test_modeles_are_listed_shown_and_tried() -> None:
    run = CliRunner().invoke
    assert "Langage clair" in run(modeles, []).output
    assert "sms-alerte@" in run(modeles, ["montrer", "sms-alerte"]).output
    tried = run(modeles, ["essayer", "affiche"])
    assert tried.output.count("réussi") >= 5


def test_a_folder_of_ones_own_is_tried_and_its_failures_exit_with_1(tmp_path: Path) -> None:
    (tmp_path / "essais").mkdir()
    (tmp_path / "modele.md").write_text(
        '+++\nnom = "mien"\ntitre = "Mien"\nversion = 1\nbut = "Essayer."\n\n[[champs]]\n'
        'nom = "texte"\ntitre = "Texte"\ngenre = "document"\n\n[sans_modele]\n'
        'gabarit = "Avis : $quoi"\n+++\nRésumez : $texte\n',
        encoding="utf-8",
    )
    (tmp_path / "essais" / "1.toml").write_text(
        'titre = "Dit avis"\n[valeurs]\ntexte = "Le parc est fermé."\n'
        '[attendu]\ncontient = ["Avis"]\nne_dit_pas = ["fermé"]\n',
        encoding="utf-8",
    )
    tried = CliRunner().invoke(modeles, ["essayer", str(tmp_path)])
    assert tried.exit_code == 1
    assert "dit « fermé »" in tried.output.replace("\u00a0", " ")


def test_a_broken_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadModele):
        CliRunner().invoke(modeles, ["essayer", str(tmp_path)], catch_exceptions=False)
