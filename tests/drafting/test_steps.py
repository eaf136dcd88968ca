"""Long work by steps: the same text as in one go, whatever the order, however often."""

from __future__ import annotations

import re

from beffroi.drafting import Done, Request, run, shipped_modeles
from beffroi.drafting.steps import do_step, joined, plan_steps
from beffroi.llm.scripted import Call, ScriptedModel
from drafting.acts import TRAFFIC

MODELES = shipped_modeles()
REQUEST = Request(modele="langage-clair", values={"texte": TRAFFIC})


def echo(call: Call) -> str:
    found = re.findall(r"<texte>\n(.*?)\n</texte>", call.messages[-1].content, re.S)
    return (found[-1] if found else "rien").replace("de tous les véhicules ", "")


def test_planning_again_gives_the_same_steps() -> None:
    modele = MODELES["langage-clair"]
    assert plan_steps(REQUEST, modele) == plan_steps(REQUEST, modele)


def test_steps_done_backwards_and_twice_give_the_draft_of_one_go() -> None:
    steps = plan_steps(REQUEST, MODELES["langage-clair"])
    results = {}
    for index in [*reversed(range(len(steps.units))), 0, 3]:
        fresh = plan_steps(REQUEST, MODELES["langage-clair"])
        results[index] = do_step(fresh, index, model=ScriptedModel(echo))
    text = joined(steps.units, [results[index] for index in range(len(steps.units))])
    events = run(REQUEST, model=ScriptedModel(echo), modeles=MODELES)
    assert text == next(event.draft.text for event in events if isinstance(event, Done))
