"""A whole work in a folder: killed at any point, it goes on to the same result; later ones join."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from beffroi.consultation import Answer
from beffroi.consultation.export import as_data
from beffroi.consultation.folder import Done, analyse
from beffroi.consultation.kept import FOLDER, Kept, KeptEmbedder, KeptModel
from beffroi.consultation.load import from_data
from beffroi.llm.scripted import ScriptedModel
from beffroi.llm.types import Message
from consultation.killed import ASKED
from consultation.said import WordEmbedder
from consultation.test_join import CABLE
from consultation.test_wording import faithful

#: Files that are made of the result alone: a document also bears the hour when it was made.
SAME = ("resultat.json", "rapport.html", "donnees-ouvertes.csv", "verbatims.csv")


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Path]:
    folder = tmp_path_factory.mktemp("droit")
    done = analyse(ASKED, folder, model=ScriptedModel(faithful), embedder=WordEmbedder())
    return done, folder


def test_killed_again_and_again_it_ends_with_the_same_files(
    straight: tuple[Done, Path], tmp_path: Path
) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ends = []
    for run in range(1, 12):
        command = [sys.executable, "-m", "consultation.killed", str(tmp_path), str(run)]
        ends.append(subprocess.run(command, env=env, check=False).returncode)
        if ends[-1] == 0:
            break
    assert ends[-1] == 0 and ends.count(-signal.SIGKILL) == len(ends) - 1 >= 4
    assert not (tmp_path / FOLDER).exists()
    for name in SAME:
        assert (tmp_path / name).read_bytes() == (straight[1] / name).read_bytes()
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in straight[1].iterdir()}


def test_nothing_is_left_of_a_work_that_ended_and_another_key_starts_anew(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Kept(tmp_path, "un") as kept:
        kept.wrote("a")
        raise ZeroDivisionError
    assert Kept(tmp_path, "un").written() == {"a"}
    assert Kept(tmp_path, "un").resumed and not Kept(tmp_path, "deux").resumed
    with Kept(tmp_path, "deux"):
        pass
    assert not list(tmp_path.iterdir())


def test_what_was_read_and_said_is_not_asked_again(tmp_path: Path) -> None:
    class Deaf:
        name = "sourd"

        def embed(self, texts: object) -> None:
            raise AssertionError

    texts = ["des bus", "", "des vélos"]
    rows = KeptEmbedder(WordEmbedder(), tmp_path).embed(texts)
    assert (KeptEmbedder(Deaf(), tmp_path).embed(texts) == rows).all()  # type: ignore[arg-type]
    asked, path = [Message(role="user", content="Un titre ?")], tmp_path / "modele.jsonl"
    said = list(KeptModel(ScriptedModel("Des bus"), path).stream(asked))[-1].completion
    path.write_text(path.read_text("utf-8") + '{"key": "coup', "utf-8")
    again = KeptModel(ScriptedModel("Autre chose"), path)
    assert list(again.stream(asked))[-1].completion == again.complete(asked) == said


def test_a_result_read_back_is_the_same_to_the_last_position(straight: tuple[Done, Path]) -> None:
    result = straight[0].result
    assert from_data(json.loads(json.dumps(as_data(result)))) == result


def test_new_answers_join_and_the_model_names_only_the_new_themes(
    straight: tuple[Done, Path], tmp_path: Path
) -> None:
    before = straight[0].result
    more = tuple(Answer(row=i, text=text) for i, text in enumerate(CABLE, start=1))
    asked = replace(ASKED, answers=more, before=(before, ASKED.answers))
    model = ScriptedModel(faithful)
    done = analyse(asked, tmp_path, model=model, embedder=WordEmbedder())
    found = {theme.id: theme.title for theme in done.result.themes}
    assert {t.id: t.title for t in before.themes}.items() <= found.items()
    assert len(done.new) == 1 and "éléphérique" in found[done.new[0]]
    naming = [call for call in model.calls if "majorite" not in (call.schema or {})["properties"]]
    assert len(naming) == 1 and len(model.calls) <= 25
    assert any("1\u00a0nouveau thème" in said for said in done.result.notices)
    assert sum(done.result.accounting.values()) == done.result.rows == len(asked.every)
