"""Which model answers, and what the page says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.errors import ModelUnavailable, UnknownName
from beffroi.llm.catalogue import file_of, find
from beffroi.llm.choose import available, choices, choose
from beffroi.llm.embedded import EmbeddedModel
from beffroi.llm.lock import held
from beffroi.llm.openai_compatible import OpenAICompatible
from beffroi.llm.progress import lock_of
from beffroi.llm.shared import SharedModel
from beffroi.settings import Settings


def pretend(home: Path, *names: str) -> None:
    """Files of the right size, empty: what is looked at before a model is loaded."""
    (home / "modeles").mkdir(exist_ok=True)
    for name in names:
        entry = find(name)
        with file_of(entry, home).open("wb") as file:
            file.truncate(entry.bytes)


def progress(home: Path, step: str) -> None:
    (home / "modeles").mkdir(exist_ok=True)
    row = {"name": "qwen3-4b", "title": "Qwen3", "step": step, "done": 42, "total": 100}
    (home / "modeles" / "installation.json").write_text(json.dumps(row))


def test_nothing_is_said_to_be_nothing(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert choose(settings) is None
    assert choices(settings) == ()
    assert (available(settings).state, available(settings).sentence) == ("aucun", "Aucun modèle")


def test_the_best_installed_answers(tmp_path: Path) -> None:
    pretend(tmp_path, "smollm2-135m-instruct", "qwen2.5-coder-1.5b")
    settings = Settings(home=tmp_path)
    model = choose(settings)
    assert isinstance(model, EmbeddedModel)
    assert model.info.name == "qwen2.5-coder-1.5b"
    now = available(settings)
    assert now.state == "machine"
    assert now.sentence == "Modèle sur cette machine\N{NO-BREAK SPACE}: Qwen2.5 Coder 1.5B Instruct"


def test_the_setting_decides_among_the_installed(tmp_path: Path) -> None:
    pretend(tmp_path, "smollm2-135m-instruct", "qwen2.5-coder-1.5b")
    model = choose(Settings(home=tmp_path, model="smollm2-135m-instruct"))
    assert model is not None and model.info.name == "smollm2-135m-instruct"


def test_a_name_decides_before_the_settings(tmp_path: Path) -> None:
    pretend(tmp_path, "smollm2-135m-instruct", "qwen2.5-coder-1.5b")
    settings = Settings(home=tmp_path, model_url="http://127.0.0.1:1/v1", model_name="distant")
    model = choose(settings, "smollm2-135m-instruct")
    assert isinstance(model, EmbeddedModel)
    assert choose(settings, "aucun") is None
    assert isinstance(choose(settings, "distant"), OpenAICompatible)


def test_a_person_takes_a_turn_at_the_shared_process(tmp_path: Path) -> None:
    pretend(tmp_path, "smollm2-135m-instruct")
    assert isinstance(choose(Settings(home=tmp_path), owner="compte-7"), SharedModel)


def test_the_remote_answers_with_its_place(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path,
        model_url="https://serveur.exemple.fr/v1",
        model_name="grand",
        model_place="france_ue",
        model_context=4000,
        model_strong=True,
    )
    model = choose(settings)
    assert isinstance(model, OpenAICompatible)
    assert (model.info.name, model.info.place) == ("grand", "france_ue")
    assert model.info.context_tokens == 4000
    assert model.info.strong
    assert available(settings).sentence == "Modèle distant\N{NO-BREAK SPACE}: grand"


def test_unknown_and_not_installed_are_told_apart(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with pytest.raises(UnknownName):
        choose(settings, "inconnu")
    with pytest.raises(ModelUnavailable, match="modele installer qwen3-4b"):
        choose(settings, "qwen3-4b")


def test_a_download_is_shown_while_it_lives(tmp_path: Path) -> None:
    progress(tmp_path, "telechargement")
    settings = Settings(home=tmp_path)
    with held(lock_of(tmp_path)):
        now = available(settings)
        assert (now.state, now.percent) == ("arrive", 42)
        nbsp = "\N{NO-BREAK SPACE}"
        assert now.sentence == f"Téléchargement du modèle{nbsp}: 42{nbsp}%"
        pretend(tmp_path, "smollm2-135m-instruct")
        assert (available(settings).state, available(settings).percent) == ("machine", 42)


@pytest.mark.parametrize("step", ["telechargement", "echec"])
def test_an_installation_that_stopped_is_said(tmp_path: Path, step: str) -> None:
    progress(tmp_path, step)
    now = available(Settings(home=tmp_path))
    assert now.state == "aucun"
    assert "n’est pas allée au bout" in now.sentence
