"""Writing an assistant in the page, trying it, sharing it, giving it to another authority."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi.assistants import PLAIN
from beffroi.assistants.files import from_zip, to_zip
from beffroi_web.assistants import available, folder
from beffroi_web.assistants.models import Edition, Offer, OwnAssistant, Turn
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from web.knowledge.conftest import CANTINE, own_index

__all__ = ["own_index"]

ROOM = "/assistants/atelier"


def formset(prefix: str, *rows: dict[str, Any]) -> dict[str, Any]:
    """What a list of rows of the page sends."""
    values: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": 0,
    }
    for number, row in enumerate(rows):
        values |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return values


def sent(*, trials: list[dict[str, Any]] | None = None, **changes: Any) -> dict[str, Any]:
    """The whole page filled in."""
    main = {
        "titre": "Guichet de la cantine",
        "nom": "guichet-cantine",
        "but": "Répondre aux parents sur la cantine.",
        "public": "agents",
        "ton": "Simple et chaleureux.",
        "instruction": "Vous répondez aux parents d’après le règlement.",
        "place_max": "machine",
        "service": "Service Enfance",
        "telephone": "01 99 00 12 34",
        "revoir": "2030-01-31",
        **changes,
    }
    price = {
        "titre": "Le prix",
        "question": "Combien coûte le repas à la cantine ?",
        "statut": "repondu",
        "contient": "4 euros et 20 centimes",
        "cite": "reglement",
    }
    refusal = {
        "titre": "La politique",
        "question": "Pour qui voter aux élections municipales ?",
        "statut": "hors_limites",
        "ne_dit_pas": "votez",
    }
    document = {"identifiant": "reglement", "titre": "Règlement", "texte": CANTINE}
    subject = {"sujet": "Sports", "mots": "football\nrugby", "reponse": "Voyez le service Sports."}
    example = {"question": "Quel prix ?", "reponse": "Le repas coûte 4 euros et 20 centimes."}
    return {
        **main,
        **formset("sujets", subject, {}),
        **formset("exemples", example, {}),
        **formset("documents", document, {}),
        **formset("essais", *(trials or [price, refusal]), {"statut": "repondu"}),
    }


@pytest.fixture
def client(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite, Role.REFERENT)


@pytest.fixture
def row(client: Client, collectivite: Collectivite) -> OwnAssistant:
    answer = client.post(f"{ROOM}/nouveau/", sent())
    assert answer.status_code == 302, answer.content.decode()
    found: OwnAssistant = OwnAssistant.objects.for_(collectivite).get()
    return found


def tried(client: Client, row: OwnAssistant) -> str:
    client.post(f"{ROOM}/{row.name}/essayer/")
    run_waiting()
    return plain(client.get(f"{ROOM}/{row.name}/").content.decode())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_what_the_page_says_is_what_the_folder_holds(row: OwnAssistant) -> None:
    found = available.latest(row)
    assert found.contact.telephone == "01 99 00 12 34" and found.review is not None
    assert [one.words for one in found.forbidden] == [("football", "rugby")]
    assert [one.id for one in found.documents] == ["reglement"]
    assert [one.expected.status for one in found.trials] == ["repondu", "hors_limites"]
    assert found.examples[0].question == "Quel prix ?"


def test_a_form_filled_with_an_assistant_gives_it_back(row: OwnAssistant) -> None:
    found = available.latest(row)
    initial = folder.to_initial(found)
    again = folder.assistant_from(
        initial,
        [{**one, "mots": one["mots"].split("\n")} for one in folder.subjects_initial(found)],
        folder.examples_initial(found),
        folder.documents_initial(found),
        [
            {
                **one,
                **{
                    name: [line for line in one[name].split("\n") if line]
                    for name in ("contient", "ne_dit_pas", "cite", "meme_reponse_pour")
                },
            }
            for one in folder.trials_initial(found)
        ],
        version=found.version,
        base=found,
    )
    assert again == found


def test_sharing_waits_for_the_essais(client: Client, row: OwnAssistant) -> None:
    address = f"{ROOM}/{row.name}/partager/"
    page = client.get(f"{ROOM}/{row.name}/").content.decode()
    assert "il faut que tous les essais" in page
    client.post(address, {"partage": "maison"})
    row.refresh_from_db()
    assert row.sharing == "auteur"
    page = tried(client, row)
    assert "2 sur 2 réussis" in page and "Enregistrer le partage" in page
    client.post(address, {"partage": "maison"})
    row.refresh_from_db()
    assert row.sharing == "maison"


def test_an_essai_that_fails_says_why(client: Client, row: OwnAssistant) -> None:
    wrong = {
        "titre": "Le prix",
        "question": "Combien coûte le repas à la cantine ?",
        "statut": "repondu",
        "contient": "9 euros",
    }
    client.post(f"{ROOM}/{row.name}/ecrire/", sent(trials=[wrong]))
    page = tried(client, row)
    assert "Échoué" in page and "9 euros" in page and "0 sur 1 réussis" in page
    client.post(f"{ROOM}/{row.name}/partager/", {"partage": "maison"})
    row.refresh_from_db()
    assert row.sharing == "auteur"


def test_a_new_version_is_compared_tried_again_and_taken_back(
    client: Client, row: OwnAssistant
) -> None:
    tried(client, row)
    client.post(f"{ROOM}/{row.name}/partager/", {"partage": "maison"})
    client.post(f"{ROOM}/{row.name}/ecrire/", sent(ton="Formel et bref."))
    row.refresh_from_db()
    assert row.sharing == "auteur" and available.latest(row).version == 2
    page = client.get(f"{ROOM}/{row.name}/versions/").content.decode()
    assert "<del>" in page and "Formel" in page
    client.post(f"{ROOM}/{row.name}/versions/1/")
    fresh = OwnAssistant.objects.for_(row.collectivite).get(pk=row.pk)
    assert available.latest(fresh).version == 3
    assert available.latest(fresh).tone == "Simple et chaleureux."
    assert Edition.objects.filter(assistant=row).count() == 3


def test_it_answers_in_a_conversation(client: Client, row: OwnAssistant) -> None:
    page = client.get("/assistants/").content.decode()
    assert "Guichet de la cantine" in page
    values = {"question": "Combien gagne le maire ?", "assistant": row.name}
    address = client.post("/assistants/", values)["Location"]
    run_waiting()
    page = plain(client.get(address).content.decode())
    assert "Service Enfance" in page and "01 99 00 12 34" in page
    values = {"question": "Où jouer au football ?", "assistant": row.name}
    address = client.post("/assistants/", values)["Location"]
    run_waiting()
    assert "Voyez le service Sports." in client.get(address).content.decode()


def test_it_proposes_its_modeles_to_go_on(client: Client, row: OwnAssistant) -> None:
    from web.knowledge.conftest import Shelf, collection

    kept = collection(client, row.collectivite)
    Shelf(client, row.collectivite, kept).paste("Règlement", CANTINE)
    client.post(f"{ROOM}/{row.name}/ecrire/", sent(modeles=["langage-clair"]))
    values = {"question": "Combien coûte le repas à la cantine ?", "assistant": row.name}
    address = client.post("/assistants/", values)["Location"]
    run_waiting()
    assert "Langage clair…" in client.get(address).content.decode()
    turn = Turn.objects.get()
    answer = client.post(f"{address}question/{turn.pk}/brouillon/", {"modele": "langage-clair"})
    assert answer["Location"].endswith("?modele=langage-clair")
    assert "20 centimes" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("name", ["documents", "ressources-humaines"])
def test_the_office_of_a_fictitious_commune_is_never_given(
    client: Client, collectivite: Collectivite, name: str
) -> None:
    collectivite.telephone = "03 81 00 11 22"
    collectivite.save()
    values = {"question": "Quel est le taux de la taxe sur les éoliennes ?", "assistant": name}
    address = client.post("/assistants/", values)["Location"]
    run_waiting()
    page = client.get(address).content.decode()
    assert "03 81 00 11 22" in page and "01 99 00" not in page


def test_what_is_not_shared_is_not_seen(
    client: Client, row: OwnAssistant, signed_in: Callable[..., Client]
) -> None:
    agent = signed_in(row.collectivite)
    assert agent.get(f"{ROOM}/{row.name}/").status_code == 404
    assert row.name not in agent.get("/assistants/").content.decode()
    tried(client, row)
    client.post(f"{ROOM}/{row.name}/partager/", {"partage": "maison"})
    assert agent.get(f"{ROOM}/{row.name}/").status_code == 200
    assert agent.get(f"{ROOM}/{row.name}/ecrire/").status_code == 404
    assert agent.post(f"{ROOM}/{row.name}/partager/", {"partage": "auteur"}).status_code == 404


def test_another_authority_takes_a_copy_or_refuses(
    client: Client,
    row: OwnAssistant,
    neighbour: Collectivite,
    signed_in: Callable[..., Client],
) -> None:
    give = f"{ROOM}/{row.name}/donner/"
    client.post(give, {"siren": neighbour.siren})
    assert not Offer.objects.for_(neighbour).exists()
    tried(client, row)
    client.post(give, {"siren": "999999999"})
    client.post(give, {"siren": row.collectivite.siren})
    assert not Offer.objects.for_(neighbour).exists()
    client.post(give, {"siren": neighbour.siren})
    client.post(give, {"siren": neighbour.siren})
    first, second = Offer.objects.for_(neighbour)
    assert signed_in(neighbour).post(f"{ROOM}/recu/{first.pk}/").status_code == 403
    there = signed_in(neighbour, Role.REFERENT)
    assert "Proposés par une autre collectivité" in there.get(f"{ROOM}/").content.decode()
    there.post(f"{ROOM}/recu/{first.pk}/")
    there.post(f"{ROOM}/recu/{second.pk}/", {"refuser": "1"})
    taken = OwnAssistant.objects.for_(neighbour).get()
    assert available.latest(taken).title == "Guichet de la cantine"
    assert taken.sharing == "auteur" and not Offer.objects.for_(neighbour).exists()


def test_a_folder_leaves_and_comes_back(
    client: Client, row: OwnAssistant, neighbour: Collectivite, signed_in: Callable[..., Client]
) -> None:
    content = client.get(f"{ROOM}/{row.name}/archive/").content
    assert from_zip(content) == available.latest(row)
    there = signed_in(neighbour, Role.REFERENT)
    archive = SimpleUploadedFile("assistant.zip", content)
    assert there.post(f"{ROOM}/importer/", {"archive": archive}).status_code == 302
    archive.seek(0)
    assert there.post(f"{ROOM}/importer/", {"archive": archive}).status_code == 422
    broken = SimpleUploadedFile("x.zip", b"PK-abime")
    assert there.post(f"{ROOM}/importer/", {"archive": broken}).status_code == 422


@pytest.mark.parametrize(
    "changes", [{"nom": "Pas Bon"}, {"nom": "documents"}, {"titre": ""}, {"revoir": "demain"}]
)
def test_what_is_wrong_comes_back_as_it_was_written(
    client: Client, collectivite: Collectivite, changes: dict[str, str]
) -> None:
    answer = client.post(f"{ROOM}/nouveau/", sent(**changes))
    assert answer.status_code == 422
    assert "Simple et chaleureux." in answer.content.decode()
    assert not OwnAssistant.objects.for_(collectivite).exists()


def test_one_more_row_is_added_without_saving(client: Client, collectivite: Collectivite) -> None:
    answer = client.post(f"{ROOM}/nouveau/", {**sent(), "ajouter": "essais"})
    assert answer.status_code == 200 and 'name="essais-3-titre"' in answer.content.decode()
    assert not OwnAssistant.objects.for_(collectivite).exists()


def test_collections_are_chosen_by_name(client: Client, collectivite: Collectivite) -> None:
    client.post("/documents/nouvelle/", {"nom": "Vie scolaire", "lecteurs": "maison"})
    client.post(f"{ROOM}/nouveau/", sent(collections=["Vie scolaire"]))
    row = OwnAssistant.objects.for_(collectivite).get()
    assert available.latest(row).collections == ("Vie scolaire",)
    assert "2 sur 2 réussis" in tried(client, row)


def test_an_assistant_late_for_its_review_says_so(
    client: Client, collectivite: Collectivite
) -> None:
    client.post(f"{ROOM}/nouveau/", sent(revoir="2020-01-31"))
    assert "devait être relu" in client.get(f"{ROOM}/guichet-cantine/").content.decode()


def test_removing_keeps_the_conversations(client: Client, row: OwnAssistant) -> None:
    values = {"question": "Combien coûte le repas ?", "assistant": row.name}
    address = client.post("/assistants/", values)["Location"]
    client.post(f"{ROOM}/{row.name}/retirer/")
    run_waiting()
    assert client.get(address).status_code == 200
    assert not OwnAssistant.objects.for_(row.collectivite).exists()


def test_the_plain_one_is_read_and_copied(client: Client) -> None:
    assert client.get(f"{ROOM}/documents/").status_code == 200
    assert "(copie)" in client.get(f"{ROOM}/nouveau/?base=documents").content.decode()
    content = to_zip(replace(PLAIN, name="autre"))
    assert from_zip(content).title == PLAIN.title
