"""The page of inhabitants: no cookie, bounded, in their language, a person one click away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from beffroi.errors import ModelFailed
from beffroi.llm.scripted import SCRIPTED_INFO, ScriptedModel
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.journal.models import Entry
from beffroi_web.knowledge.models import Document
from beffroi_web.knowledge.reading import read_all
from beffroi_web.public import actions, answering, languages
from beffroi_web.public.models import Message, PublicPage, Question

Ask = Callable[..., Any]


def test_a_visitor_is_answered_from_open_documents_only(ask: Ask, page: PublicPage) -> None:
    answer = ask("À quelle heure ouvre la piscine municipale ?")
    assert "ouvre à 9 heures" in answer.text and "Piscine (Fiches)" in answer.text
    assert "7 heures" not in answer.text and "Interne" not in answer.text
    kept = Question.objects.for_(page.collectivite).get()
    assert (kept.status, kept.model, kept.language) == ("repondu", "", "fr")
    assert [title for _, title in kept.cited] == ["Piscine (Fiches)"]


def test_nothing_found_gives_a_person(ask: Ask) -> None:
    answer = ask("Comment obtenir un permis de chasse au sanglier ?")
    assert "Une personne peut vous répondre" in answer.text
    assert 'href="tel:0399001200"' in answer.text and "mailto:mairie@valmont.test" in answer.text
    assert "de 9 h à 12 h" in answer.text


def test_a_danger_gives_numbers_and_keeps_no_word(ask: Ask, page: PublicPage) -> None:
    answer = ask("je veux mourir ce soir")
    assert "Appelez maintenant" in answer.text and 'href="tel:3114"' in answer.text
    kept = Question.objects.for_(page.collectivite).get()
    assert (kept.status, kept.text, kept.answer) == ("urgence", "", "")


def test_personal_data_are_masked_before_they_are_kept(ask: Ask, page: PublicPage) -> None:
    ask("Je suis Mme Jeanne Dupontel, 06 12 34 56 78, où déposer un dossier ?")
    kept = Question.objects.for_(page.collectivite).get()
    assert "Dupontel" not in kept.text and "06 12" not in kept.text and "[FEMME_1]" in kept.text


@pytest.mark.parametrize("code", languages.CODES)
def test_the_page_speaks_the_language_of_the_visitor(page: PublicPage, code: str) -> None:
    words = languages.words(code)
    for answer in (
        Client().get("/public/valmont/", headers={"accept-language": f"{code}-XX,en;q=0.5"}),
        Client().get(f"/public/valmont/?langue={code}"),
    ):
        text = answer.content.decode()
        assert f'lang="{code}" dir="{words["sens"]}"' in text and words["demander"] in text
        assert not answer.cookies
    answered = Client().post("/public/valmont/", {"question": "la piscine ?", "langue": code})
    assert words["sources"] in answered.content.decode()
    assert '<div class="stack tight" lang="fr"' in answered.content.decode()


def test_every_language_has_every_sentence() -> None:
    names = {code: set(languages.words(code)) for code in languages.CODES}
    assert all(found == names["fr"] for found in names.values())
    for code in languages.CODES:
        empty = [name for name, text in languages.words(code).items() if not text]
        assert empty == (["francais"] if code == "fr" else [])


@pytest.mark.parametrize(
    ("asked", "accepted", "expected"),
    [
        ("ar", "fr", "ar"),
        ("xx", "de-DE, tr;q=0.8", "tr"),
        ("", "", "fr"),
        ("", "zz" * 5000, "fr"),
        ("../../etc", "EN-gb", "en"),
    ],
)
def test_choice_of_language(asked: str, accepted: str, expected: str) -> None:
    assert languages.choose(asked, accepted) == expected


@pytest.mark.parametrize("question", ["", "   ", "a" * 501, "\x00"])
def test_a_question_that_cannot_be_read_is_said(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status_code == 422 and "500 caractères" in answer.text


def test_a_hurried_visitor_waits_and_the_others_do_not(ask: Ask) -> None:
    statuses = [ask("la piscine ?").status_code for _ in range(9)]
    assert statuses == [200] * 8 + [429]
    assert ask("la piscine ?", address="192.0.2.2").status_code == 200


def test_too_many_at_once_are_asked_to_wait(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise answering.TooManyVisitors

    monkeypatch.setattr(answering, "answer", full)
    answer = ask("la piscine ?")
    assert answer.status_code == 503 and "la piscine ?</textarea>" in answer.text


def test_no_script_of_a_visitor_nor_of_a_document_runs(ask: Ask) -> None:
    assert "<script>alert" not in ask("<script>alert(1)</script> la piscine municipale").text


@pytest.mark.parametrize("path", ["", "personne/", "widget.js"])
def test_a_closed_page_does_not_exist(page: PublicPage, path: str) -> None:
    assert Client().get(f"/public/valmont/{path}").status_code == 200
    PublicPage.objects.for_(page.collectivite).update(open=False)
    assert Client().get(f"/public/valmont/{path}").status_code == 404
    assert Client().get(f"/public/autre/{path}").status_code == 404


def test_the_page_is_framed_only_where_the_commune_says(page: PublicPage) -> None:
    policy = Client().get("/public/valmont/")["Content-Security-Policy"]
    assert "frame-ancestors 'self';" in f"{policy};"
    PublicPage.objects.for_(page.collectivite).update(sites="https://www.valmont.test")
    answer = Client().get("/public/valmont/?cadre=1")
    assert "frame-ancestors 'self' https://www.valmont.test" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer and 'class="brand"' not in answer.content.decode()
    script = Client().get("/public/valmont/widget.js")
    assert script["Content-Type"].startswith("text/javascript")
    assert "/public/valmont/?cadre\\u003D1" in script.content.decode()
    assert not script.cookies


def test_an_opinion_is_kept_once_for_each_answer(ask: Ask, page: PublicPage) -> None:
    ask("la piscine ?")
    kept = Question.objects.for_(page.collectivite).get()
    for said, helped in (("oui", True), ("non", False)):
        answer = Client().post("/public/valmont/avis/", {"jeton": str(kept.token), "utile": said})
        assert answer.status_code == 200 and not answer.cookies
        assert Question.objects.for_(page.collectivite).get().helped is helped
    assert Client().post("/public/valmont/avis/", {"jeton": "x"}).status_code == 404


WRITTEN = {
    "prenom_nom": "Jeanne Dupontel",
    "joindre": "06 12 34 56 78",
    "message": "Ma rue n’est pas éclairée.",
}


@pytest.mark.parametrize("agreed", [True, False])
def test_what_was_said_is_handed_over_only_if_the_visitor_agrees(
    ask: Ask, page: PublicPage, agreed: bool
) -> None:
    ask("la piscine ?")
    token = str(Question.objects.for_(page.collectivite).get().token)
    form = {**WRITTEN, "jeton": token, **({"accord": "on"} if agreed else {})}
    assert "la piscine" in Client().get(f"/public/valmont/personne/?jeton={token}").content.decode()
    answer = Client().post("/public/valmont/personne/", form)
    assert answer.status_code == 200 and not answer.cookies
    message = Message.objects.for_(page.collectivite).get()
    assert (message.name, message.contact) == ("Jeanne Dupontel", "06 12 34 56 78")
    assert bool(message.question) is agreed and bool(message.answer) is agreed
    lines = [line.details for line in Entry.objects.for_(page.collectivite)]
    assert not any("Dupontel" in line for line in lines)


def test_an_incomplete_message_comes_back_as_it_was(page: PublicPage) -> None:
    answer = Client().post("/public/valmont/personne/", {**WRITTEN, "joindre": ""})
    assert answer.status_code == 422 and "n’est pas éclairée" in answer.content.decode()
    assert not Message.objects.for_(page.collectivite).exists()


def test_the_house_is_told_by_mail_without_the_words(page: PublicPage, settings: Any) -> None:
    settings.MAIL_ENABLED = True
    Client().post("/public/valmont/personne/", WRITTEN)
    (sent,) = mail.outbox
    assert sent.to == ["mairie@valmont.test"] and "/habitants/messages/" in sent.body
    assert "éclairée" not in sent.body and "Dupontel" not in sent.body


def test_messages_are_few(page: PublicPage) -> None:
    client = Client()
    sent = [client.post("/public/valmont/personne/", WRITTEN).status_code for _ in range(4)]
    assert sent == [200, 200, 200, 429]


def test_the_neighbour_s_answer_cannot_be_handed_over(
    ask: Ask, page: PublicPage, neighbour: Collectivite
) -> None:
    theirs = Question.objects.create(collectivite=neighbour, text="à côté", status="repondu")
    answer = Client().get(f"/public/valmont/personne/?jeton={theirs.token}")
    assert "à côté" not in answer.content.decode()


@pytest.fixture
def wording(
    page: PublicPage, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[ScriptedModel]]:
    """``wording(script, place=…)`` makes the page word its answers with a scripted model."""

    def choose(script: Any, place: Any = "machine") -> list[ScriptedModel]:
        model = ScriptedModel(script, info=replace(SCRIPTED_INFO, place=place))
        PublicPage.objects.for_(page.collectivite).update(with_model=True)
        monkeypatch.setattr(answering, "model_for", lambda *_, **__: model)
        return [model]

    return choose


def test_a_broken_model_changes_nothing_for_the_visitor(ask: Ask, wording: Any) -> None:
    wording([ModelFailed()] * 5)
    assert "ouvre à 9 heures" in ask("À quelle heure ouvre la piscine municipale ?").text


def test_the_model_is_not_asked_beyond_the_day_s_limit(
    ask: Ask, wording: Any, page: PublicPage
) -> None:
    (model,) = wording("La piscine ouvre à 9 heures.")
    PublicPage.objects.for_(page.collectivite).update(model_answers=0)
    assert "ouvre à 9 heures" in ask("À quelle heure ouvre la piscine municipale ?").text
    assert model.calls == []


def test_a_far_model_reads_no_name(ask: Ask, wording: Any) -> None:
    (model,) = wording("La piscine ouvre à 9 heures.", "france_ue")
    ask("À quelle heure ouvre la piscine municipale ?")
    asked = " ".join(message.content for call in model.calls for message in call.messages)
    assert model.calls and "Dupontel" not in asked


def test_what_is_kept_is_forgotten_in_time(page: PublicPage) -> None:
    from datetime import timedelta

    from django.utils import timezone

    old = timezone.now() - timedelta(days=91)
    house = page.collectivite
    for _ in range(2):
        Question.objects.create(collectivite=house, text="x", status="repondu")
        Message.objects.create(collectivite=house, name="x", contact="x", text="x")
    first = Question.objects.for_(house).first()
    Question.objects.for_(house).filter(pk=first.pk).update(created_at=old)
    seen = Message.objects.for_(house).first()
    Message.objects.for_(house).update(created_at=old)
    Message.objects.for_(house).filter(pk=seen.pk).update(handled_at=old)
    actions.forget()
    assert Question.objects.for_(house).count() == 1
    assert Message.objects.for_(house).count() == 1, "a message that nobody dealt with stays"


def test_the_words_of_documents_stand_apart_and_old_ones_are_said(
    ask: Ask, page: PublicPage
) -> None:
    document = Document.objects.for_(page.collectivite).get(title="Piscine (Fiches)")
    document.date, document.state = date(2012, 5, 1), "attente"
    document.save()
    read_all([document])
    shown = ask("À quelle heure ouvre la piscine municipale ?").text
    assert 'class="quoted"' in shown and "date du 01/05/2012" in shown
    assert shown.count("D’après « Piscine (Fiches) »") == 1


def test_a_site_that_is_not_allowed_is_told_so_by_the_widget(page: PublicPage) -> None:
    PublicPage.objects.for_(page.collectivite).update(sites="https://www.valmont.test")
    script = Client().get("/public/valmont/widget.js").content.decode()
    assert '["http://testserver", "https://www.valmont.test"]' in script.replace("\\u002D", "-")
    assert "n’est pas encore autorisé" in script
