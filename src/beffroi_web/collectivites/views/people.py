"""The people of the authority: inviting them, giving roles, helping who lost the way in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.views.decorators.http import require_POST

from beffroi.errors import InputError
from beffroi_web.accounts import actions, second_factor
from beffroi_web.accounts.models import Invitation, User
from beffroi_web.accounts.views.mine import me
from beffroi_web.collectivites.access import in_collectivite
from beffroi_web.collectivites.forms import Invite, Roles
from beffroi_web.collectivites.models import Membership


def _person(request: HttpRequest, user_id: int) -> User:
    """Somebody of this authority; 404 for the neighbour's."""
    here = User.objects.filter(memberships__collectivite=request.collectivite).distinct()
    return get_object_or_404(here, pk=user_id)


@in_collectivite("accounts.inviter")
def personnes(request: HttpRequest) -> HttpResponse:
    form = Invite(request.POST or None)
    link = ""
    if form.is_valid():
        invited = actions.invite(request.collectivite, actor=me(request), **form.cleaned_data)
        link = _link(request, "accounts:invitation", secret=invited.secret)
        _send(invited.invitation, link)
        form = Invite()
    rows = Membership.objects.filter(collectivite=request.collectivite)
    invitations = Invitation.objects.for_(request.collectivite).filter(used_at=None)
    context = {
        "form": form,
        "link": link,
        "people": rows.select_related("user", "direction").order_by("user__name", "role"),
        "invitations": invitations,
        "mail_enabled": settings.MAIL_ENABLED,
    }
    return render(request, "collectivites/personnes.html", context)


@in_collectivite("accounts.inviter")
def personne(request: HttpRequest, user_id: int) -> HttpResponse:
    person = _person(request, user_id)
    rows = Membership.objects.filter(user=person, collectivite=request.collectivite)
    first = rows.exclude(direction=None).first()
    initial = {
        "roles": [row.role for row in rows],
        "direction": first.direction if first else None,
    }
    form = Roles(request.POST or None, collectivite=request.collectivite, initial=initial)
    if form.is_valid():
        try:
            actions.set_roles(request.collectivite, person, actor=me(request), **form.cleaned_data)
        except InputError as error:
            form.add_error("roles", error.sentence)
        else:
            messages.success(request, "Les rôles sont enregistrés.")
            return redirect("collectivites:personnes")
    return _show(request, person, form)


def _show(request: HttpRequest, person: User, form: Roles, link: str = "") -> HttpResponse:
    context = {
        "person": person,
        "form": form,
        "link": link,
        "second_factor": second_factor.is_active(person),
    }
    return render(request, "collectivites/personne.html", context)


@require_POST
@in_collectivite("accounts.inviter")
def personne_lien(request: HttpRequest, user_id: int) -> HttpResponse:
    """A link for a new password, shown once to the administrator."""
    person = _person(request, user_id)
    try:
        actions.allow_new_password(person, request.collectivite, actor=me(request))
    except InputError as error:
        messages.error(request, error.sentence)
        return redirect("collectivites:personne", user_id=user_id)
    link = _link(
        request,
        "accounts:mot_de_passe_nouveau",
        uidb64=urlsafe_base64_encode(force_bytes(person.pk)),
        token=default_token_generator.make_token(person),
    )
    roles = list(person.roles_in(request.collectivite))
    form = Roles(collectivite=request.collectivite, initial={"roles": roles})
    return _show(request, person, form, link)


@require_POST
@in_collectivite("accounts.inviter")
def personne_facteur(request: HttpRequest, user_id: int) -> HttpResponse:
    """Remove the second factor of somebody who lost the telephone."""
    person = _person(request, user_id)
    try:
        actions.require_whole(person, request.collectivite)
        actions.remove_second_factor(person, actor=me(request))
        messages.success(request, "Le second facteur est retiré.")
    except InputError as error:
        messages.error(request, error.sentence)
    return redirect("collectivites:personne", user_id=user_id)


@require_POST
@in_collectivite("accounts.inviter")
def personne_ouverte(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close or open an account."""
    person = _person(request, user_id)
    is_open = request.POST.get("ouvert") == "oui"
    try:
        actions.set_open(person, request.collectivite, actor=me(request), is_open=is_open)
        messages.success(request, "Le compte est ouvert." if is_open else "Le compte est fermé.")
    except InputError as error:
        messages.error(request, error.sentence)
    return redirect("collectivites:personne", user_id=user_id)


@require_POST
@in_collectivite("accounts.inviter")
def invitation_annuler(request: HttpRequest, invitation_id: int) -> HttpResponse:
    rows = Invitation.objects.for_(request.collectivite)
    actions.cancel_invitation(get_object_or_404(rows, pk=invitation_id), actor=me(request))
    messages.success(request, "L’invitation est annulée.")
    return redirect("collectivites:personnes")


def _link(request: HttpRequest, name: str, **values: str) -> str:
    return request.build_absolute_uri(reverse(name, kwargs=values))


def _send(invitation: Invitation, link: str) -> None:
    """By e-mail too, where the instance has a server; the page shows the link in any case."""
    if not settings.MAIL_ENABLED:
        return
    body = (
        f"Bonjour,\n\n{invitation.collectivite.name} vous invite à travailler avec Beffroi. "
        f"Ouvrez ce lien dans les sept jours pour choisir votre mot de passe :\n\n{link}\n"
    )
    send_mail("Votre invitation à Beffroi", body, None, [invitation.email], fail_silently=True)
