"""A model may name and word; whatever it does, the counted result stands."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from beffroi.consultation import Answer, Given, Result, listen
from beffroi.consultation.ask import prompt
from beffroi.consultation.wording import budget, worded
from beffroi.errors import ModelError, ModelTimeout, ModelUnavailable, Stopped
from beffroi.llm.scripted import SCRIPTED_INFO, Call, ScriptedModel
from beffroi.privacy import Lists
from consultation.said import EXTRA, SUBJECTS, WordEmbedder

QUESTION = "Que faut-il changer ?"


@pytest.fixture(scope="module")
def answers() -> tuple[Answer, ...]:
    said = [
        f"{t} {'svp' * (i % 2)}".strip() for i in range(12) for s in SUBJECTS.values() for t in s
    ]
    return tuple(Answer(row=i, text=t) for i, t in enumerate([*said, *EXTRA], start=1))


@pytest.fixture(scope="module")
def result(answers: tuple[Answer, ...]) -> Result:
    return listen(answers, question=QUESTION, embedder=WordEmbedder())


def faithful(call: Call) -> str:
    """A model that answers with the first passage of each group."""
    schema = call.schema or {}
    passages = re.findall(r"^- (?!\(avis)(.+)$", call.last, re.M)
    said = f"Les habitants demandent {passages[0]}"
    if "majorite" in schema["properties"]:
        return json.dumps({"majorite": said, "minorite": ""})
    first = dict(re.findall(r"^(g\d+)\. .*\n.*\n- (.+)$", call.last, re.M))
    return json.dumps(
        {key: {"titre": first[key], "description": said} for key in schema["properties"]}
    )


def counted(result: Result) -> list[tuple[object, ...]]:
    return [(t.id, t.parent, t.n_answers, t.n_people, dict(t.positions)) for t in result.themes]


def test_a_model_names_describes_and_words(answers: tuple[Answer, ...], result: Result) -> None:
    model = ScriptedModel(faithful)
    found = worded(result, answers, model=model)
    assert counted(found) == counted(result)
    assert found.answers == result.answers
    assert len(model.calls) <= budget(result.rows) <= 25
    assert any("demandent" in theme.description for theme in found.themes)
    assert any("demandent" in sentence.text for sentence in found.synthesis)
    assert "nommer-themes@" in found.notices[0]
    before = {theme.title for theme in result.themes}
    assert len({theme.title for theme in found.themes}) >= len(before) - 1


def test_every_sentence_of_a_model_cites_what_it_was_shown(
    answers: tuple[Answer, ...], result: Result
) -> None:
    found = worded(result, answers, model=ScriptedModel(faithful))
    for sentence in found.synthesis:
        if "demandent" in sentence.text:
            assert sentence.cites
            assert not re.search(r"\d", sentence.text)


@pytest.mark.parametrize(
    "script",
    [
        ModelTimeout(),
        ModelUnavailable(),
        "pas du JSON",
        json.dumps({"g1": {"titre": "Tramway moderne à étage", "description": "12 personnes."}}),
    ],
)
def test_whatever_fails_the_computed_result_stands(
    answers: tuple[Answer, ...], result: Result, script: str | ModelError
) -> None:
    found = worded(result, answers, model=ScriptedModel(script))
    assert replace(found, notices=()) == result
    assert "les textes calculés ont été gardés" in found.notices[-1]
    if isinstance(script, ModelError):
        assert len(found.notices) == 1  # nothing was proposed: nothing says that it was


def test_a_model_that_is_not_there_is_asked_once(
    answers: tuple[Answer, ...], result: Result
) -> None:
    model = ScriptedModel(ModelUnavailable())
    worded(result, answers, model=model)
    assert len(model.calls) == 1


def test_titles_that_a_person_gave_are_kept(answers: tuple[Answer, ...]) -> None:
    given = [Given(id="a", title="Pistes cyclables"), Given(id="b", title="Arbres et ombre")]
    result = listen(answers, question=QUESTION, embedder=WordEmbedder(), given=given)
    model = ScriptedModel(faithful)
    found = worded(result, answers, model=model, naming=())
    assert [theme.title for theme in found.themes] == ["Pistes cyclables", "Arbres et ombre"]
    assert len(model.calls) == 2


def test_nothing_personal_leaves_the_machine(answers: tuple[Answer, ...]) -> None:
    said = [
        replace(a, text=f"{a.text}, demandez à Mme Odile Lambert au 06 12 34 56 78")
        for a in answers
    ]
    result = listen(said, question="Que dit Mme Odile Lambert ?", embedder=WordEmbedder())
    far = ScriptedModel(faithful, info=replace(SCRIPTED_INFO, place="ailleurs"))
    worded(result, said, model=far)
    sent = "".join(message.content for call in far.calls for message in call.messages)
    assert far.calls
    assert "Lambert" not in sent
    assert "06 12 34 56 78" not in sent


def test_the_lists_of_an_authority_hold_beyond_the_machine(
    answers: tuple[Answer, ...], result: Result
) -> None:
    far = ScriptedModel(faithful, info=replace(SCRIPTED_INFO, place="france_ue"))
    asked = replace(result, question="Que faut-il changer à l’opération Colibri ?")
    worded(asked, answers, model=far, lists=Lists(always=("Colibri",)))
    sent = "".join(message.content for call in far.calls for message in call.messages)
    assert "l’opération" in sent and "Colibri" not in sent


def test_tracks_carry_the_titles_of_their_themes(
    answers: tuple[Answer, ...], result: Result
) -> None:
    found = worded(result, answers, model=ScriptedModel(faithful))
    titles = {theme.title for theme in found.themes}
    assert found.tracks
    assert all(track.text.split("\N{NO-BREAK SPACE}: ")[0] in titles for track in found.tracks)


def test_a_person_can_stop_it(answers: tuple[Answer, ...], result: Result) -> None:
    with pytest.raises(Stopped):
        worded(result, answers, model=ScriptedModel(faithful), stop=lambda: True)


@pytest.mark.parametrize(
    ("answers", "calls"),
    [(0, 25), (12, 25), (1_000, 25), (31_623, 52), (1_000_000, 80), (10**9, 80)],
)
def test_the_budget_of_calls(answers: int, calls: int) -> None:
    assert abs(budget(answers) - calls) <= 1


@pytest.mark.parametrize("file", ["nommer", "resumer"])
def test_instructions_have_a_version(file: str) -> None:
    assert prompt(file).version >= 1
