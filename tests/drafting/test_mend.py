"""A point sent back: put right by rule or by the model, or left as it is; never made worse."""

from __future__ import annotations

from beffroi.drafting import Request, shipped_modeles
from beffroi.drafting.checks import check_all
from beffroi.drafting.mend import mend
from beffroi.drafting.steps import desk_for, plan_steps
from beffroi.errors import ModelTimeout
from beffroi.llm.scripted import ScriptedModel

SOURCE = "Vous devez payer 30 € avant le 3 mai 2026. La salle est rue du Four."
MODELE = shipped_modeles()["langage-clair"]
STEPS = plan_steps(Request(modele=MODELE.name, values={"texte": SOURCE}), MODELE)


def test_a_changed_fact_is_put_back_by_rule() -> None:
    draft = SOURCE.replace("30 €", "50 €")
    points = list(check_all(SOURCE, draft, STEPS.context))
    assert points
    mended = mend(SOURCE, draft, points, STEPS.context, desk=None)
    assert "30 €" in mended.text and "50 €" not in mended.text
    assert mended.by_rule >= 1 and mended.by_model == 0


def test_a_model_that_fails_leaves_the_rules_and_says_so() -> None:
    draft = SOURCE.replace("3 mai", "5 mai")
    points = list(check_all(SOURCE, draft, STEPS.context))
    desk = desk_for(STEPS, model=ScriptedModel(ModelTimeout()))
    mended = mend(SOURCE, draft, points, STEPS.context, desk=desk)
    assert "3 mai 2026" in mended.text
    assert isinstance(mended.failed, ModelTimeout)


def test_a_worse_answer_is_not_taken() -> None:
    draft = SOURCE.replace("3 mai", "5 mai")
    points = list(check_all(SOURCE, draft, STEPS.context))
    desk = desk_for(STEPS, model=ScriptedModel("Payez 900 € le 1er avril 2031 à Lyon."))
    mended = mend(SOURCE, draft, points, STEPS.context, desk=desk)
    assert "900" not in mended.text and "3 mai 2026" in mended.text
