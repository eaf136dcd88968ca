"""A large file is read beside the page: it waits, it is read once, or one sentence says why not."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from beffroi_web.clarifier.forms import LARGE
from beffroi_web.clarifier.models import Source
from beffroi_web.jobs.inline import run_waiting

from .conftest import Desk

LINE = "Le stationnement est interdit rue du Four le 3 mai 2026.\n"


def given(desk: Desk, name: str, content: bytes) -> Source:
    file = SimpleUploadedFile(name, content)
    answer = desk.client.post("/clarifier/?modele=sms-alerte", {"fichier": file})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    assert answer["Location"].endswith("?modele=sms-alerte")
    found: Source = Source.objects.for_(desk.collectivite).latest("created_at")
    return found


def test_a_large_text_is_read_by_a_job(desk: Desk) -> None:
    content = (LINE * (LARGE // len(LINE) + 1)).encode()
    source = given(desk, "grand.txt", content)
    assert source.unread and bytes(source.given) == content
    page = desk.page(f"/clarifier/source/{source.pk}/")
    assert "Lecture de votre fichier" in page and "Écrire le brouillon" not in page
    run_waiting()
    source.refresh_from_db()
    assert not source.unread and not source.given
    assert source.text.count("rue du Four") == LARGE // len(LINE) + 1
    page = desk.page(f"/clarifier/source/{source.pk}/")
    assert "Écrire le brouillon" in page and "seul son début est montré" in page


def test_a_small_one_is_read_at_once(desk: Desk) -> None:
    assert given(desk, "petit.txt", LINE.encode()).text.strip() == LINE.strip()


def test_what_cannot_be_read_says_why_and_is_not_kept(desk: Desk) -> None:
    source = given(desk, "faux.docx", b"\x00\x01binaire" * LARGE)
    run_waiting()
    source.refresh_from_db()
    assert source.unread and not source.given
    page = desk.page(f"/clarifier/source/{source.pk}/")
    assert "Ce fichier n’a pas pu être lu" in page and "Donner un autre texte" in page
    post = desk.client.post(f"/clarifier/source/{source.pk}/?modele=sms-alerte", {"cle": "x"})
    assert "Ce fichier n’a pas pu être lu" in post.content.decode()


def test_the_job_done_again_reads_nothing_twice(desk: Desk) -> None:
    from beffroi_web.clarifier.jobs import _read

    source = given(desk, "grand.txt", (LINE * 9000).encode())
    run_waiting()
    source.refresh_from_db()
    text = source.text
    assert _read(source) == source.pk
    source.refresh_from_db()
    assert source.text == text
