"""From a question to its passages; branches; documents of one conversation; erased for real."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from beffroi.documents import read_marking
from beffroi_web.assistants import actions, attaching, branches, retention
from beffroi_web.assistants.models import Attachment, Conversation, Turn
from beffroi_web.clarifier.models import Draft
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.models import Job, Piece
from beffroi_web.jobs.retention import forget
from beffroi_web.journal.models import Entry
from web.assistants.conftest import Talk

PRICE = "Combien coûte le repas à la cantine ?"


def test_the_answer_is_the_passage_with_its_place(talk: Talk) -> None:
    page = talk.page(talk.begin(PRICE))
    assert "4 euros et 20 centimes" in page and "passage cité" in page
    assert "Restaurant scolaire" in page and "Sans modèle de langage" in page
    address = page.split('<a href="/documents/document/')[1].split('"')[0].replace("&amp;", "&")
    opened = talk.client.get(f"/documents/document/{address}").content.decode()
    assert '<mark class="ok">' in opened


def test_nothing_found_is_said_with_the_nearest(talk: Talk) -> None:
    page = talk.page(talk.begin("Quel est le taux de la taxe sur les éoliennes en mer ?"))
    assert "Je ne trouve pas la réponse dans vos documents" in page
    assert "En faire un brouillon" not in page


def test_an_empty_question_comes_back(talk: Talk) -> None:
    answer = talk.client.post("/assistants/", {"question": "  ", "assistant": "documents"})
    assert answer.status_code == 422 and "Écrivez votre question" in answer.content.decode()


def test_the_page_waits_then_shows_without_script(talk: Talk) -> None:
    values = {"question": PRICE, "assistant": "documents"}
    address = talk.client.post("/assistants/", values)["Location"]
    page = talk.client.get(address).content.decode()
    assert 'http-equiv="refresh"' in page and "data-follow" in page
    run_waiting()
    assert 'http-equiv="refresh"' not in talk.client.get(address).content.decode()


def test_a_form_sent_twice_asks_once(talk: Talk) -> None:
    key = "6f1ff2bc-0f0e-4f52-9c4c-0a8d4f2f6a11"
    first = talk.begin(PRICE, cle=key)
    assert talk.begin(PRICE, cle=key).pk == first.pk
    assert Turn.objects.count() == 1


def test_the_job_bears_no_word_of_the_question(talk: Talk) -> None:
    talk.begin(PRICE)
    job = Job.objects.for_(talk.collectivite).get(name=actions.ANSWERING)
    said = f"{job.title} {job.args} {job.result} {job.label}"
    said += " ".join(Piece.objects.filter(job=job).values_list("text", flat=True))
    assert "cantine" not in said.lower() and "euros" not in said


def test_a_conversation_is_read_by_its_author_alone(
    talk: Talk, signed_in: Callable[..., Client]
) -> None:
    conversation = talk.begin(PRICE)
    for role in Role.values:
        other = signed_in(talk.collectivite, role)
        assert other.get(conversation.get_absolute_url()).status_code == 404
        assert "Combien" not in other.get("/assistants/conversations/?q=cantine").content.decode()
        erase = f"/assistants/{conversation.pk}/supprimer/"
        assert other.post(erase).status_code == 404


def test_editing_makes_a_branch_and_each_can_be_seen(talk: Talk) -> None:
    conversation = talk.begin(PRICE)
    first = talk.last(conversation)
    base = f"/assistants/{conversation.pk}/question/{first.pk}"
    talk.client.post(f"{base}/modifier/", {"question": "Quand ouvre la piscine ?"})
    run_waiting()
    page = talk.page(conversation)
    assert "Version 2 sur 2" in page and "9 heures" in page and "centimes" not in page
    talk.client.post(f"{base}/montrer/")
    page = talk.page(conversation)
    assert "Version 1 sur 2" in page and "centimes" in page
    talk.client.post(f"{base}/refaire/")
    run_waiting()
    assert "Version 3 sur 3" in talk.page(conversation)


def test_the_branch_shown_goes_to_its_end(talk: Talk) -> None:
    conversation = talk.begin(PRICE)
    first = talk.last(conversation)
    second = talk.ask(conversation, "Et l’inscription ?")
    assert second.parent_id == first.pk
    other = actions.edit(second, "Quand ouvre la piscine ?", user=conversation.owner)
    turns = list(Turn.objects.filter(conversation=conversation))
    steps = branches.branch(turns, other.pk)
    assert [step.turn.pk for step in steps] == [first.pk, other.pk]
    assert branches.end_of(turns, first).pk == other.pk
    assert branches.branch(turns, 999_999)[-1].turn.pk == other.pk
    assert branches.branch([], None) == []


def test_a_document_serves_its_conversation_only(talk: Talk) -> None:
    note = SimpleUploadedFile("note.txt", "Le gymnase ferme à 22 heures le vendredi.".encode())
    conversation = talk.begin("À quelle heure ferme le gymnase ?", fichiers=[note])
    page = talk.page(conversation)
    assert "22 heures" in page and f"/assistants/{conversation.pk}/documents/" in page
    piece = conversation.attachments.get()
    opened = talk.client.get(f"/assistants/{conversation.pk}/documents/{piece.pk}/?de=0&a=10")
    assert '<mark class="ok">' in opened.content.decode()
    assert "22 heures" not in talk.page(talk.begin("À quelle heure ferme le gymnase ?"))
    talk.client.post(f"/assistants/{conversation.pk}/documents/{piece.pk}/retirer/")
    assert not Attachment.objects.exists()
    assert "n’est plus là" in talk.page(conversation)


def test_a_document_that_cannot_be_read_starts_nothing(talk: Talk) -> None:
    broken = SimpleUploadedFile("plan.pdf", b"%PDF-abime")
    values = {"question": PRICE, "assistant": "documents", "fichiers": [broken]}
    answer = talk.client.post("/assistants/", values)
    assert answer.status_code == 422 and "plan.pdf" in answer.content.decode()
    assert not Conversation.objects.for_(talk.collectivite).exists()
    conversation = talk.begin(PRICE)
    broken.seek(0)
    address = f"/assistants/{conversation.pk}/documents/"
    assert talk.client.post(address, {"fichiers": [broken]}).status_code == 422
    many = [SimpleUploadedFile(f"{n}.txt", b"Un texte.") for n in range(11)]
    assert talk.client.post(address, {"fichiers": many}).status_code == 422
    assert not Attachment.objects.exists()


def test_conversations_are_found_renamed_and_erased_for_real(talk: Talk) -> None:
    conversation = talk.begin(PRICE)
    talk.client.post(f"/assistants/{conversation.pk}/renommer/", {"titre": "Prix du midi"})
    for word in ("midi", "CANTINE", "centimes", "coute"):
        assert (
            "Prix du midi"
            in talk.client.get(f"/assistants/conversations/?q={word}").content.decode()
        )
    assert (
        "Aucune conversation"
        in talk.client.get("/assistants/conversations/?q=introuvable").content.decode()
    )
    talk.client.post(f"/assistants/{conversation.pk}/supprimer/")
    _nothing_left(talk.collectivite)


def _nothing_left(collectivite: Collectivite) -> None:
    """No table holds the words of the conversation any more."""
    assert not Conversation.objects.for_(collectivite).exists() and not Turn.objects.exists()
    assert not Job.objects.for_(collectivite).filter(name=actions.ANSWERING).exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("assistants_", "jobs_", "journal_")):
                cursor.execute(f"SELECT * FROM {table}")
                assert "Combien" not in str(cursor.fetchall()), table


def test_old_conversations_go_by_themselves(talk: Talk) -> None:
    old, fresh = talk.begin(PRICE), talk.begin("Quand ouvre la piscine ?")
    before = timezone.now() - timedelta(days=31)
    Conversation.objects.for_(talk.collectivite).filter(pk=old.pk).update(used_at=before)
    assert talk.client.get(old.get_absolute_url()).status_code == 404
    talk.collectivite.conversation_days = 400
    talk.collectivite.save()
    assert retention.forget() == 0
    talk.collectivite.conversation_days = 30
    talk.collectivite.save()
    forget()
    assert list(Conversation.objects.for_(talk.collectivite)) == [fresh]
    assert Entry.objects.for_(talk.collectivite).filter(act="assistant.purge").count() == 1


def test_an_answer_becomes_a_draft_to_sign(talk: Talk) -> None:
    conversation = talk.begin(PRICE)
    turn = talk.last(conversation)
    answer = talk.client.post(f"/assistants/{conversation.pk}/question/{turn.pk}/brouillon/")
    draft = Draft.objects.for_(talk.collectivite).get()
    assert answer["Location"] == draft.get_absolute_url()
    assert draft.current and "4 euros et 20 centimes" in draft.current.text
    assert "[1]" not in draft.current.text and draft.state == "brouillon"
    assert talk.client.get(draft.get_absolute_url()).status_code == 200
    blocking = [p for p in draft.current.points.all() if p.severity == "bloquant"]
    assert not blocking, [p.title for p in blocking]


@pytest.mark.parametrize("format", ["docx", "odt", "pdf", "txt"])
def test_a_conversation_leaves_with_its_marking(talk: Talk, format: str) -> None:
    conversation = talk.begin(PRICE)
    answer = talk.client.get(f"/assistants/{conversation.pk}/exporter/{format}/")
    assert answer.status_code == 200 and "brouillon-" in answer["Content-Disposition"]
    if format == "docx":
        marking = read_marking(answer.content)
        assert marking is not None and not marking.reviewer
        inside = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
        assert "20 centimes" in inside and "Passages cités" in inside
    assert talk.client.get(f"/assistants/{conversation.pk}/exporter/exe/").status_code == 404


def test_an_answer_stopped_keeps_the_page(talk: Talk) -> None:
    values = {"question": PRICE, "assistant": "documents"}
    address = talk.client.post("/assistants/", values)["Location"]
    turn = Turn.objects.get()
    talk.client.post(f"{address}question/{turn.pk}/arreter/")
    run_waiting()
    page = talk.client.get(address).content.decode()
    assert "Vous avez arrêté la réponse" in page and "Répondre à nouveau" in page


def test_erasing_while_it_answers_ends_the_job(talk: Talk) -> None:
    values = {"question": PRICE, "assistant": "documents"}
    address = talk.client.post("/assistants/", values)["Location"]
    talk.client.post(f"{address}supprimer/")
    run_waiting()
    job = Job.objects.for_(talk.collectivite).get(name=actions.ANSWERING)
    assert job.state == "arret" and not Turn.objects.exists()


def test_rights_hold_in_the_answers(talk: Talk, signed_in: Callable[..., Client]) -> None:
    from beffroi_web.knowledge.models import Collection

    Collection.objects.for_(talk.collectivite).update(house=False)
    page = talk.page(talk.begin(PRICE))
    assert "20 centimes" not in page and "Restaurant scolaire" not in page


def test_what_the_page_sends_is_enough(talk: Talk) -> None:
    """The fields of the form as a browser sends them back, nothing touched."""
    page = talk.client.get("/assistants/").content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    chosen = re.findall(r'<input type="radio" name="assistant" value="([^"]*)" checked>', page)
    assert chosen == ["documents"] and hidden["cle"]
    sent = {**hidden, "assistant": chosen[0], "question": PRICE}
    assert talk.client.post("/assistants/", sent).status_code == 302


def test_a_file_that_is_too_heavy_is_refused_before_it_is_read(
    talk: Talk, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BEFFROI = replace(settings.BEFFROI, upload_limit=1_048_576)
    read: list[str] = []
    monkeypatch.setattr(attaching, "opened", lambda file: read.append(file.name))
    heavy = SimpleUploadedFile("gros.txt", b"Le repas.\n" * 120_000)
    values = {"question": "Quel prix ?", "assistant": "documents", "fichiers": heavy}
    answer = talk.client.post("/assistants/", values)
    assert answer.status_code == 422 and "la limite est de 1" in answer.content.decode()
    assert read == [] and not Conversation.objects.for_(talk.collectivite).exists()
