"""The modèles that ship: complete, their essais hold without a model, their texts are locked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beffroi.drafting import Modele, shipped_modeles, to_files
from beffroi.drafting.ask import examples_for, prefix
from beffroi.drafting.checks import CHECKS
from beffroi.drafting.checks.facts import check_facts
from beffroi.drafting.inputs import complete
from beffroi.drafting.sms import count_sms
from beffroi.drafting.trials import try_one
from beffroi.drafting.types import Request
from beffroi.prompts import fingerprint

LOCK = Path(__file__).with_name("verrou.json")
MODELES = shipped_modeles()
#: The fidelity room has its own measures; here the contents, the limits and the form must hold.
OWN = tuple(check for check in CHECKS if check is not check_facts)
NAMES = (
    "langage-clair adaptation-public sms-alerte publication affiche reponse-courrier synthese"
).split()


def locked(modele: Modele) -> dict[str, object]:
    """What may not change without the version rising: all but the essais."""
    texts = [text for path, text in sorted(to_files(modele).items()) if "essais/" not in path]
    return {"version": modele.version, "empreinte": fingerprint(*texts)}


def test_the_seven_are_there_in_order() -> None:
    assert list(MODELES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_is_complete(name: str) -> None:
    modele = MODELES[name]
    assert len(modele.examples) >= 3
    assert len(modele.trials) >= 5
    assert modele.purpose.endswith(".")


@pytest.mark.parametrize(
    ("name", "trial"),
    [(name, trial.name) for name in NAMES for trial in MODELES[name].trials],
)
def test_essais_hold_without_a_model(name: str, trial: str) -> None:
    case = next(case for case in MODELES[name].trials if case.name == trial)
    result = try_one(MODELES[name], case, model=None, checks=OWN)
    assert result.failures == (), result.text


@pytest.mark.parametrize("name", NAMES)
def test_a_text_does_not_change_without_its_version(name: str) -> None:
    """When this fails, raise ``version`` in modele.md, then write the lock again:
    ``PYTHONPATH=src:tests python -m modeles.lock``."""
    known = json.loads(LOCK.read_text(encoding="utf-8"))[name]
    now = locked(MODELES[name])
    if now["empreinte"] != known["empreinte"]:
        assert now["version"] > known["version"], "le texte a changé sans que la version monte"
        pytest.fail("la version a monté : mettez le verrou à jour")
    assert now == known


def test_every_public_has_its_own_example_first() -> None:
    modele = MODELES["adaptation-public"]
    field = modele.field("public")
    assert field is not None
    for choice in field.choices:
        request = Request(
            modele=modele.name, values={"texte": "a"}, options={"public": choice.value}
        )
        inputs = complete(request, modele)
        chosen = examples_for(modele, inputs)
        assert len(chosen) == 3
        assert chosen[0].options == {"public": choice.value}
        assert choice.instruction in prefix(modele, inputs)[0].content


def test_the_examples_of_sms_are_one_message() -> None:
    for example in MODELES["sms-alerte"].examples:
        count = count_sms(example.good)
        assert (count.alphabet, count.parts) == ("gsm7", 1), example.name


def test_the_examples_of_each_network_hold_its_limit() -> None:
    field = MODELES["publication"].field("reseau")
    assert field is not None
    assert {choice.value for choice in field.choices} == {
        "facebook",
        "instagram",
        "linkedin",
        "x",
        "bluesky",
        "mastodon",
    }
    assert all(choice.max_characters for choice in field.choices)
