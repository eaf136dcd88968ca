"""A model words what the page shows; what people decided, and what was counted, stand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from beffroi.errors import ModelTimeout, ModelUnavailable
from beffroi.llm.scripted import SCRIPTED_INFO, Call, ScriptedModel
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.models import Listed
from beffroi_web.consultation import convert, jobs, work
from beffroi_web.consultation.models import Consultation
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.models import State

from .test_journey import FILE, MORE, added, decide, give, themes

WORDS = "Les habitants demandent"


def faithful(call: Call) -> str:
    """A model that answers with the first passage of each group."""
    properties = (call.schema or {})["properties"]
    said = f"{WORDS} {re.findall(r'^- (?!.avis)(.+)$', call.last, re.M)[0]}"
    if "majorite" in properties:
        return json.dumps({"majorite": said, "minorite": ""})
    first = dict(re.findall(r"^(g\d+)\. .*\n.*\n- (.+)$", call.last, re.M))
    return json.dumps({key: {"titre": first[key], "description": said} for key in properties})


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ScriptedModel]:
    def choose(script: Any, place: Any = "machine") -> ScriptedModel:
        model = ScriptedModel(script, info=replace(SCRIPTED_INFO, place=place))
        monkeypatch.setattr(work, "model_for", lambda collectivite, owner="": model)
        return model

    return choose


def analysed(client: Client, collectivite: Collectivite, **values: str) -> Consultation:
    address = give(client, FILE)["Location"]
    asked = {"titre": "Mobilité", "colonnes": ["Réponse"], "question": "Que changer ?", **values}
    assert client.post(address, asked).status_code == 302
    assert run_waiting() == 1
    found: Consultation = Consultation.objects.for_(collectivite).latest("pk")
    assert found.job is not None and found.job.state == State.DONE
    return found


def page(client: Client, row: Consultation, part: str = "") -> str:
    html = client.get(f"/ecouter/{row.pk}/{part}").content.decode()
    return html.replace("\u00a0", " ").replace("\u202f", " ")


def names(row: Consultation) -> list[str]:
    return [theme.title for theme in themes(row)]


def test_the_model_words_titles_and_synthesis(
    client: Client, collectivite: Collectivite, use: Callable[..., ScriptedModel]
) -> None:
    computed = analysed(client, collectivite)
    model = use(faithful)
    row = analysed(client, collectivite)
    assert 0 < len(model.calls) <= 25
    assert names(row) != names(computed)
    assert [t.n_answers for t in themes(row)] == [t.n_answers for t in themes(computed)]
    assert WORDS in page(client, row)
    sentence = f"proposés par {SCRIPTED_INFO.title}"
    assert sentence in page(client, row) and sentence in page(client, row, "rapport/")
    assert "Sans modèle de langage :" not in page(client, row)


def test_without_a_model_one_sentence_says_so(client: Client, collectivite: Collectivite) -> None:
    row = analysed(client, collectivite)
    assert page(client, row).count("Sans modèle de langage : les titres et la synthèse") == 1


@pytest.mark.parametrize("error", [ModelTimeout(), ModelUnavailable()])
def test_a_model_that_fails_leaves_what_was_computed(
    client: Client,
    collectivite: Collectivite,
    use: Callable[..., ScriptedModel],
    error: Exception,
) -> None:
    computed = analysed(client, collectivite)
    use(error)
    row = analysed(client, collectivite)
    assert themes(row) == themes(computed)
    found, expected = (convert.result_of(r, convert.answers_of(r)) for r in (row, computed))
    assert found.synthesis == expected.synthesis and found.tracks == expected.tracks
    assert "les textes calculés ont été gardés" in page(client, row)
    assert "proposés par" not in page(client, row)


def test_a_model_that_cannot_be_opened_leaves_what_was_computed(
    client: Client, collectivite: Collectivite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ModelUnavailable("Le modèle n’est pas installé.")

    monkeypatch.setattr(work, "model_for", refuse)
    row = analysed(client, collectivite)
    assert names(row) and "Le modèle n’est pas installé." in page(client, row)


def test_titles_of_a_person_are_never_renamed(
    client: Client, collectivite: Collectivite, use: Callable[..., ScriptedModel]
) -> None:
    model = use(faithful)
    given = analysed(client, collectivite, themes="Pistes cyclables\nBus et gare")
    assert names(given)[:2] == ["Pistes cyclables", "Bus et gare"]
    row = analysed(client, collectivite)
    decide(client, row, acte="renommer", theme="t1", titre="Nom validé")
    before, calls = names(row), len(model.calls)
    added(client, row, MORE)
    assert names(row)[: len(before)] == before and "Nom validé" in before
    assert len(model.calls) == calls


def test_charter_and_lists_hold_for_a_model_elsewhere(
    client: Client, collectivite: Collectivite, use: Callable[..., ScriptedModel]
) -> None:
    Listed.objects.for_(collectivite).create(
        collectivite=collectivite, kind="always", text="Colibri", folded="colibri"
    )
    model = use(faithful, place="maison")
    analysed(client, collectivite, question="Que changer à l’opération Colibri ?")
    sent = "\n".join(message.content for call in model.calls for message in call.messages)
    assert "l’opération" in sent and "Colibri" not in sent
    far = use(faithful, place="france_ue")  # further than the charter lets personal data go
    row = analysed(client, collectivite)
    assert not far.calls and names(row)
    assert "Les textes calculés ont été gardés." in page(client, row)


def test_a_job_taken_up_again_does_not_analyse_twice(
    client: Client, collectivite: Collectivite, use: Callable[..., ScriptedModel]
) -> None:
    """The wording is a step of its own: what was analysed is kept before the model speaks."""
    row = analysed(client, collectivite)
    use(faithful)
    made: list[str] = []

    class Remembering:
        """A job whose analysis was finished before the process died."""

        stopping = False

        def __init__(self) -> None:
            self.args = {"consultation": row.pk}
            found = {**(row.found or {}), "notices": []}
            analysed = {"answers": row.answers, "found": found, "points": row.points.name}
            self.kept = {"analyse": analysed}

        def step(self, key: str, label: str, work: Callable[[], Any]) -> Any:
            made.append(key)
            return json.loads(json.dumps(self.kept.get(key) or work()))

        def record(self, key: str, write: Callable[[], int]) -> int:
            return write()

        def progress(self, label: str, done: int, total: int) -> None:
            return None

    jobs.depouiller(Remembering())  # type: ignore[arg-type]
    assert made == ["analyse", "titres"]
    assert WORDS in page(client, row)
