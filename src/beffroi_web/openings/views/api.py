"""``/api/v1``: the functions of Beffroi for programs. Nothing is kept of what they send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpResponse

from beffroi.clarity.export import change_rows, finding_rows, rewriting_row
from beffroi.clarity.rules import Audience
from beffroi.errors import InputError
from beffroi.findings import Kind
from beffroi.privacy import mask, restore
from beffroi.privacy.export import row
from beffroi_web.clarifier.convert import finding_to_json
from beffroi_web.confidentialite.actions import lists_of
from beffroi_web.confidentialite.sealed import seal, unseal
from beffroi_web.lisibilite.study import study
from beffroi_web.openings import actions, asking, writing
from beffroi_web.openings.answers import by_key, said
from beffroi_web.openings.checked import body
from beffroi_web.openings.models import Key
from beffroi_web.verifier.comparison import compared

Asked = Mapping[str, Any]


class TableOver(InputError):
    code = "ouverture.table"
    default_message = (
        "Cette table ne s’ouvre pas : elle est à une autre clé, abîmée ou trop vieille."
    )
    default_next_step = "Masquez à nouveau le texte ; une table vaut 24 heures."


def _nothing(request: object) -> Asked:
    return {}


@by_key("verifier", scope="verifier", read=body("DemandeVerifier"))
def verifier(key: Key, asked: Asked) -> HttpResponse:
    found = compared(asked["source"], asked["rewrite"], cast(Kind, asked["kind"]))
    findings = [finding_to_json(point.finding) for point in found.points]
    return said({"id": asked.get("id"), "verdict": found.verdict, "findings": findings})


@by_key("lisibilite", scope="lisibilite", read=body("DemandeLisibilite"))
def lisibilite(key: Key, asked: Asked) -> HttpResponse:
    found = study(asked["text"], cast(Audience, asked["audience"]))
    return said(
        {
            "audience": found.audience,
            "mots": found.words,
            "phrases": found.sentences,
            "comparaison": change_rows(found.changes),
            "remarques": finding_rows(found.findings),
            "reecriture": rewriting_row(found.rewriting) if found.rewriting else None,
            "glossaire": [
                {"terme": g.term.name, "sens": g.term.definition, "source": g.term.credit}
                for g in found.glosses
            ],
        }
    )


@by_key("masquer", scope="masquer", read=body("DemandeMasquer"))
def masquer(key: Key, asked: Asked) -> HttpResponse:
    masked = mask(asked["text"], lists=lists_of(key.collectivite))
    actions.note(key, "confidentialite.masque", dict(masked.counts))
    table = seal(masked.table, user=key.reference) if asked["restorable"] else ""
    return said({**row(asked.get("id"), asked["text"], masked), "table": table})


@by_key("restaurer", scope="masquer", read=body("DemandeRestaurer"))
def restaurer(key: Key, asked: Asked) -> HttpResponse:
    table = unseal(asked["table"], user=key.reference)
    if table is None:
        raise TableOver
    restored = restore(asked["text"], table)
    findings = [finding_to_json(finding) for finding in restored.findings]
    return said({"text": restored.text, "findings": findings})


@by_key("modeles", scope="clarifier", method="GET", read=_nothing)
def modeles(key: Key, asked: Asked) -> HttpResponse:
    found = writing.modeles_of(key)
    return said({"modeles": [writing.modele_row(modele) for modele in found.values()]})


@by_key("clarifier", scope="clarifier", read=body("DemandeClarifier"))
def clarifier(key: Key, asked: Asked) -> HttpResponse:
    return said({"state": "brouillon", **writing.write(key, asked)})


@by_key("documents", scope="demander", read=body("DemandeDocuments"))
def documents(key: Key, asked: Asked) -> HttpResponse:
    return said(asking.search(key, asked["question"], limit=asked["limit"]))


@by_key("demander", scope="demander", read=body("DemandeDemander"))
def demander(key: Key, asked: Asked) -> HttpResponse:
    answer = asking.ask(key, asked["question"], without_model=asked["sans_modele"])
    return said({"id": asked.get("id"), **answer})
