"""Essais written one a page, and those that rated answers feed."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from beffroi_web.assistants import available
from beffroi_web.assistants.models import OwnAssistant, Turn
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge.models import Collection, Document
from web.assistants.test_workshop import ROOM, client, plain, row, tried
from web.knowledge.conftest import PISCINE, own_index

__all__ = ["client", "own_index", "row"]

ESSAI = {
    "titre": "L’inscription",
    "question": "Où se fait l’inscription à la cantine ?",
    "statut": "repondu",
    "contient": "en mairie",
    "cite": ["reglement"],
}


def test_an_essai_is_written_changed_and_removed(client: Client, row: OwnAssistant) -> None:
    assert "L’assistant cite" not in client.get(f"{ROOM}/{row.name}/essai/").content.decode()
    assert client.post(f"{ROOM}/{row.name}/essai/", ESSAI).status_code == 302
    run_waiting()
    page = plain(client.get(f"{ROOM}/{row.name}/").content.decode())
    assert "3 sur 3 réussis" in page and "L’inscription" in page
    name = available.latest(row).trials[-1].name
    client.post(f"{ROOM}/{row.name}/essai/{name}/", {**ESSAI, "contient": "à la piscine"})
    run_waiting()
    changed = available.latest(OwnAssistant.objects.for_(row.collectivite).get()).trials[-1]
    assert (changed.name, changed.expected.contains) == (name, ("à la piscine",))
    assert "2 sur 3 réussis" in plain(client.get(f"{ROOM}/{row.name}/").content.decode())
    client.post(f"{ROOM}/{row.name}/essai/{name}/retirer/")
    row = OwnAssistant.objects.for_(row.collectivite).get()
    assert len(available.latest(row).trials) == 2 and row.editions.count() == 4


def test_what_is_wrong_in_an_essai_is_said(client: Client, row: OwnAssistant) -> None:
    address = f"{ROOM}/{row.name}/essai/"
    assert client.post(address, {**ESSAI, "question": ""}).status_code == 422
    missing = client.post(address, {**ESSAI, "question": "Où loge $personne ?"})
    assert missing.status_code == 422 and "meme_reponse_pour" in missing.content.decode()
    assert client.get(f"{ROOM}/{row.name}/essai/99/").status_code == 404
    asked = client.get(address, {"question": "Quel jour ?"}).content.decode()
    assert "Quel jour ?" in asked
    assert row.editions.count() == 1


def test_a_shared_assistant_stays_shared_while_its_essais_hold(
    client: Client, row: OwnAssistant
) -> None:
    tried(client, row)
    client.post(f"{ROOM}/{row.name}/partager/", {"partage": "maison"})
    client.post(f"{ROOM}/{row.name}/essai/", ESSAI)
    run_waiting()
    assert OwnAssistant.objects.for_(row.collectivite).get().sharing == "maison"
    client.post(f"{ROOM}/{row.name}/essai/", {**ESSAI, "contient": "à la piscine"})
    run_waiting()
    assert OwnAssistant.objects.for_(row.collectivite).get().sharing == "auteur"


def answered(client: Client, row: OwnAssistant, question: str) -> tuple[str, Turn]:
    values = {"question": question, "assistant": row.name}
    address = client.post("/assistants/", values)["Location"]
    run_waiting()
    turn = Turn.objects.get()
    return f"{address}question/{turn.pk}/", turn


def deposited(client: Client, lecteurs: str) -> Document:
    client.post("/documents/nouvelle/", {"nom": "Sports", "lecteurs": lecteurs})
    number = Collection.objects.across("a test").get().pk
    client.post(f"/documents/{number}/coller/", {"titre": "Piscine", "texte": PISCINE})
    run_waiting()
    return Document.objects.across("a test").get()


def test_an_answer_that_helped_becomes_an_essai_in_one_click(
    client: Client, row: OwnAssistant
) -> None:
    document = deposited(client, "maison")
    address, turn = answered(client, row, "Quand ouvre la piscine municipale ?")
    assert "En faire un essai" not in client.get(address).content.decode()
    assert client.post(f"{address}essai/").status_code == 404, "it has not been rated yet"
    client.post(f"{address}avis/", {"utile": "oui"})
    turn.refresh_from_db()
    assert turn.helped is True and "En faire un essai" in client.get(address).content.decode()
    assert client.post(f"{address}essai/")["Location"].endswith("#essais")
    run_waiting()
    found = available.latest(OwnAssistant.objects.for_(row.collectivite).get())
    assert found.trials[-1].question == "Quand ouvre la piscine municipale ?"
    assert found.trials[-1].expected.cites == (document.key,)
    assert PISCINE.strip() in {one.text for one in found.documents}
    assert "3 sur 3 réussis" in plain(client.get(f"{ROOM}/{row.name}/").content.decode())


def test_an_answer_that_did_not_help_leads_to_the_essai_to_write(
    client: Client, row: OwnAssistant
) -> None:
    deposited(client, "maison")
    address, _ = answered(client, row, "Quand ouvre la piscine municipale ?")
    client.post(f"{address}avis/", {"utile": "non"})
    assert f"{ROOM}/{row.name}/essai/?question=Quand" in client.get(address).content.decode()


def test_what_only_a_direction_reads_does_not_enter_the_folder(
    client: Client, row: OwnAssistant
) -> None:
    document = deposited(client, "maison")
    address, _ = answered(client, row, "Quand ouvre la piscine municipale ?")
    client.post(f"{address}avis/", {"utile": "oui"})
    Collection.objects.for_(row.collectivite).filter(pk=document.collection_id).update(house=False)
    answer = client.post(f"{address}essai/", follow=True)
    assert "ne peut pas entrer dans le dossier" in plain(answer.content.decode())
    assert row.editions.count() == 1


def test_only_who_may_change_it_adds_essais(
    row: OwnAssistant, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    row.sharing = "maison"
    row.save()
    agent = signed_in(collectivite, Role.AGENT)
    assert agent.get(f"{ROOM}/{row.name}/essai/").status_code == 404
    assert agent.post(f"{ROOM}/{row.name}/essai/", ESSAI).status_code == 404
    assert row.editions.count() == 1
