"""The assistants that ship: complete, their essais hold without a model, their texts are locked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from beffroi.assistants import Assistant
from beffroi.assistants.files import from_files, to_files
from beffroi.assistants.scripted import ScriptedIndex
from beffroi.assistants.shipped import find_assistant, shipped_assistants
from beffroi.assistants.trials import summary, try_assistant, try_one
from beffroi.drafting import shipped_modeles
from beffroi.errors import UnknownName
from beffroi.prompts import fingerprint

LOCK = Path(__file__).with_name("verrou.json")
ASSISTANTS = shipped_assistants()
NAMES = (
    "accueil demarches-etat-civil secretariat-assemblees ressources-humaines communication"
).split()


def locked(assistant: Assistant) -> dict[str, object]:
    """What may not change without the version rising: all but the essais."""
    files = sorted(to_files(assistant).items())
    texts = [text for path, text in files if "essais/" not in path]
    return {"version": assistant.version, "empreinte": fingerprint(*texts)}


def test_the_five_are_there_in_order() -> None:
    assert list(ASSISTANTS) == NAMES
    with pytest.raises(UnknownName, match="accueil"):
        find_assistant("piscine")


@pytest.mark.parametrize("name", NAMES)
def test_each_is_complete(name: str) -> None:
    assistant = ASSISTANTS[name]
    assert len(assistant.examples) >= 3
    assert len(assistant.trials) >= 6
    assert len(assistant.documents) >= 3
    assert assistant.contact.telephone
    assert assistant.owner
    assert assistant.review is not None
    assert set(assistant.modeles) <= shipped_modeles().keys()
    assert any(trial.expected.same_for for trial in assistant.trials)
    assert {"repondu", "hors_limites"} <= {trial.expected.status for trial in assistant.trials}
    assert from_files(to_files(assistant)) == assistant


@pytest.mark.parametrize("name", NAMES)
def test_essais_hold_without_a_model(name: str) -> None:
    results = try_assistant(ASSISTANTS[name])
    told = {one.trial.name: (one.failures, one.answer) for one in results if one.failures}
    assert told == {}, summary(results)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_does_not_change_without_its_version(name: str) -> None:
    """When this fails, raise ``version`` in assistant.md, then write the lock again:
    ``PYTHONPATH=src:tests python -m assistants.lock``."""
    known = json.loads(LOCK.read_text(encoding="utf-8"))[name]
    now = locked(ASSISTANTS[name])
    if now["empreinte"] != known["empreinte"]:
        assert now["version"] > known["version"], "le texte a changé sans que la version monte"
        pytest.fail("la version a monté : mettez le verrou à jour")
    assert now == known


def test_an_essai_that_does_not_hold_says_why() -> None:
    assistant = ASSISTANTS["accueil"]
    trial = assistant.trials[0]
    wrong = replace(
        trial,
        expected=replace(
            trial.expected,
            status="pas_trouve",
            contains=("licorne",),
            silent_about=("mairie",),
            cites=("salle-des-fetes",),
            max_characters=3,
            reading=100,
        ),
    )
    index = ScriptedIndex(assistant.documents)
    told = " | ".join(try_one(assistant, wrong, model=None, index=index).failures)
    for words in ("statut", "licorne", "dit «", "ne cite pas", "au plus 3", "lisibilité"):
        assert words in told.replace("\N{NO-BREAK SPACE}", " "), words


def test_an_essai_for_a_model_is_left_without_one() -> None:
    assistant = ASSISTANTS["accueil"]
    trial = replace(
        assistant.trials[0], expected=replace(assistant.trials[0].expected, needs_model=True)
    )
    result = try_one(assistant, trial, model=None, index=ScriptedIndex([]))
    assert (result.held, result.skipped) == (True, "demande un modèle de langage")


def test_another_answer_for_another_person_is_a_failure() -> None:
    from beffroi.assistants.trials import differences
    from beffroi.assistants.types import Answer

    one = Answer(question="q", status="repondu", text="Oui, Anne.")
    same = Answer(question="q", status="repondu", text="Oui, Ali.")
    other = Answer(question="q", status="repondu", text="Non.")
    assert differences(("Anne", "Ali"), [one, same]) == []
    assert len(differences(("Anne", "Ali"), [one, other])) == 1
