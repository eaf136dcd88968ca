"""From a pasted text to a signed one, without a browser."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from beffroi_web.clarifier.models import Draft, Origin, Point, Source, State, Typing
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.journal.models import Entry

from .conftest import TEXT, Desk, plain


def acts(desk: Desk) -> list[str]:
    """What the journal says of the texts; who signed in is another matter."""
    lines = Entry.objects.for_(desk.collectivite).exclude(act__startswith="compte.")
    return list(lines.values_list("act", flat=True))


def test_the_whole_way_without_a_model(desk: Desk) -> None:
    draft = desk.written()
    assert draft.current and draft.current.origin == Origin.SANS_MODELE
    assert "7 h 30" in plain(draft.current.text)
    answer = desk.client.post(
        f"/clarifier/{draft.pk}/signer/", {"lu": "on", "version": draft.current.number}
    )
    assert answer.status_code == 302
    draft = desk.draft(draft.pk)
    assert (draft.state, draft.signed_by, draft.read_by) == (
        State.VALIDE,
        draft.owner,
        draft.owner,
    )
    assert acts(desk)[:2] == ["document.depose", "travail.lance"]
    assert acts(desk)[-2:] == ["brouillon.relu", "brouillon.signe"]


def test_a_form_sent_twice_makes_one_draft(desk: Desk) -> None:
    page = desk.give()
    fields = desk.fill(page)
    first, second = desk.client.post(page, fields), desk.client.post(page, fields)
    assert first["Location"] == second["Location"]
    assert Draft.objects.for_(desk.collectivite).count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.txt", b"   \n", "Le texte est vide"),
        ("faux.docx", bytes(range(256)) * 8, ""),
        ("photo.jpg", b"\xff\xd8\xff\xe0 image", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    desk: Desk, name: str, content: bytes, sentence: str
) -> None:
    answer = desk.client.post(
        "/clarifier/", {"texte": "ce que j’ai tapé", "fichier": SimpleUploadedFile(name, content)}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="error"' in page and sentence in page
    assert "ce que j’ai tapé" in page
    assert not Source.objects.for_(desk.collectivite).exists()


def test_null_bytes_and_hidden_marks_are_taken_away(desk: Desk) -> None:
    desk.give("Fermé\x00 le \u202e lundi 3 mars.")
    source = Source.objects.for_(desk.collectivite).get()
    assert source.text == "Fermé le lundi 3 mars."


def test_an_edit_is_a_version_and_is_checked(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(
        f"/clarifier/{draft.pk}/modifier/", {"texte": "La rue est fermée.", "version": 1}
    )
    draft = desk.draft(draft.pk)
    assert draft.current and (draft.current.number, draft.current.origin) == (2, Origin.MAIN)
    assert draft.current.text == "La rue est fermée."


def test_typing_is_kept_and_found_again(desk: Desk) -> None:
    draft = desk.written()
    address = f"/clarifier/{draft.pk}/saisie/"
    assert desk.client.post(address, {"texte": "En cours", "version": 1}).status_code == 200
    assert "En cours" in desk.page(f"/clarifier/{draft.pk}/?modifier")
    desk.client.post(f"/clarifier/{draft.pk}/modifier/", {"abandonner": "1"})
    assert not Typing.objects.exists()


def _with_a_blocking_point(desk: Desk) -> tuple[Draft, Point]:
    draft = desk.written()
    version = draft.current
    assert version is not None
    version.points.all().delete()
    point = Point.objects.create(
        version=version,
        number=1,
        type="exception.perdue",
        severity="bloquant",
        title="Exception disparue",
        source_start=0,
        source_end=5,
        source_text=TEXT[:5],
    )
    return draft, point


def test_a_blocking_point_forbids_to_sign(desk: Desk) -> None:
    draft, _ = _with_a_blocking_point(desk)
    page = desk.page(f"/clarifier/{draft.pk}/")
    assert "Il reste 1\u00a0point bloquant." in page
    assert "disabled" in page
    desk.client.post(f"/clarifier/{draft.pk}/signer/", {"lu": "on", "version": 1})
    assert desk.draft(draft.pk).state == State.BROUILLON


def test_a_point_is_accepted_with_a_reason_only(desk: Desk) -> None:
    draft, point = _with_a_blocking_point(desk)
    address = f"/clarifier/{draft.pk}/points/{point.pk}/accepter/"
    refused = desk.client.post(address, {"raison": "  "})
    assert refused.status_code == 422 and "Dites pourquoi" in refused.content.decode()
    desk.client.post(address, {"raison": "Les riverains ont été prévenus."})
    point.refresh_from_db()
    assert point.accepted_by == draft.owner and not point.open
    desk.client.post(f"/clarifier/{draft.pk}/signer/", {"lu": "on", "version": 1})
    assert desk.draft(draft.pk).state == State.VALIDE
    desk.client.post(f"/clarifier/{draft.pk}/points/{point.pk}/rouvrir/")
    assert desk.draft(draft.pk).state == State.BROUILLON


def test_a_point_is_corrected_in_place(desk: Desk) -> None:
    draft = desk.written()
    version = draft.current
    assert version is not None
    start = version.text.index("17\u00a0h")
    point = Point.objects.create(
        version=version,
        number=90,
        type="heure.changee",
        severity="a_verifier",
        title="Heure changée",
        draft_start=start,
        draft_end=start + 4,
        draft_text="17\u00a0h",
    )
    desk.client.post(
        f"/clarifier/{draft.pk}/points/{point.pk}/corriger/", {"passage": "18 h", "version": 1}
    )
    draft = desk.draft(draft.pk)
    assert draft.current and draft.current.text == version.text.replace("17\u00a0h", "18 h", 1)


def test_a_text_that_changed_cannot_be_signed_unseen(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(f"/clarifier/{draft.pk}/modifier/", {"texte": "Autre.", "version": 1})
    desk.client.post(f"/clarifier/{draft.pk}/signer/", {"lu": "on", "version": 1})
    assert desk.draft(draft.pk).state == State.BROUILLON


def test_going_back_makes_a_new_version(desk: Desk) -> None:
    draft = desk.written()
    first = draft.current
    assert first is not None
    desk.client.post(f"/clarifier/{draft.pk}/modifier/", {"texte": "Autre.", "version": 1})
    page = desk.page(f"/clarifier/{draft.pk}/versions/")
    assert "<del>" in page and "<ins>" in page
    desk.client.post(f"/clarifier/{draft.pk}/versions/1/revenir/")
    draft = desk.draft(draft.pk)
    assert draft.current and (draft.current.number, draft.current.text) == (3, first.text)


def test_stop_keeps_what_was_given_and_can_begin_again(desk: Desk) -> None:
    draft = desk.begin()
    desk.client.post(f"/clarifier/{draft.pk}/arreter/")
    run_waiting()
    page = desk.page(f"/clarifier/{draft.pk}/")
    assert "Vous avez arrêté l’écriture" in page and "rue du Four" in page
    desk.client.post(f"/clarifier/{draft.pk}/recommencer/", {"sans_modele": "1"})
    run_waiting()
    assert desk.draft(draft.pk).current


def test_texts_are_found_without_accents(desk: Desk) -> None:
    draft = desk.written("Règlement de la cantine : l’inscription est obligatoire.")
    assert draft.title in desk.page("/clarifier/textes/?q=reglement+CANTINE").replace(
        "\u00a0:", " :"
    )
    assert "Aucun texte" in desk.page("/clarifier/textes/?q=piscine")


def test_delete_removes_text_and_source(desk: Desk) -> None:
    draft = desk.written()
    desk.client.post(f"/clarifier/{draft.pk}/supprimer/")
    assert not Draft.objects.for_(desk.collectivite).exists()
    assert not Source.objects.for_(desk.collectivite).exists()
    assert acts(desk)[-1] == "brouillon.supprime"


def test_the_address_of_a_form_opens_a_page_that_says_so(desk: Desk) -> None:
    draft = desk.written()
    answer = desk.client.get(f"/clarifier/{draft.pk}/modifier/")
    assert answer.status_code == 405 and "POST" in answer["Allow"]
    assert "Cette adresse n’ouvre pas de page" in answer.content.decode()


def test_a_form_that_lost_its_key_is_written_all_the_same(desk: Desk) -> None:
    page = desk.give()
    answer = desk.client.post(page, {**desk.fill(page), "cle": "pas-une-clé"})
    assert answer.status_code == 302
