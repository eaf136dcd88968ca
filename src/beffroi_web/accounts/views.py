"""Pages of the account."""

from __future__ import annotations

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beffroi_web.accounts.forms import SignIn


class Connexion(LoginView):
    template_name = "accounts/connexion.html"
    authentication_form = SignIn
    redirect_authenticated_user = True


def compte(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/compte.html")
