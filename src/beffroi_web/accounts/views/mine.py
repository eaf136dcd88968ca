"""My account: sessions, password, second factor."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django_otp import login as otp_login

from beffroi_web.accounts import actions, second_factor
from beffroi_web.accounts.forms import ChangePassword, Code
from beffroi_web.accounts.models import User
from beffroi_web.accounts.signals import write_everywhere
from beffroi_web.collectivites.models import Membership


def me(request: HttpRequest) -> User:
    """The person who is signed in, typed."""
    return cast(User, request.user)


@require_GET
def compte(request: HttpRequest) -> HttpResponse:
    user = me(request)
    sessions = [
        {
            "mark": actions.session_mark(session),
            "device": session.device,
            "opened_at": session.opened_at,
            "this": session.session_key == request.session.session_key,
        }
        for session in user.sessions.order_by("-opened_at")
    ]
    memberships = Membership.objects.filter(user=user).select_related("collectivite", "direction")
    context = {
        "sessions": sessions,
        "memberships": memberships.order_by("collectivite__name", "role"),
        "collectivites": {row.collectivite for row in memberships},
        "second_factor": second_factor.is_active(user),
        "by_provider": "oidc_id_token" in request.session,
    }
    return render(request, "accounts/compte.html", context)


@sensitive_post_parameters()
def mot_de_passe(request: HttpRequest) -> HttpResponse:
    form = ChangePassword(me(request), request.POST or None)
    if form.is_valid():
        form.save()
        update_session_auth_hash(request, me(request))
        actions.close_other_sessions(me(request), request.session)
        write_everywhere(me(request), "compte.mot_de_passe", actor=me(request))
        messages.success(request, "Mot de passe changé ; vos autres sessions sont fermées.")
        return redirect("accounts:compte")
    return render(request, "accounts/mot_de_passe.html", {"form": form})


@require_POST
def session_fermer(request: HttpRequest, mark: str) -> HttpResponse:
    actions.close_session(me(request), mark)
    messages.success(request, "La session est fermée.")
    return redirect("accounts:compte")


@sensitive_post_parameters()
def second_facteur_activer(request: HttpRequest) -> HttpResponse:
    user = me(request)
    form = Code(request.POST or None)
    device = second_factor.draft_device(user)
    if form.is_valid():
        codes = second_factor.confirm(user, form.cleaned_data["code"].replace(" ", ""))
        if codes is not None:
            device.refresh_from_db()
            otp_login(request, device)
            return render(request, "accounts/codes_de_secours.html", {"codes": codes})
        form.add_error("code", "Ce code n’est pas le bon. Attendez le suivant, puis recommencez.")
    context = {
        "form": form,
        "qr": second_factor.qr_svg(device),
        "key": second_factor.key_in_fours(device),
    }
    return render(request, "accounts/second_facteur_activer.html", context)


@sensitive_post_parameters()
def second_facteur_retirer(request: HttpRequest) -> HttpResponse:
    form = Code(request.POST or None)
    if form.is_valid():
        if second_factor.verify(me(request), form.cleaned_data["code"]) is not None:
            actions.remove_second_factor(me(request), actor=me(request))
            messages.success(request, "Le second facteur est retiré.")
            return redirect("accounts:compte")
        form.add_error("code", "Ce code n’est pas le bon. Attendez le suivant, puis recommencez.")
    return render(request, "accounts/second_facteur_retirer.html", {"form": form})
