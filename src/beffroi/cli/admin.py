"""``beffroi admin``: what the operator does before anybody can sign in, or when nobody can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from beffroi_web.accounts.models import User

ROLES = ("agent", "referent", "validateur", "dpo", "administrateur", "formateur", "elu")


@click.group(name="admin", help="Crée les collectivités et les premiers comptes.")
def command() -> None:
    from beffroi_web.serving.prepare import migrate

    migrate()


@command.command(name="creer-collectivite", help="Crée une collectivité.")
@click.argument("nom")
@click.option("--siren", default=None, help="Numéro SIREN : neuf chiffres.")
def creer_collectivite(nom: str, siren: str | None) -> None:
    from django.core.exceptions import ValidationError

    from beffroi.errors import InputError
    from beffroi_web.collectivites.actions import create

    try:
        create(nom, siren=siren)
    except ValidationError as error:
        raise InputError(" ".join(error.messages)) from error
    click.echo(f"Collectivité créée : {nom}")


@command.command(name="creer-compte", help="Prépare l’invitation d’une personne et montre le lien.")
@click.argument("courriel")
@click.argument("nom")
@click.option("--collectivite", required=True, help="Nom de la collectivité.")
@click.option("--role", "roles", multiple=True, default=("agent",), type=click.Choice(ROLES))
@click.option("--adresse", default="http://127.0.0.1:8000", show_default=True, help="Du site.")
def creer_compte(
    courriel: str, nom: str, collectivite: str, roles: tuple[str, ...], adresse: str
) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.urls import reverse

    from beffroi.cli.journal import _chosen
    from beffroi.errors import InputError
    from beffroi_web.accounts.actions import invite

    try:
        validate_email(courriel)
    except ValidationError as error:
        raise InputError(f"« {courriel} » n’est pas une adresse électronique.") from error
    (place,) = _chosen(collectivite)
    invited = invite(place, actor=None, email=courriel, name=nom, roles=roles)
    path = reverse("accounts:invitation", kwargs={"secret": invited.secret})
    click.echo(f"Remettez ce lien à {nom} ; il sert une fois, pendant sept jours :")
    click.echo(adresse.rstrip("/") + path)


@command.command(name="lien-mot-de-passe", help="Montre un lien pour un nouveau mot de passe.")
@click.argument("courriel")
@click.option("--adresse", default="http://127.0.0.1:8000", show_default=True, help="Du site.")
def lien_mot_de_passe(courriel: str, adresse: str) -> None:
    from django.contrib.auth.tokens import default_token_generator
    from django.urls import reverse
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    from beffroi_web.accounts.actions import open_lock
    from beffroi_web.accounts.signals import write_everywhere

    user = _person(courriel)
    open_lock(user)
    write_everywhere(user, "compte.lien_mot_de_passe", actor=None)
    token = default_token_generator.make_token(user)
    values = {"uidb64": urlsafe_base64_encode(force_bytes(user.pk)), "token": token}
    click.echo(adresse.rstrip("/") + reverse("accounts:mot_de_passe_nouveau", kwargs=values))


@command.command(name="retirer-second-facteur", help="Pour une personne qui a tout perdu.")
@click.argument("courriel")
def retirer_second_facteur(courriel: str) -> None:
    from beffroi_web.accounts.actions import remove_second_factor

    user = _person(courriel)
    remove_second_factor(user, actor=None)
    click.echo(f"Le second facteur de {user.name} est retiré.")


@command.command(name="comptes", help="Liste les comptes et leurs rôles.")
def comptes() -> None:
    from beffroi_web.collectivites.models import Membership, Role

    rows = Membership.objects.select_related("user", "collectivite")
    for row in rows.order_by("collectivite__name", "user__email", "role"):
        state = "" if row.user.is_active else " (fermé)"
        click.echo(f"{row.collectivite.name} · {row.user.email}{state} · {Role(row.role).label}")


def _person(email: str) -> User:
    from beffroi.errors import UnknownName
    from beffroi_web.accounts.models import User

    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        raise UnknownName(f"Aucun compte ne porte l’adresse « {email} ».")
    return user
