"""The HTTP API: its answers follow its own OpenAPI document, its errors are of our tree."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.confidentialite.models import Listed
from beffroi_web.journal.models import Entry
from beffroi_web.openings import actions, openapi
from beffroi_web.openings.checked import validator
from beffroi_web.openings.shapes import LONGEST_COMPARED
from beffroi_web.openings.views import api

Call = Callable[..., Any]
Make = Callable[..., actions.Made]

SOURCE = "La rue est fermée du 7 au 10 avril, sauf pour les riverains."
NAME = "Mme Jeanne Dupontel"
GOOD: dict[str, tuple[str, dict[str, Any] | None]] = {
    "verifier": (
        "ReponseVerifier",
        {"id": "a", "source": SOURCE, "rewrite": "La rue est fermée du 7 au 10 avril."},
    ),
    "lisibilite": ("ReponseLisibilite", {"text": "Nonobstant l’avis du CCAS, il est procédé."}),
    "masquer": ("ReponseMasquer", {"text": f"Écrire à {NAME}.", "restorable": True}),
    "modeles": ("ReponseModeles", None),
    "clarifier": (
        "ReponseClarifier",
        {"modele": "langage-clair", "values": {"texte": SOURCE}, "sans_modele": True},
    ),
}


def held(schema: str, answer: Any) -> Any:
    """The body, once it follows the document."""
    content = json.loads(answer.content)
    faults = [
        f"{list(e.absolute_path)} {e.message}" for e in validator(schema).iter_errors(content)
    ]
    assert not faults, faults
    return content


@pytest.mark.parametrize("path", GOOD)
def test_answers_follow_the_document(call: Call, path: str) -> None:
    schema, body = GOOD[path]
    answer = call(path, body)
    assert answer.status_code == 200, answer.content
    held(schema, answer)
    assert not answer.cookies and answer["Cache-Control"] == "no-store"


def test_the_document_is_sound_and_covers_every_route(client: Client, db: None) -> None:
    from openapi_spec_validator import validate

    document = client.get("/api/v1/openapi.json").json()
    validate(document)
    served = {name.removeprefix("api_") for name in dir(api) if f"/{name}" in openapi.PATHS}
    assert {path.strip("/") for path in openapi.PATHS} == served


def test_the_page_is_in_french_and_asks_nobody_else(client: Client, db: None) -> None:
    page = client.get("/api/").content.decode()
    for path in openapi.PATHS:
        assert f"/api/v1{path}" in page
    assert 'src="http' not in page and 'href="http' not in page
    assert "Cette clé a fait tous ses appels de la journée." in page


def test_a_distortion_is_found(call: Call) -> None:
    found = held("ReponseVerifier", call("verifier", GOOD["verifier"][1]))
    assert found["id"] == "a" and found["verdict"] != "fidele"
    assert any("sauf" in item["source_text"] for item in found["findings"])


def test_what_is_masked_comes_back_with_its_table(call: Call, key: Make) -> None:
    secret = key().secret
    masked = held("ReponseMasquer", call("masquer", GOOD["masquer"][1], secret=secret))
    assert "Dupontel" not in masked["masked"] and masked["table"]
    asked = {"text": f"Bonjour {masked['masked']}", "table": masked["table"]}
    restored = held("ReponseRestaurer", call("restaurer", asked, secret=secret))
    assert restored["text"] == f"Bonjour Écrire à {NAME}."
    other = call("restaurer", asked, secret=key(name="Autre").secret)
    assert other.status_code == 422 and NAME not in other.content.decode()


def test_without_being_asked_there_is_no_table(call: Call) -> None:
    assert call("masquer", {"text": f"Écrire à {NAME}."}).json()["table"] == ""


def test_the_lists_of_the_authority_hold(call: Call, collectivite: Collectivite) -> None:
    Listed.objects.create(
        collectivite=collectivite,
        kind="officials",
        text="Jeanne Dupontel",
        folded="jeanne dupontel",
    )
    assert NAME in call("masquer", {"text": f"Écrire à {NAME}."}).json()["masked"]


def test_the_journal_says_how_many_never_who(call: Call, collectivite: Collectivite) -> None:
    call("masquer", {"text": f"Écrire à {NAME}."})
    lines = Entry.objects.for_(collectivite)
    assert lines.get(act="confidentialite.masque").details == '{"person":1}'
    assert not any("Dupontel" in line.details for line in lines)


def test_a_draft_is_always_a_draft_with_its_provenance(call: Call) -> None:
    draft = held("ReponseClarifier", call("clarifier", GOOD["clarifier"][1]))
    assert draft["state"] == "brouillon" and draft["floor"] and "avril" in draft["text"]
    assert draft["provenance"]["modele"] == "langage-clair"


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("verifier", "pas du json", 400, "ouverture.forme"),
        ("verifier", [], 400, "ouverture.forme"),
        ("verifier", {"source": SOURCE}, 400, "ouverture.forme"),
        ("verifier", {"source": SOURCE, "rewrite": 3}, 400, "ouverture.forme"),
        ("verifier", {"source": SOURCE, "rewrite": "", "autre": 1}, 400, "ouverture.forme"),
        ("verifier", {"source": SOURCE, "rewrite": "", "kind": "tract"}, 400, "ouverture.forme"),
        ("verifier", {"source": "", "rewrite": "a"}, 422, "entree.vide"),
        ("verifier", {"source": "   ", "rewrite": "a"}, 422, "entree.vide"),
        (
            "verifier",
            {"source": "a" * (LONGEST_COMPARED + 1), "rewrite": "a"},
            413,
            "entree.trop_grande",
        ),
        ("verifier", b"[" * 100_000, 400, "ouverture.forme"),
        ("verifier", b" " * 6_000_000, 413, "entree.trop_grande"),
        ("masquer", {"text": ""}, 422, "entree.vide"),
        ("restaurer", {"text": "a", "table": "fausse"}, 422, "ouverture.table"),
        ("clarifier", {"modele": "inconnu", "values": {}}, 404, "entree.nom_inconnu"),
        ("verifier", None, 405, "ouverture.methode"),
    ],
)
def test_errors_are_ours(call: Call, path: str, body: Any, status: int, code: str) -> None:
    answer = call(path, body)
    content = held("Erreur", answer)
    assert (answer.status_code, content["code"]) == (status, code)
    assert content["message"] and content["next_step"]


def test_without_a_key_nothing_answers(db: None) -> None:
    answer = Client().post("/api/v1/verifier", "{}", content_type="application/json")
    assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith("Bearer")
    assert held("Erreur", answer)["code"] == "ouverture.cle_absente"


def test_a_session_is_no_key(collectivite: Collectivite, signed_in: Callable[..., Client]) -> None:
    answer = signed_in(collectivite).post("/api/v1/verifier", {}, content_type="application/json")
    assert answer.status_code == 401


def test_the_quota_says_when_to_come_back(call: Call, key: Make) -> None:
    secret = key(quota=1).secret
    assert call("lisibilite", GOOD["lisibilite"][1], secret=secret).status_code == 200
    refused = call("lisibilite", GOOD["lisibilite"][1], secret=secret)
    assert refused.status_code == 429 and int(refused["Retry-After"]) > 0
    assert held("Erreur", refused)["code"] == "ouverture.quota"


def test_what_was_not_foreseen_is_said_without_its_detail(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*args: object) -> None:
        raise RuntimeError("secret interne")

    monkeypatch.setattr(api, "compared", fall)
    answer = call("verifier", GOOD["verifier"][1])
    assert answer.status_code == 500 and "interne" not in answer.content.decode()
    assert held("Erreur", answer)["code"] == "imprevu"


def test_modeles_of_a_direction_are_for_its_keys(
    call: Call, key: Make, collectivite: Collectivite, neighbour: Collectivite
) -> None:
    from dataclasses import replace

    from beffroi.drafting import to_files
    from beffroi_web.modeles.available import shipped
    from beffroi_web.modeles.models import Edition, OwnModele

    voirie = Direction.objects.create(collectivite=collectivite, name="Voirie")
    made = key()
    for name, house, sharing, direction in (
        ("de-la-maison", collectivite, "maison", None),
        ("de-la-voirie", collectivite, "direction", voirie),
        ("a-moi-seul", collectivite, "auteur", None),
        ("du-voisin", neighbour, "maison", None),
    ):
        files = to_files(replace(shipped()["langage-clair"], name=name))
        row = OwnModele.objects.create(
            collectivite=house,
            name=name,
            author=made.key.created_by,
            sharing=sharing,
            direction=direction,
        )
        Edition.objects.create(modele=row, version=1, files=files, author=made.key.created_by)

    def names(secret: str) -> set[str]:
        return {row["name"] for row in call("modeles", secret=secret).json()["modeles"]}

    assert {"de-la-maison", "langage-clair"} <= names(made.secret)
    assert not {"de-la-voirie", "a-moi-seul", "du-voisin"} & names(made.secret)
    assert "de-la-voirie" in names(key(direction=voirie).secret)
