"""Writing and mending with a model that says what it is told to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beffroi.errors import ModelCutOff, ModelTimeout
from beffroi.llm.scripted import Broken, Call, ScriptedModel
from beffroi.llm.types import ModelInfo
from beffroi_web.clarifier import jobs
from beffroi_web.clarifier.models import Draft, Origin, Point
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.models import Job
from beffroi_web.journal.models import Entry

from .conftest import Desk, plain

SOURCE = (
    "Il appartient aux riverains de retirer leur véhicule avant le mardi 7 avril 2026 à 7 h 30. "
    "L’accès des services de secours est maintenu pendant toute la durée des travaux rue du Four."
)
GOOD = "Vous devez retirer votre véhicule avant le mardi 7 avril 2026 à 7 h 30."


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ScriptedModel]:
    def use(script: object) -> ScriptedModel:
        scripted = ScriptedModel(script)  # type: ignore[arg-type]
        monkeypatch.setattr(jobs, "model_for", lambda collectivite, owner="": scripted)
        return scripted

    return use


def said(call: Call) -> str:
    return GOOD if "retirer" in call.last else "Les secours passent toujours rue du Four."


def test_a_model_writes_sentence_by_sentence(desk: Desk, model: Callable[..., object]) -> None:
    model(said)
    draft = desk.written(SOURCE)
    version = draft.current
    assert version is not None and version.origin == Origin.MACHINE
    assert version.provenance["model"] == "scripted"
    assert "7 h 30" in plain(version.text)
    acts = Entry.objects.for_(desk.collectivite).values_list("act", flat=True)
    assert "modele.appel" in acts


def test_what_was_masked_is_counted_in_the_provenance(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = ModelInfo(name="loin", title="Loin", place="france_ue", context_tokens=8192)
    scripted = ScriptedModel(lambda call: "Écrivez vite.", info=far)
    monkeypatch.setattr(jobs, "model_for", lambda collectivite, owner="": scripted)
    draft = desk.written(f"{SOURCE} Il convient d’écrire à Mme Dupont, zoe.dupont@exemple.fr.")
    assert draft.current is not None
    assert sum(draft.current.provenance["masked"].values()) >= 1
    assert not any("zoe.dupont" in m.content for call in scripted.calls for m in call.messages)
    assert draft.current.provenance["options"]["longueur"] == "longue"


@pytest.mark.parametrize("error", [ModelTimeout(), Broken("Vous dev", ModelCutOff())])
def test_a_model_that_fails_gives_the_floor_and_one_sentence(
    desk: Desk, model: Callable[..., object], error: object
) -> None:
    model(error)
    draft = desk.written(SOURCE)
    version = draft.current
    assert version is not None and version.origin == Origin.SANS_MODELE
    page = desk.page(f"/clarifier/{draft.pk}/")
    assert page.count(version.provenance["fallback_reason"].split(".")[0]) == 1
    assert "Réessayer avec le modèle" in page
    acts = Entry.objects.for_(desk.collectivite).values_list("act", flat=True)
    assert "modele.echec" in acts


def _lost(desk: Desk, model: Callable[..., object]) -> tuple[Draft, Point]:
    """A draft from which a person took a sentence away."""
    model(said)
    draft = desk.written(SOURCE)
    desk.client.post(
        f"/clarifier/{draft.pk}/modifier/",
        {"texte": "Vous devez retirer votre véhicule avant le mardi 7 avril 2026.", "version": 1},
    )
    draft = desk.draft(draft.pk)
    assert draft.current
    lost = [p for p in draft.current.points.all() if "7 h 30" in plain(p.source_text)]
    return draft, lost[0]


def test_a_point_sent_back_is_mended(desk: Desk, model: Callable[..., object]) -> None:
    draft, point = _lost(desk, model)
    model(GOOD)
    desk.client.post(f"/clarifier/{draft.pk}/reparer/", {"point": point.pk})
    run_waiting()
    after = desk.draft(draft.pk)
    assert after.current and after.current.origin == Origin.REPARATION
    assert "7 h 30" in plain(after.current.text)


def test_without_a_model_the_rules_mend(desk: Desk, model: Callable[..., object]) -> None:
    draft, point = _lost(desk, model)
    model(ModelTimeout())
    desk.client.post(f"/clarifier/{draft.pk}/reparer/", {"point": point.pk})
    run_waiting()
    after = desk.draft(draft.pk)
    assert after.current and "7 h 30" in plain(after.current.text)
    assert after.current.notices[0] == ModelTimeout().message


def test_what_cannot_be_mended_is_said_and_nothing_changes(
    desk: Desk, model: Callable[..., object]
) -> None:
    draft, _ = _lost(desk, model)
    assert draft.current
    point = Point.objects.create(
        version=draft.current,
        number=99,
        type="doute",
        severity="a_verifier",
        title="Un doute",
        draft_start=0,
        draft_end=4,
        draft_text="Vous",
        source_text="Vous",
    )
    model("Une phrase qui ne veut rien dire et perd tout.")
    desk.client.post(f"/clarifier/{draft.pk}/reparer/", {"point": point.pk})
    run_waiting()
    after = desk.draft(draft.pk)
    assert after.current_id == draft.current_id
    assert "n’a pas su réparer" in desk.page(f"/clarifier/{draft.pk}/")
    assert Job.objects.for_(desk.collectivite).filter(state="fini").count() == 2
