"""Bad input gets a clear page, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from beffroi_web.accounts.models import Invitation
from beffroi_web.collectivites.models import Collectivite, Direction, Role

BAD_TEXTS = [
    "avec\x00zéro",
    "\u202edroite à gauche\u202c",
    "é" * 200_000,
    "<script>alert(1)</script>",
    "'; DROP TABLE journal_entry; --",
    "{{ 7 * 7 }}{% debug %}",
    "\ud800".encode("utf-8", "replace").decode(),
    "   ",
]


@pytest.mark.parametrize("bad", BAD_TEXTS)
@pytest.mark.parametrize(
    "path",
    [
        "/compte/connexion/",
        "/compte/mot-de-passe/",
        "/compte/second-facteur/",
        "/compte/second-facteur/retirer/",
        "/collectivite/personnes/",
        "/collectivite/reglages/",
        "/collectivite/directions/",
        "/collectivite/choisir/",
    ],
)
def test_no_form_breaks(
    path: str, bad: str, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    names = ["username", "password", "code", "email", "name", "roles", "collectivite", "colour"]
    names += ["old_password", "new_password1", "new_password2", "siren", "next", "retention_days"]
    answer = client.post(path, dict.fromkeys(names, bad))
    assert answer.status_code < 500
    body = answer.content.decode()
    assert "<script>alert" not in body


@pytest.mark.parametrize(
    "path", ["/journal/?page=\x00", "/journal/?acte=%00", "/journal/?page=9999999999999999999999"]
)
def test_no_address_breaks(
    path: str, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    assert signed_in(collectivite, Role.DPO).get(path).status_code < 500


@pytest.mark.parametrize("mark", ["abc", "-1", "9" * 40, "1; DROP", ""])
def test_a_stream_starts_from_any_mark(
    mark: str, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.AGENT)
    address = "/travaux/00000000-0000-0000-0000-000000000000/flux"
    assert client.get(address, headers={"last-event-id": mark}).status_code == 404


def test_a_huge_body_is_refused_with_a_clear_page(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    answer = client.post(
        "/collectivite/directions/",
        b"name=" + b"a" * 6_000_000,
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 400
    assert "trop long" in answer.content.decode()


def test_thousands_of_fields_are_refused(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    answer = client.post("/collectivite/directions/", {f"f{n}": "x" for n in range(3000)})
    assert answer.status_code == 400


def test_a_form_sent_twice_makes_one_thing(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    for _ in range(3):
        client.post("/collectivite/directions/", {"name": "Voirie"})
        form = {"email": "x@exemple.fr", "name": "X", "roles": ["agent"]}
        client.post("/collectivite/personnes/", form)
    assert Direction.objects.for_(collectivite).count() == 1
    assert Invitation.objects.for_(collectivite).count() == 1


def test_a_form_of_another_site_is_refused_with_a_clear_page(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    browser = signed_in(collectivite, Role.ADMINISTRATEUR)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    answer = strict.post("/collectivite/directions/", {"name": "Voirie"})
    assert answer.status_code == 403
    assert "formulaire n’est plus valable" in answer.content.decode()
    assert Direction.objects.for_(collectivite).count() == 0


@pytest.mark.parametrize("content", [b"GIF89a", b"<svg onload=alert(1)>", b"\x89PNG\r\n\x1a\n" * 9])
def test_a_logo_that_is_no_image_is_refused(
    content: bytes, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    logo = SimpleUploadedFile("logo.png", content, "image/png")
    form = {"name": collectivite.name, "logo": logo, "retention_days": 30}
    answer = client.post("/collectivite/reglages/", form)
    assert "n’est pas une image" in answer.content.decode()


def test_a_sign_in_never_leads_to_another_site(db: None, person: Callable[..., object]) -> None:
    from web_people import PASSWORD

    person(None, email="a@exemple.fr")
    form = {"username": "a@exemple.fr", "password": PASSWORD, "next": "https://mal.exemple.fr/"}
    assert Client().post("/compte/connexion/", form).headers["Location"] == "/"


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_say_what_to_do(status: int, db: None) -> None:
    from django.test import RequestFactory

    from beffroi_web import error_pages

    request = RequestFactory().get("/")
    from django.contrib.auth.models import AnonymousUser

    request.user = AnonymousUser()
    views = {
        400: lambda: error_pages.bad_request(request, Exception()),
        403: lambda: error_pages.forbidden(request, Exception()),
        404: lambda: error_pages.not_found(request, Exception()),
        500: lambda: error_pages.server_error(request),
    }
    answer = views[status]()
    assert answer.status_code == status
    assert "Revenir à l’accueil" in answer.content.decode()
