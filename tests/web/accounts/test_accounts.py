"""Invitations, passwords, lock-out, second factor, sessions."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from beffroi_web.accounts.models import Invitation, Session, User
from beffroi_web.accounts.sessions import device
from beffroi_web.collectivites.models import Collectivite, Membership, Role
from beffroi_web.journal.models import Entry
from web_people import PASSWORD

NEW = "une autre longue phrase"
SIGN_IN = "/compte/connexion/"


def _acts(collectivite: Collectivite) -> list[str]:
    return list(Entry.objects.for_(collectivite).values_list("act", flat=True))


def _link(page: bytes) -> str:
    found = re.search(r"<code>http://testserver(/[^<]+)</code>", page.decode())
    assert found, page.decode()
    return found[1]


def _sign_in(email: str, password: str = PASSWORD) -> Client:
    client = Client()
    client.post(SIGN_IN, {"username": email, "password": password})
    return client


def test_the_real_hash_is_argon2() -> None:
    from beffroi_web import settings as real

    assert real.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


# Invitations


def _invite(admin: Client, email: str = "nouveau@exemple.fr", *roles: str) -> str:
    answer = admin.post(
        reverse("collectivites:personnes"),
        {"email": email, "name": "Nour Haddad", "roles": list(roles or ("agent",))},
    )
    return _link(answer.content)


def test_an_invitation_opens_an_account_once(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    link = _invite(signed_in(collectivite, Role.ADMINISTRATEUR), "Nouveau@exemple.fr", "dpo")
    guest = Client()
    assert b"Bienvenue, Nour Haddad" in guest.get(link).content
    assert guest.post(link, {"password": NEW, "again": "autre"}).status_code == 200
    assert guest.post(link, {"password": NEW, "again": NEW}).status_code == 302
    user = User.objects.get(email="nouveau@exemple.fr")
    assert user.roles_in(collectivite) == {"dpo"}
    assert Client().get(link).status_code == 410
    assert _acts(collectivite)[-3:] == [
        "compte.invite",
        "compte.invitation_acceptee",
        "compte.connexion",
    ]


def test_the_secret_of_an_invitation_is_not_kept(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    link = _invite(signed_in(collectivite, Role.ADMINISTRATEUR))
    secret = link.rstrip("/").rsplit("/", 1)[1]
    row = Invitation.objects.for_(collectivite).get()
    assert secret not in str(vars(row))


def test_a_second_invitation_replaces_the_first(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    admin = signed_in(collectivite, Role.ADMINISTRATEUR)
    first, second = _invite(admin), _invite(admin)
    assert Client().get(first).status_code == 410
    assert Client().get(second).status_code == 200


def test_an_invitation_to_a_known_person_asks_to_sign_in_first(
    collectivite: Collectivite,
    neighbour: Collectivite,
    person: Callable[..., User],
    signed_in: Callable[..., Client],
) -> None:
    known = person(neighbour, Role.AGENT)
    link = _invite(signed_in(collectivite, Role.ADMINISTRATEUR), known.email)
    assert Client().get(link).headers["Location"].startswith(SIGN_IN)
    assert _sign_in(known.email).post(link).status_code == 302
    assert known.roles_in(collectivite) == {"agent"}


def test_an_agent_invites_nobody(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    answer = signed_in(collectivite, Role.AGENT).get(reverse("collectivites:personnes"))
    assert answer.status_code == 403
    assert "Votre rôle".encode() in answer.content


# Passwords


def test_the_administrator_hands_over_a_link(
    collectivite: Collectivite, person: Callable[..., User], signed_in: Callable[..., Client]
) -> None:
    agent = person(collectivite, Role.AGENT)
    admin = signed_in(collectivite, Role.ADMINISTRATEUR)
    link = _link(admin.post(reverse("collectivites:personne_lien", args=[agent.pk])).content)
    guest = Client()
    form = guest.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    guest.post(address, {"new_password1": NEW, "new_password2": NEW})
    agent.refresh_from_db()
    assert agent.check_password(NEW)
    assert "ne serait plus" not in guest.get(link, follow=True).content.decode()
    assert "Ce lien n’est plus valable" in guest.get(link, follow=True).content.decode()


def test_an_administrator_cannot_take_over_the_account_of_a_neighbour(
    collectivite: Collectivite,
    neighbour: Collectivite,
    person: Callable[..., User],
    signed_in: Callable[..., Client],
) -> None:
    """Somebody of two authorities: neither administrator may change how the person enters."""
    shared = person(neighbour, Role.AGENT)
    Membership.objects.create(user=shared, collectivite=collectivite, role=Role.AGENT)
    admin = signed_in(collectivite, Role.ADMINISTRATEUR)
    for route in ("personne_lien", "personne_facteur", "personne_ouverte"):
        answer = admin.post(reverse(f"collectivites:{route}", args=[shared.pk]), follow=True)
        assert "autre collectivité" in answer.content.decode(), route
        assert "<code>http" not in answer.content.decode()
    shared.refresh_from_db()
    assert shared.is_active


@override_settings(MAIL_ENABLED=True)
def test_a_forgotten_password_by_e_mail(
    collectivite: Collectivite, person: Callable[..., User]
) -> None:
    agent = person(collectivite, Role.AGENT)
    Client().post("/compte/mot-de-passe/oublie/", {"email": agent.email})
    Client().post("/compte/mot-de-passe/oublie/", {"email": "inconnu@exemple.fr"})
    assert [message.to for message in mail.outbox] == [[agent.email]]
    assert "/compte/mot-de-passe/" in mail.outbox[0].body


def test_without_a_mail_server_the_page_says_whom_to_ask(db: None) -> None:
    answer = Client().get("/compte/mot-de-passe/oublie/")
    assert "administrateur de votre collectivité" in answer.content.decode()
    assert Client().post("/compte/mot-de-passe/oublie/", {"email": "a@b.fr"}).status_code == 404


def test_a_changed_password_closes_the_other_sessions(
    collectivite: Collectivite, person: Callable[..., User]
) -> None:
    agent = person(collectivite, Role.AGENT)
    here, there = _sign_in(agent.email), _sign_in(agent.email)
    data = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    assert here.post("/compte/mot-de-passe/", data).status_code == 302
    assert here.get("/compte/").status_code == 200
    assert there.get("/compte/").status_code == 302


@pytest.mark.parametrize("weak", ["court", "123456789012", "motdepasse"])
def test_a_weak_password_is_refused(
    weak: str, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    link = _invite(signed_in(collectivite, Role.ADMINISTRATEUR))
    assert Client().post(link, {"password": weak, "again": weak}).status_code == 200


# Lock-out


def test_five_wrong_passwords_close_the_door_even_to_the_right_one(
    collectivite: Collectivite, person: Callable[..., User], signed_in: Callable[..., Client]
) -> None:
    agent = person(collectivite, Role.AGENT)
    client = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post(SIGN_IN, {"username": agent.email, "password": "faux"})
    assert answer.status_code == 429 and "quart d’heure" in answer.content.decode()
    answer = client.post(SIGN_IN, {"username": agent.email, "password": PASSWORD})
    assert answer.status_code == 429
    assert "compte.verrouille" in _acts(collectivite)
    admin = signed_in(collectivite, Role.ADMINISTRATEUR)
    admin.post(reverse("collectivites:personne_lien", args=[agent.pk]))
    answer = client.post(SIGN_IN, {"username": agent.email, "password": PASSWORD})
    assert answer.status_code == 302


# Second factor


def _activate(client: Client, user: User) -> list[str]:
    client.get("/compte/second-facteur/")
    pending = TOTPDevice.objects.get(user=user, confirmed=False)
    page = client.post("/compte/second-facteur/", {"code": f"{totp(pending.bin_key):06d}"})
    return re.findall(r"<code>(\w{10})</code>", page.content.decode())


def test_second_factor(collectivite: Collectivite, person: Callable[..., User]) -> None:
    agent = person(collectivite, Role.AGENT)
    client = _sign_in(agent.email)
    page = client.get("/compte/second-facteur/").content.decode()
    assert "<svg" in page and " style=" not in page
    assert client.post("/compte/second-facteur/", {"code": "000000"}).status_code == 200
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    codes = _activate(client, agent)
    assert len(codes) == 10

    other = _sign_in(agent.email)
    assert other.get("/compte/").status_code == 302, "a password alone lets nobody in"
    assert other.post("/compte/connexion/code/", {"code": "zzzzzzzzzz"}).status_code == 200
    from django_otp.plugins.otp_static.models import StaticDevice

    StaticDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert other.post("/compte/connexion/code/", {"code": codes[0].upper()}).status_code == 302
    assert other.get("/compte/").status_code == 200
    again = _sign_in(agent.email)
    assert again.post("/compte/connexion/code/", {"code": codes[0]}).status_code == 200


def test_an_authority_may_ask_everybody_for_a_second_factor(
    collectivite: Collectivite, person: Callable[..., User]
) -> None:
    collectivite.require_second_factor = True
    collectivite.save()
    agent = person(collectivite, Role.AGENT)
    client = _sign_in(agent.email)
    assert client.get("/compte/").headers["Location"] == "/compte/second-facteur/"
    _activate(client, agent)
    assert client.get("/compte/").status_code == 200


# Sessions


def test_sessions_are_listed_and_closed(
    collectivite: Collectivite, person: Callable[..., User]
) -> None:
    agent, other = person(collectivite, Role.AGENT), person(collectivite, Role.AGENT)
    here, there, stranger = (
        _sign_in(agent.email),
        _sign_in(agent.email),
        _sign_in(other.email),
    )
    page = here.get("/compte/").content.decode()
    marks = re.findall(r"/compte/sessions/(\w+)/fermer/", page)
    assert len(marks) == 1
    for session in Session.objects.all():
        assert session.session_key not in page
    stranger.post(f"/compte/sessions/{marks[0]}/fermer/")
    assert there.get("/compte/").status_code == 200
    here.post(f"/compte/sessions/{marks[0]}/fermer/")
    assert there.get("/compte/").status_code == 302


def test_a_closed_account_is_out_at_once(
    collectivite: Collectivite, person: Callable[..., User], signed_in: Callable[..., Client]
) -> None:
    agent = person(collectivite, Role.AGENT)
    client = _sign_in(agent.email)
    admin = signed_in(collectivite, Role.ADMINISTRATEUR)
    admin.post(reverse("collectivites:personne_ouverte", args=[agent.pk]), {"ouvert": "non"})
    assert client.get("/compte/").status_code == 302
    assert _sign_in(agent.email).get("/compte/").status_code == 302


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0", "Firefox sur Windows"),
        ("Mozilla/5.0 (X11; Linux) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge sur Linux"),
        ("curl/8", "Navigateur"),
    ],
)
def test_devices_are_named(agent: str, words: str) -> None:
    assert device(agent) == words


# Roles


def test_the_last_administrator_stays(
    collectivite: Collectivite, person: Callable[..., User]
) -> None:
    admin = person(collectivite, Role.ADMINISTRATEUR)
    client = _sign_in(admin.email)
    page = client.post(
        reverse("collectivites:personne", args=[admin.pk]), {"roles": ["agent"], "direction": ""}
    )
    assert "dernier administrateur" in page.content.decode()
    assert admin.roles_in(collectivite) == {"administrateur"}
