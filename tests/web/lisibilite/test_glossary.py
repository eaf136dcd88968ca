"""The glossary of a collectivité: its words win, official ones bear their licence and date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.journal.models import Entry

OFFICIAL = '{"id": "R1", "terme": "Abattement", "definition": "Réduction d’un impôt"}\n'
PAGE = "/lisibilite/glossaire/"
WORD = {"name": "PLUi", "other_forms": "plan local", "definition": "le plan qui dit où bâtir"}


@pytest.fixture
def agent(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Client:
    return signed_in(collectivite, Role.AGENT)


def _read(client: Client, text: str) -> str:
    return client.post("/lisibilite/", {"texte": text, "profil": "falc"}).content.decode()


def _bring(client: Client, content: str, name: str = "glossaire.jsonl") -> str:
    file = SimpleUploadedFile(name, content.encode())
    sent = {"fichier": file, "date": "2020-11-02"}
    return client.post(f"{PAGE}officiel/", sent, follow=True).content.decode()


def test_a_word_is_explained_in_texts_then_taken_away(
    agent: Client, collectivite: Collectivite
) -> None:
    assert agent.post(PAGE, WORD).status_code == 302
    assert "le plan qui dit où bâtir" in _read(agent, "Le PLUi change cette année.")
    assert "le plan qui dit où bâtir" in _read(agent, "Le plan local change cette année.")
    agent.post(f"{PAGE}1/retirer/")
    assert "le plan qui dit où bâtir" not in _read(agent, "Le PLUi change cette année.")
    acts = Entry.objects.for_(collectivite).values_list("act", flat=True)
    assert list(acts).count("glossaire.change") == 2


def test_the_words_of_the_house_win_and_are_explained_anew(agent: Client) -> None:
    for definition in ("une chose", "une autre chose"):
        agent.post(PAGE, {"name": "Abrogation", "definition": definition})
    page = _read(agent, "L’abrogation est décidée.")
    assert "une autre chose" in page
    assert "supprime une règle" not in page


def test_the_neighbour_does_not_get_them(
    agent: Client, neighbour: Collectivite, signed_in: Callable[..., Client]
) -> None:
    agent.post(PAGE, WORD)
    assert "le plan qui dit" not in _read(signed_in(neighbour), "Le PLUi change cette année.")


def test_official_definitions_bear_their_licence_and_their_date(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.REFERENT)
    assert "1 définition officielle est" in _bring(client, OFFICIAL).replace("\u00a0", " ")
    page = _read(client, "Il demande un abattement.")
    assert "Licence Ouverte, état du 2020-11-02" in page
    _bring(client, OFFICIAL.replace("Abattement", "Acompte"))
    assert "Licence Ouverte" not in _read(client, "Il demande un abattement.")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("{", "g.jsonl", "ne se lit pas comme un glossaire officiel"),
        ("", "g.jsonl", "ne contient aucune définition"),
        (OFFICIAL, "g.docx", "ni un JSONL ni un XML"),
    ],
)
def test_a_bad_file_is_explained_and_changes_nothing(
    content: str,
    name: str,
    said: str,
    collectivite: Collectivite,
    signed_in: Callable[..., Client],
) -> None:
    client = signed_in(collectivite, Role.REFERENT)
    _bring(client, OFFICIAL)
    assert said in _bring(client, content or " ", name)
    assert "Licence Ouverte" in _read(client, "Il demande un abattement.")


def test_an_agent_cannot_bring_official_definitions(agent: Client) -> None:
    file = SimpleUploadedFile("g.jsonl", OFFICIAL.encode())
    sent = {"fichier": file, "date": "2020-11-02"}
    assert agent.post(f"{PAGE}officiel/", sent).status_code == 403


def test_an_empty_word_is_refused_and_what_was_typed_stays(agent: Client) -> None:
    answer = agent.post(PAGE, {"name": "", "definition": "ce que j’ai écrit"})
    assert answer.status_code == 422
    assert "Écrivez le mot à expliquer" in answer.content.decode()
    assert "ce que j’ai écrit" in answer.content.decode()
