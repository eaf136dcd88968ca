"""Coming in and going out."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import (
    LoginView,
    LogoutView,
    PasswordResetConfirmView,
    PasswordResetView,
)
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import login as otp_login

from beffroi_web.accounts import actions, second_factor
from beffroi_web.accounts.forms import (
    Code,
    ForgottenPassword,
    NewPassword,
    SetPassword,
    SignIn,
)
from beffroi_web.accounts.models import User
from beffroi_web.accounts.signals import write_everywhere

#: The person who gave the right password and still owes a code.
HALF_IN = "second_facteur"
EMAIL_BACKEND = "beffroi_web.accounts.backends.EmailBackend"


class Connexion(LoginView):
    template_name = "accounts/connexion.html"
    authentication_form = SignIn
    redirect_authenticated_user = True
    extra_context = {"proconnect": bool(settings.BEFFROI.oidc_issuer)}

    def form_valid(self, form: SignIn) -> HttpResponse:
        user = cast(User, form.get_user())
        if not second_factor.is_active(user):
            with transaction.atomic():  # one turn to write instead of six
                return super().form_valid(form)
        self.request.session[HALF_IN] = {"user": user.pk, "next": self.get_success_url()}
        return redirect("accounts:second_facteur")


@login_not_required
@sensitive_post_parameters()
def code(request: HttpRequest) -> HttpResponse:
    """The second step of a sign-in."""
    waiting = request.session.get(HALF_IN)
    user = User.objects.filter(pk=waiting["user"], is_active=True).first() if waiting else None
    if user is None:
        return redirect("accounts:connexion")
    form = Code(request.POST or None)
    if form.is_valid():
        device = second_factor.verify(user, form.cleaned_data["code"])
        if device is not None:
            del request.session[HALF_IN]
            login(request, user, backend=EMAIL_BACKEND)
            otp_login(request, device)
            return redirect(waiting["next"])
        form.add_error("code", "Ce code n’est pas le bon. Attendez le suivant, puis recommencez.")
    return render(request, "accounts/second_facteur.html", {"form": form})


class Deconnexion(LogoutView):
    """Leaves the identity provider too when one let the person in."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        farther = ""
        if "oidc_id_token" in request.session:
            from beffroi_web.accounts.oidc import logout_address

            farther = logout_address(request)
        answer = super().post(request, *args, **kwargs)
        return redirect(farther) if farther else answer


@login_not_required
@sensitive_post_parameters()
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Open the account of an invitation, or add its roles to the account that exists."""
    try:
        found = actions.find_invitation(secret)
    except actions.LinkOver as error:
        return render(request, "accounts/lien_perime.html", {"error": error}, status=410)
    known = User.objects.filter(email__iexact=found.email).first()
    if known is not None:
        return _join(request, found, known)
    form = NewPassword(request.POST or None, user=User(email=found.email, name=found.name))
    if form.is_valid():
        user = actions.accept(found, user=None, password=form.cleaned_data["password"])
        login(request, user, backend=EMAIL_BACKEND)
        return redirect("/")
    return render(request, "accounts/invitation.html", {"form": form, "invitation": found})


def _join(request: HttpRequest, found: actions.Invitation, known: User) -> HttpResponse:
    """The person has an account already: he or she must be signed in to it to accept."""
    if request.user != known:
        return redirect(f"{reverse_lazy('accounts:connexion')}?next={request.path}")
    if request.method == "POST":
        actions.accept(found, user=known)
        return redirect("/")
    return render(request, "accounts/invitation.html", {"form": None, "invitation": found})


@method_decorator(login_not_required, name="dispatch")
class MotDePasseOublie(PasswordResetView):
    template_name = "accounts/mot_de_passe_oublie.html"
    email_template_name = "accounts/courriel_mot_de_passe.txt"
    subject_template_name = "accounts/courriel_mot_de_passe_objet.txt"
    form_class = ForgottenPassword
    success_url = reverse_lazy("accounts:mot_de_passe_demande")
    extra_context = {"mail_enabled": settings.MAIL_ENABLED}

    def form_valid(self, form: ForgottenPassword) -> HttpResponse:
        if not settings.MAIL_ENABLED:
            raise Http404
        return super().form_valid(form)


@login_not_required
def mot_de_passe_demande(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/mot_de_passe_demande.html")


@method_decorator(login_not_required, name="dispatch")
class MotDePasseNouveau(PasswordResetConfirmView):
    template_name = "accounts/mot_de_passe_nouveau.html"
    form_class = SetPassword
    success_url = reverse_lazy("accounts:connexion")

    def form_valid(self, form: SetPassword) -> HttpResponse:
        answer = super().form_valid(form)
        self.user.sessions.all().delete()
        write_everywhere(self.user, "compte.mot_de_passe", actor=self.user)
        return answer
