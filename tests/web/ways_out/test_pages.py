"""The pages and their jobs: what an agent or an inhabitant gives, before a model outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi.assistants import PLAIN
from beffroi.assistants.assistant import Expected as AssistantExpected
from beffroi.assistants.assistant import Trial as AssistantTrial
from beffroi.consultation import wording
from beffroi.drafting import shipped_modeles
from beffroi.drafting.modele import Expected, Trial
from beffroi.embedding.scripted import ScriptedEmbedder
from beffroi.knowledge import Source
from beffroi_web.assistants import available as assistants
from beffroi_web.assistants.models import Conversation
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.consultation import meaning
from beffroi_web.consultation import work as consultation
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge import index
from beffroi_web.modeles import jobs as modeles
from beffroi_web.openings import mailbox
from beffroi_web.openings.models import Letter, Mailbox
from beffroi_web.public.models import PublicPage
from web.clarifier.conftest import Desk
from web.consultation.test_journey import Embedder
from web.knowledge.conftest import Shelf
from web.openings.imap_server import LOGIN, PASSWORD, imap_server, letter
from web.ways_out.capturing import CLEAR, Capturing

POOL = (
    "La piscine municipale ouvre à 9 heures du mardi au dimanche pour Mme Jeanne Quéméneur, "
    "née le 14/02/1985, 12 rue des Lilas, 35000 Rennes, 06 12 34 56 78."
)
ASKED = "À quelle heure ouvre la piscine municipale pour Mme Jeanne Quéméneur, 06 12 34 56 78 ?"


def test_clarifier(outside: Collectivite, desk: Desk) -> None:
    page = desk.give(CLEAR)
    answers = {**desk.fill(page), "sensibilite": "personnelle", "envoyer": "1"}
    assert desk.client.post(page, answers).status_code == 302
    run_waiting()
    draft = desk.draft(1)
    assert draft.current and "Quéméneur" in draft.current.text
    desk.client.post(f"/clarifier/{draft.pk}/recommencer/")
    run_waiting()
    desk.client.post(f"/clarifier/{draft.pk}/reparer/", {"tout": "1"})
    run_waiting()


def test_the_essais_of_a_modele(
    outside: Collectivite, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = shipped_modeles()["langage-clair"]
    trial = Trial(name="1", title="Vrai", values={"texte": CLEAR}, options={}, expected=Expected())
    own = {shipped.name: replace(shipped, trials=(trial,))}
    monkeypatch.setattr(modeles, "available", lambda *_: own)
    desk.client.post(f"/modeles/{shipped.name}/essayer/")
    assert run_waiting() == 1


def test_the_charter_holds_for_essais_too(
    collectivite: Collectivite, desk: Desk, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    """An authority that keeps its internal data in the house sends none to try a modèle."""
    server = request.getfixturevalue("server")
    request.getfixturevalue("outside")
    collectivite.policy |= {"interne": "maison"}
    collectivite.save()
    test_the_essais_of_a_modele(collectivite, desk, monkeypatch)
    assert server.requests == []
    server.idle = True


@pytest.fixture
def talk(outside: Collectivite, shelf: Shelf) -> Callable[..., Conversation]:
    shelf.paste("Piscine de Mme Quéméneur", POOL)

    def begin(question: str, **more: Any) -> Conversation:
        address = more.pop("address", "/assistants/")
        answer = shelf.client.post(
            address, {"question": question, "assistant": "documents", **more}
        )
        assert answer.status_code == 302, answer.content.decode()
        run_waiting()
        found: Conversation = Conversation.objects.for_(outside).latest("pk")
        return found

    return begin


def test_an_assistant_over_documents(talk: Callable[..., Conversation]) -> None:
    """A first question, then one that leans on it: the history is sent again."""
    first = talk(ASKED)
    assert first.current and "Quéméneur" in first.current.answer["text"]
    talk("Et le mardi, pour elle ?", address=f"/assistants/{first.pk}/demander/")


def test_an_assistant_over_an_attached_file(talk: Callable[..., Conversation]) -> None:
    note = f"Le conservatoire de musique ouvre à 14 heures le mercredi. {CLEAR}"
    upload = SimpleUploadedFile("note.txt", note.encode())
    talk("À quelle heure ouvre le conservatoire de musique ?", pieces=[upload])


def test_the_essais_of_an_assistant(
    outside: Collectivite, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = AssistantTrial(
        name="1", title="Vrai", question=ASKED, before=(), expected=AssistantExpected()
    )
    own = replace(
        PLAIN,
        instruction=f"Vous répondez pour Mme Jeanne Quéméneur, 06 12 34 56 78. {PLAIN.instruction}",
        documents=(Source(id="p", title="Piscine", text=POOL),),
        trials=(trial,),
    )
    monkeypatch.setattr(assistants, "available", lambda *_: {own.name: own})
    shelf.client.post(f"/assistants/atelier/{own.name}/essayer/")
    assert run_waiting() == 1


def test_a_consultation(
    outside: Collectivite,
    signed_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
    settings: Any,
    tmp_path: Any,
) -> None:
    """Passages are hidden before; without that, and cut short, nothing leaves either."""
    for module in (consultation, meaning):
        monkeypatch.setattr(module, "LocalEmbedder", Embedder)
    monkeypatch.setattr(wording, "shown", lambda text: text)
    settings.MEDIA_ROOT = tmp_path
    rows = [f"Plus de bus {'le soir ' * n}pour {CLEAR}" for n in range(1, 12)]
    table = "Réponse\n" + "\n".join(f'"{row}"' for row in rows)
    client = signed_in(outside)
    upload = SimpleUploadedFile("reponses.csv", table.encode())
    address = client.post("/ecouter/", {"fichier": upload})["Location"]
    asked = {"titre": "Bus", "colonnes": ["Réponse"], "question": f"Que dire à {CLEAR} ?"}
    assert client.post(address, asked).status_code == 302
    assert run_waiting() == 1


def test_an_inhabitant_asks(
    outside: Collectivite, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, person: Any
) -> None:
    monkeypatch.setattr(index, "embedder", ScriptedEmbedder)
    shelf.paste("Piscine", POOL)
    shelf.row.public = True
    shelf.row.save()
    PublicPage.objects.create(
        collectivite=outside,
        slug="valmont",
        open=True,
        with_model=True,
        opened_by=person(outside, Role.ADMINISTRATEUR),
    )
    page = Client().post("/public/valmont/", {"question": ASKED}).content.decode()
    assert "Quéméneur" in page


def test_letters_become_drafts(outside: Collectivite, person: Any, server: Capturing) -> None:
    """Without elements of reply a draft is made by rule: nothing is asked, and nothing leaves."""
    agent = person(outside, Role.AGENT)
    with imap_server() as post:
        post.letters[4] = letter(
            "Lampadaire de Jeanne Quéméneur", f"Le lampadaire est en panne. {CLEAR}"
        )
        row = Mailbox(
            collectivite=outside,
            host="127.0.0.1",
            port=post.port,
            security="aucune",
            login=LOGIN,
            owner=agent,
        )
        mailbox.save(row, password=PASSWORD, actor=person(outside, Role.ADMINISTRATEUR))
        mailbox.visit(Mailbox.objects.for_(outside).select_related("owner", "job").get())
        while run_waiting():
            pass
    assert Letter.objects.for_(outside).count() == 1
    server.idle = True
