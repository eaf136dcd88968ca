"""What agents do with it: open the page, read the themes, write the missing sheet, answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from beffroi.assistants import PLAIN
from beffroi.assistants.files import to_files
from beffroi_web.accounts.models import User
from beffroi_web.assistants import available
from beffroi_web.assistants.models import Edition, OwnAssistant
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge.models import Collection
from beffroi_web.public import answering
from beffroi_web.public.models import Message, PublicPage, Question

Ask = Callable[..., Any]
FORM = {
    "open": "on",
    "slug": "valmont",
    "assistant": "documents",
    "model_answers": 200,
    "sites": "",
}


def plain(answer: Any) -> str:
    return str(answer.content.decode()).replace("\u00a0", " ").replace("\u202f", " ")


def test_an_administrator_opens_the_page(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    assert "toute question recevra" in plain(client.get("/collectivite/reglages/page-publique/"))
    form = {**FORM, "sites": "https://WWW.valmont.test/accueil\nhttps://www.valmont.test"}
    assert client.post("/collectivite/reglages/page-publique/", form).status_code == 302
    page = PublicPage.objects.for_(collectivite).get()
    assert page.open and page.sites == "https://www.valmont.test"
    shown = plain(client.get("/collectivite/reglages/page-publique/"))
    assert "/public/valmont/widget.js" in shown
    assert Client().get("/public/valmont/").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"slug": ""},
        {"slug": "Val mont"},
        {"sites": "javascript:alert(1)"},
        {"sites": "https://a.test; script-src *"},
        {"assistant": "inconnu"},
        {"slug": "prise"},
    ],
)
def test_a_wrong_setting_opens_nothing(
    collectivite: Collectivite,
    neighbour: Collectivite,
    signed_in: Callable[..., Client],
    wrong: dict[str, str],
) -> None:
    PublicPage.objects.create(collectivite=neighbour, slug="prise")
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    answer = client.post("/collectivite/reglages/page-publique/", {**FORM, **wrong})
    assert answer.status_code == 422
    assert not PublicPage.objects.for_(collectivite).exists()


def test_agents_follow_and_only_administrators_open(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    agent = signed_in(collectivite, Role.AGENT)
    assert agent.get("/habitants/").status_code == 200
    assert agent.get("/collectivite/reglages/page-publique/").status_code == 403
    elected = signed_in(collectivite, Role.ELU)
    assert elected.get("/habitants/").status_code == 403


def test_the_missing_sheet_is_written_in_place_and_then_found(
    ask: Ask, page: PublicPage, signed_in: Callable[..., Client]
) -> None:
    asked = "Où louer la salle des fêtes ?"
    for question in (asked, "louer la salle des fêtes où", "Le marché a lieu quel jour ?"):
        assert "Une personne peut vous répondre" in ask(question).text
    client = signed_in(page.collectivite, Role.AGENT)
    shown = plain(client.get("/habitants/"))
    assert "Demandé 2 fois" in shown and "Demandé 1 fois" in shown
    house = page.collectivite
    numbers = " ".join(
        str(q.pk) for q in Question.objects.for_(house).filter(text__icontains="salle")
    )
    form = {
        "questions": numbers,
        "titre": "Louer la salle des fêtes",
        "texte": "La salle des fêtes se loue au secrétariat de la mairie.",
        "collection": Collection.objects.for_(house).get(public=True).pk,
    }
    assert client.post("/habitants/fiche/", form).status_code == 302
    run_waiting()
    assert "louer la salle" not in plain(client.get("/habitants/")).lower()
    assert "se loue au secrétariat" in ask(asked).text


def test_a_sheet_is_never_put_where_inhabitants_do_not_read(
    ask: Ask, page: PublicPage, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(page.collectivite, Role.AGENT)
    closed = Collection.objects.for_(page.collectivite).get(public=False)
    form = {"questions": "", "titre": "x", "texte": "Ce texte revient", "collection": closed.pk}
    answer = client.post("/habitants/fiche/", form)
    assert answer.status_code == 422 and "Ce texte revient" in plain(answer)


def test_an_answer_that_did_not_help_comes_back_to_agents(
    ask: Ask, page: PublicPage, signed_in: Callable[..., Client]
) -> None:
    ask("À quelle heure ouvre la piscine municipale ?")
    client = signed_in(page.collectivite, Role.AGENT)
    assert "piscine" not in plain(client.get("/habitants/"))
    Question.objects.for_(page.collectivite).update(helped=False)
    assert "la piscine municipale" in plain(client.get("/habitants/"))


def test_questions_of_the_neighbour_cannot_be_closed(
    page: PublicPage, neighbour: Collectivite, signed_in: Callable[..., Client]
) -> None:
    theirs = Question.objects.create(collectivite=neighbour, text="x", status="pas_trouve")
    client = signed_in(page.collectivite, Role.AGENT)
    client.post("/habitants/ecarter/", {"questions": f"{theirs.pk} abc -1"})
    assert Question.objects.for_(neighbour).get().handled_at is None


def test_a_message_is_dealt_with(page: PublicPage, signed_in: Callable[..., Client]) -> None:
    house = page.collectivite
    row = Message.objects.create(
        collectivite=house, name="Jeanne D.", contact="06", text="<b>Bonjour</b>"
    )
    client = signed_in(house, Role.AGENT)
    shown = plain(client.get("/habitants/messages/"))
    assert "Jeanne D." in shown and "<b>Bonjour" not in shown
    assert client.post(f"/habitants/messages/{row.pk}/traite/").status_code == 302
    assert "Aucun message à traiter" in plain(client.get("/habitants/messages/"))
    assert Message.objects.for_(house).get().handled_by is not None


def test_answers_that_helped_become_essais(
    ask: Ask, page: PublicPage, signed_in: Callable[..., Client]
) -> None:
    import io
    import tomllib
    import zipfile

    ask("À quelle heure ouvre la piscine municipale ?")
    ask("À quelle heure ouvre la piscine municipale pour Mme Jeanne Dupontel ?")
    client = signed_in(page.collectivite, Role.AGENT)
    assert "essai" not in plain(client.get("/habitants/"))
    Question.objects.for_(page.collectivite).update(
        helped=True, status="repondu", cited=[["d1", "P"]]
    )
    assert "Télécharger 1 essai tiré des avis" in plain(client.get("/habitants/"))
    archived = zipfile.ZipFile(io.BytesIO(client.get("/habitants/essais.zip").content))
    (name,) = archived.namelist()
    essai = tomllib.loads(archived.read(name).decode())
    assert name.startswith("essais/habitants-") and "d1" in str(essai)
    assert "piscine municipale" in str(essai) and "Dupontel" not in str(essai)


def wrote(author: User, collectivite: Collectivite, name: str, sharing: str) -> None:
    """An assistant of the authority, as its author left it."""
    row = OwnAssistant.objects.create(
        collectivite=collectivite, name=name, author=author, sharing=sharing
    )
    assistant = replace(PLAIN, name=name, title=f"Guichet {name}")
    Edition.objects.create(assistant=row, version=1, files=to_files(assistant), author=author)


@pytest.fixture
def written(page: PublicPage, neighbour: Collectivite) -> PublicPage:
    """Assistants that the administrator who opened the page keeps, or shares more or less."""
    author = page.opened_by
    assert author is not None
    for name, sharing in (("secret", "auteur"), ("service", "direction"), ("commun", "maison")):
        wrote(author, page.collectivite, name, sharing)
    wrote(author, neighbour, "voisin", "maison")
    return page


def test_the_page_offers_what_the_house_shares_and_what_ships(
    written: PublicPage,
) -> None:
    client = Client()
    assert written.opened_by is not None
    client.force_login(written.opened_by)
    shown = plain(client.get("/collectivite/reglages/page-publique/"))
    offered = set(re.findall(r'<option value="([^"]*)"', shown))
    assert offered == {"documents", "commun", *available.shipped()}
    assert not any(f"Guichet {name}" in shown for name in ("secret", "service", "voisin"))
    for name in ("secret", "service", "voisin"):
        wrong = client.post("/collectivite/reglages/page-publique/", {**FORM, "assistant": name})
        assert wrong.status_code == 422
    right = client.post("/collectivite/reglages/page-publique/", {**FORM, "assistant": "commun"})
    assert right.status_code == 302


@pytest.mark.parametrize(
    ("chosen", "answers"),
    [
        ("commun", "commun"),
        ("accueil", "accueil"),
        ("secret", "documents"),
        ("service", "documents"),
        ("voisin", "documents"),
    ],
)
def test_only_a_shared_assistant_answers_whoever_opened_the_page(
    written: PublicPage, chosen: str, answers: str
) -> None:
    written.assistant = chosen
    assert answering.assistant_of(written).name == answers
    written.opened_by = None
    assert answering.assistant_of(written).name == answers


def test_an_assistant_that_is_no_longer_shared_stops_answering(written: PublicPage) -> None:
    written.assistant = "commun"
    OwnAssistant.objects.for_(written.collectivite).update(sharing="auteur")
    assert answering.assistant_of(written).name == "documents"


def test_an_answer_that_helped_becomes_an_essai_in_one_click(
    ask: Ask, page: PublicPage, signed_in: Callable[..., Client]
) -> None:
    ask("À quelle heure ouvre la piscine municipale ?")
    question = Question.objects.for_(page.collectivite).get()
    client = signed_in(page.collectivite, Role.REFERENT)
    press = f"/habitants/{question.pk}/essai/"
    assert client.post(press, {"assistant": "guichet"}).status_code == 404, "nobody rated it"
    question.helped = True
    question.save()
    assert "Copiez-en un" in plain(client.get("/habitants/"))
    author = User.objects.get(pk=int(client.session["_auth_user_id"]))
    wrote(author, page.collectivite, "guichet", "auteur")
    assert "En faire un essai" in plain(client.get("/habitants/"))
    assert client.post(press, {"assistant": "guichet"}).status_code == 302
    question.refresh_from_db()
    assert question.essai == "guichet"
    row = OwnAssistant.objects.for_(page.collectivite).get()
    essai = available.latest(row).trials[-1]
    assert essai.question == "À quelle heure ouvre la piscine municipale ?"
    assert essai.expected.cites and "En faire un essai" not in plain(client.get("/habitants/"))
