"""``beffroi ecouter``: the files that it writes, the themes that it follows, the errors it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from beffroi.cli import exit_code
from beffroi.cli.ecouter import command
from beffroi.errors import BeffroiError

SAID = (
    "Des pistes cyclables continues jusqu’à la gare. Et plus de bus le soir.",
    "Plus de bus le dimanche",
    "nsp",
    "Supprimer le parking du marché",
    "Des bus plus fréquents le matin",
    "Garder le parking du marché",
    "Une piste cyclable protégée devant l’école",
    "",
)
RESULT = {"rows", "accounting", "themes", "answers", "weak_signals", "contradictions", "synthesis"}
THEME = {"id", "title", "description", "parent", "n_answers", "n_people", "positions"}
ANSWER = {"row", "themes", "position", "ideas", "flags"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reponses.csv"
    path.write_text("\n".join(["Que changer ?", *(f'"{text}"' for text in SAID)]), "utf-8")
    return path


def run(*words: str | Path) -> str:
    done = CliRunner().invoke(command, [str(word) for word in words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


def result_of(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "resultat.json").read_text("utf-8"))
    return data


def test_it_writes_the_result_and_every_form_of_the_report(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sortie"
    run(source, "--colonne", "Que changer ?", "--sans-modele", "--sortie", folder)
    data = result_of(folder)
    assert data.keys() >= RESULT
    assert data["rows"] == len(SAID) == sum(data["accounting"].values())
    assert all(theme.keys() >= THEME for theme in data["themes"])
    assert {path.suffix for path in folder.iterdir()} >= {
        ".json", ".html", ".docx", ".odt", ".pdf", ".xlsx", ".ods", ".csv"
    }  # fmt: skip
    for answer in data["answers"]:
        assert answer.keys() >= ANSWER
        for idea in answer["ideas"]:
            passage = SAID[answer["row"] - 1][idea["start"] : idea["end"]]
            assert passage == passage.strip() != ""
            assert idea["theme"] in {"", *(theme["id"] for theme in data["themes"])}
    rows = {answer["row"] for answer in data["answers"]}
    assert {row for sentence in data["synthesis"] for row in sentence["cites"]} <= rows


@pytest.mark.parametrize("form", ["lines", "json"])
def test_given_themes_are_followed_several_an_answer(
    source: Path, tmp_path: Path, form: str
) -> None:
    titles = ["Pistes cyclables", "Bus plus fréquents", "Parking du marché"]
    listed = [{"title": t, "examples": [f"{t} svp"]} for t in titles]
    content = "\n".join(titles) if form == "lines" else json.dumps(listed)
    (tmp_path / "themes").write_text(content, "utf-8")
    folder = tmp_path / "sortie"
    run(source, "--themes", tmp_path / "themes", "--sans-modele", "--sortie", folder)
    data = result_of(folder)
    assert [theme["title"] for theme in data["themes"]] == titles
    themes = {answer["row"]: answer["themes"] for answer in data["answers"]}
    assert set(themes[1]) == {"t1", "t2"}
    assert themes[2] == ["t2"]
    assert themes[4] == themes[6] == ["t3"]


def test_new_answers_join_a_result_whether_alone_or_in_a_new_export(
    source: Path, tmp_path: Path
) -> None:
    first, more = tmp_path / "premier", ["Plus de bus le samedi", "nsp"]
    run(source, "--sans-modele", "--sortie", first)
    before = result_of(first)
    alone, whole = tmp_path / "suite.csv", tmp_path / "tout.csv"
    alone.write_text("\n".join(["Que changer ?", *more]), "utf-8")
    whole.write_text(source.read_text("utf-8") + "\n" + "\n".join(more), "utf-8")
    found = []
    for file in (alone, whole):
        folder = tmp_path / file.stem
        said = run(file, "--suite", first, "--sans-modele", "--sortie", folder)
        assert "2\u00a0nouvelles réponses" in said
        found.append(result_of(folder))
    assert found[0] == found[1]
    assert found[0]["rows"] == len(SAID) + 2 == sum(found[0]["accounting"].values())
    assert [t["title"] for t in before["themes"]] == [t["title"] for t in found[0]["themes"]]
    assert found[0]["answers"][: len(before["answers"])] == before["answers"]
    again = tmp_path / "encore"
    run(alone, "--suite", tmp_path / "suite", "--sans-modele", "--sortie", again)
    assert result_of(again)["rows"] == len(SAID) + 4


def test_a_result_whose_file_has_changed_is_not_completed(source: Path, tmp_path: Path) -> None:
    run(source, "--sans-modele", "--sortie", tmp_path / "premier")
    source.write_text("Que changer ?\nAutre chose\n", "utf-8")
    with pytest.raises(BeffroiError) as raised:
        run(source, "--suite", tmp_path / "premier", "--sans-modele", "--sortie", tmp_path / "s")
    assert "a changé" in raised.value.sentence
    with pytest.raises(BeffroiError):
        run(source, "--suite", tmp_path, "--sans-modele", "--sortie", tmp_path / "s")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--colonne", "Absente"), 3),
        (("--themes", "VIDE"), 3),
    ],
)
def test_what_cannot_be_used_is_said_with_its_code(
    source: Path, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    (tmp_path / "VIDE").write_text("\n", "utf-8")
    given = [str(tmp_path / w) if w == "VIDE" else w for w in words]
    with pytest.raises(BeffroiError) as raised:
        run(source, *given, "--sans-modele", "--sortie", tmp_path / "sortie")
    assert exit_code(raised.value) == code


def test_a_call_without_its_folder_is_wrong(source: Path) -> None:
    assert CliRunner().invoke(command, [str(source)]).exit_code == 2
