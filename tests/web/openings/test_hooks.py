"""Other programs are told: signed, tried again, never inside a private network by mistake."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from django.db import transaction
from django.test import Client

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.jobs.models import Job
from beffroi_web.journal import actions as journal
from beffroi_web.openings import hooks, jobs
from beffroi_web.openings.models import Event, Hook
from beffroi_web.openings.sending import AddressRefused, NotTold, send, target
from beffroi_web.public.models import Question


class Capturing(ThreadingHTTPServer):
    """Keeps what it receives; answers with ``statuses`` in order, then 200."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receiver)
        self.received: list[tuple[dict[str, str], bytes]] = []
        self.statuses: list[int] = []


class Receiver(BaseHTTPRequestHandler):
    server: Capturing

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.received.append(({k.lower(): v for k, v in self.headers.items()}, body))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()


@pytest.fixture
def receiver() -> Iterator[Capturing]:
    server = Capturing()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def hook(
    collectivite: Collectivite,
    person: Callable[..., User],
    receiver: Capturing,
    monkeypatch: pytest.MonkeyPatch,
) -> hooks.Made:
    monkeypatch.setattr(jobs, "DELAYS", (0.0, 0.0, 0.0))
    return hooks.create(
        collectivite,
        actor=person(collectivite, Role.ADMINISTRATEUR),
        name="Gestion du courrier",
        url=f"http://127.0.0.1:{receiver.server_port}/avertir?x=1",
        events=list(Event.values),
        private=True,
    )


def sign_something(collectivite: Collectivite) -> None:
    with transaction.atomic():
        journal.write(collectivite, None, "brouillon.signe", "brouillon:12", {"version": 3})


def test_a_signature_is_told_signed_and_without_words(
    hook: hooks.Made,
    collectivite: Collectivite,
    receiver: Capturing,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sign_something(collectivite)
    assert run_waiting() == 1
    ((headers, body),) = receiver.received
    content = json.loads(body)
    assert content["evenement"] == "brouillon.signe" and content["chemin"] == "/clarifier/12/"
    assert content["id"] == headers["x-beffroi-livraison"]
    told = headers["x-beffroi-date"].encode() + b"." + body
    expected = hmac.new(hook.secret.encode(), told, hashlib.sha256).hexdigest()
    assert headers["x-beffroi-signature"] == f"sha256={expected}"
    assert headers["host"] == f"127.0.0.1:{receiver.server_port}"
    assert journal.verify(collectivite) == []
    fresh = Hook.objects.for_(collectivite).get()
    assert fresh.told_at is not None and fresh.trouble == ""
    assert hook.secret not in fresh.sealed_secret


def test_a_question_without_an_answer_is_told(
    hook: hooks.Made,
    collectivite: Collectivite,
    neighbour: Collectivite,
    receiver: Capturing,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Question.objects.create(collectivite=collectivite, text="Mot secret", status="pas_trouve")
        Question.objects.create(collectivite=collectivite, text="x", status="repondu")
        Question.objects.create(collectivite=neighbour, text="x", status="pas_trouve")
    assert run_waiting() == 1
    ((_, body),) = receiver.received
    assert json.loads(body)["evenement"] == "question.sans_reponse" and b"secret" not in body


def test_a_failure_is_tried_again(
    hook: hooks.Made, collectivite: Collectivite, receiver: Capturing
) -> None:
    receiver.statuses = [500, 302]
    hooks.try_it(hook.hook, actor=hook.hook.created_by)
    run_waiting()
    assert Job.objects.for_(collectivite).get().result == {"essais": 3}
    assert len({headers["x-beffroi-livraison"] for headers, _ in receiver.received}) == 1


def test_after_the_last_attempt_the_work_fails_and_says_why(
    hook: hooks.Made, collectivite: Collectivite, receiver: Capturing
) -> None:
    receiver.statuses = [500] * 9
    hooks.try_it(hook.hook, actor=hook.hook.created_by)
    run_waiting()
    job = Job.objects.for_(collectivite).get()
    assert (job.state, job.error_code) == ("echec", "ouverture.non_averti")
    assert "500" in Hook.objects.for_(collectivite).get().trouble
    assert len(receiver.received) == 3


def test_a_name_that_is_not_found_is_said_and_tried_again(
    hook: hooks.Made, collectivite: Collectivite, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def unknown(host: str, *_: Any, **__: Any) -> Any:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "inconnu")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    hooks.try_it(hook.hook, actor=hook.hook.created_by)
    run_waiting()
    assert Job.objects.for_(collectivite).get().state == "echec" and len(asked) == 3
    assert "n’a pas été trouvé" in Hook.objects.for_(collectivite).get().trouble


def test_a_server_that_does_not_speak_tls_is_said(receiver: Capturing) -> None:
    place = target(f"https://127.0.0.1:{receiver.server_port}/x", private=True)
    with pytest.raises(NotTold, match="liaison chiffrée"):
        send(place, b"{}", secret="s", delivery="1")
    assert receiver.received == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ReadTimeout("x"), "10 secondes"),
        (httpx.ConnectError("x"), "n’est pas joignable"),
        (httpx.RemoteProtocolError("x"), "n’est pas joignable"),
    ],
)
def test_each_failure_of_the_network_has_its_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise error

    monkeypatch.setattr(httpx.Client, "send", fail)
    with pytest.raises(NotTold, match=said):
        send(target("http://127.0.0.1:9/x", private=True), b"{}", secret="s", delivery="1")


def test_a_removed_hook_is_told_nothing(
    hook: hooks.Made, collectivite: Collectivite, receiver: Capturing
) -> None:
    hooks.try_it(hook.hook, actor=hook.hook.created_by)
    hooks.remove(hook.hook, actor=hook.hook.created_by)
    run_waiting()
    assert receiver.received == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.4",
        "127.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "fd00::1",
        "100.64.0.1",
        "0.0.0.0",
        "::ffff:10.0.0.1",
    ],
)
def test_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443)),
        (family, socket.SOCK_STREAM, 6, "", (address, 443)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(AddressRefused, match="réseau privé"):
        target("https://public.test/x", private=False)


def test_the_judged_address_is_the_one_that_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    place = target("https://public.test:8443/x?y=1#z", private=False)
    assert (place.url, place.host) == ("https://93.184.216.34:8443/x?y=1", "public.test")


@pytest.mark.parametrize(
    "url",
    ["http://public.test/", "ftp://public.test/", "https://a:b@public.test/", "https:///x", ""],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(AddressRefused):
        target(url, private=False)


FORM = {"name": "Courrier", "events": ["brouillon.signe"]}


def test_the_page_shows_the_secret_once_and_refuses_the_house(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.ADMINISTRATEUR)
    page = "/collectivite/reglages/avertissements/"
    refused = client.post(page, {**FORM, "url": "https://127.0.0.1/x"})
    assert refused.status_code == 422 and "réseau privé" in refused.content.decode()
    made = client.post(page, {**FORM, "url": "https://127.0.0.1/x", "private": "on"})
    assert "ne sera plus affiché" in made.content.decode()
    row = Hook.objects.for_(collectivite).get()
    assert client.post(f"{page}{row.pk}/retirer/").status_code == 302
    assert not Hook.objects.for_(collectivite).exists()
    assert signed_in(collectivite, Role.AGENT).get(page).status_code == 403
