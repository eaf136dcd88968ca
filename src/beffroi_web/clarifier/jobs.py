"""The long work of this room: writing a draft, mending points.

A text that is written sentence by sentence is written in as many steps: a process that dies takes
up again after the last sentence that was finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from beffroi.documents import Limits, read
from beffroi.drafting import Modele, run
from beffroi.drafting.checks import check_all
from beffroi.drafting.mend import Mended, mend
from beffroi.drafting.steps import desk_for, plan_steps
from beffroi.drafting.whole import goes_by_sentences
from beffroi.errors import BeffroiError, InputError, PolicyRefused
from beffroi.llm.types import ChatModel
from beffroi_web.clarifier import actions, convert
from beffroi_web.clarifier.forms import title_of
from beffroi_web.clarifier.models import Draft, Origin, Point, Source
from beffroi_web.clarifier.sending import lists_for
from beffroi_web.clarifier.writing import READING, by_sentences, shown
from beffroi_web.jobs.port import Context, handler
from beffroi_web.llm.choose import model_for, policy_of
from beffroi_web.modeles.available import available, of_draft


@handler(actions.READING, title="Lire un fichier")
def lire(context: Context) -> int:
    """Read a large file. One step: nothing of the file goes to the engine."""
    rows = Source.objects.across("a job knows its source by its number")
    source = rows.select_related("collectivite", "owner").get(pk=context.args["source"])
    return context.step("lecture", "Lecture du fichier", lambda: _read(source))


def _read(source: Source) -> int:
    if not source.unread:  # the process died after the text was kept
        return int(source.pk)
    limits = Limits(size=settings.BEFFROI.upload_limit)
    try:
        document = read(bytes(source.given), name=source.file_name, limits=limits)
    except InputError:
        actions.drop_file(source)
        raise
    actions.store_read(source, document, title=title_of(document, name=source.file_name))
    return int(source.pk)


@handler(actions.WRITING, title="Clarifier un texte")
def rediger(context: Context) -> int:
    """Write the draft, then keep it as a version. Gives the number of the version."""
    draft = _draft(context.args["draft"])
    modeles = available(draft.owner, draft.collectivite)
    model, policy = _model(context, draft), policy_of(draft.collectivite)
    modele = modeles[draft.modele]
    steps = plan_steps(convert.request_of(draft, modele), modele)
    if model is not None and goes_by_sentences(steps, model.info):
        lists = lists_for(draft)
        made = by_sentences(context, steps, model, policy, modeles, lists=lists)
    else:
        made = context.step("redaction", READING, lambda: _whole(context, draft, model, modeles))
    origin = Origin.SANS_MODELE if made["floor"] else Origin.MACHINE
    return context.record(
        "version",
        lambda: actions.store_written(draft.pk, made, origin=origin, user=draft.owner),
    )


def _model(context: Context, draft: Draft) -> ChatModel | None:
    if context.args.get("sans_modele"):
        return None
    return model_for(draft.collectivite, owner=str(draft.owner_id))


def _whole(
    context: Context, draft: Draft, model: ChatModel | None, modeles: Mapping[str, Modele]
) -> dict[str, Any]:
    request = convert.request_of(draft, modeles[draft.modele])
    policy, lists = policy_of(draft.collectivite), lists_for(draft)
    events = run(request, model=model, modeles=modeles, policy=policy, lists=lists)
    return convert.written_to_json(shown(context, events))


@handler(actions.REPAIRING, title="Réparer un texte")
def reparer(context: Context) -> int:
    """Mend the points, then keep the result as a version, even when nothing could be mended:
    the person is told so. Gives the number of the version."""
    draft = _draft(context.args["draft"])
    points = list(Point.objects.filter(pk__in=context.args["points"], version__draft=draft))
    made = context.step("reparation", "Réparation", lambda: _mended(context, draft, points))
    return context.record("version", lambda: actions.store_mended(draft.pk, made))


def _mended(context: Context, draft: Draft, points: list[Point]) -> dict[str, Any]:
    version = draft.current
    assert version is not None
    modele = of_draft(draft)
    steps = plan_steps(convert.request_of(draft, modele), modele)
    model, desk = _model(context, draft), None
    policy, lists = policy_of(draft.collectivite), lists_for(draft)
    failed: BeffroiError | None = None
    try:
        desk = model and desk_for(steps, model=model, policy=policy, lists=lists)
    except PolicyRefused as error:
        failed = error
    context.write(version.text)
    found = mend(
        draft.basis,
        version.text,
        [convert.finding_of(point) for point in points],
        steps.context,
        desk=desk,
        told=lambda done: context.progress(
            f"Point {done + 1} sur {len(points)}", done, len(points)
        ),
    )
    provenance = dict(version.provenance)
    if found.by_model and model is not None:
        provenance.update(model=model.info.name, model_place=model.info.place)
        provenance["masked"] = {**provenance.get("masked", {}), **desk.mask.counts} if desk else {}
    findings = check_all(draft.basis, found.text, steps.context)
    return {
        "text": found.text,
        "changed": found.text != version.text,
        "provenance": provenance,
        "notices": _notices(found, failed or found.failed),
        "findings": [convert.finding_to_json(finding) for finding in findings],
    }


def _notices(found: Mended, failed: BeffroiError | None) -> list[str]:
    said = [failed.message] if failed else []
    if found.left:
        said.append(
            "Beffroi n’a pas su réparer ce point sans en créer d’autres : "
            "corrigez-le à la main, ou acceptez-le avec une raison."
        )
    return said


def _draft(number: int) -> Draft:
    rows = Draft.objects.across("a job knows its draft by its number")
    return rows.select_related("source", "collectivite", "owner", "current").get(pk=number)
