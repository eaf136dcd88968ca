"""What people fill in to sign in and to look after their account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, PasswordResetForm
from django.contrib.auth.forms import SetPasswordForm as DjangoSetPassword
from django.contrib.auth.password_validation import validate_password

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Role

PASSWORD_HINT = "Douze caractères au moins ; une phrase que vous retenez convient très bien."  # noqa: S105


def _password(label: str, complete: str, hint: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": complete})
    return forms.CharField(label=label, strip=False, widget=widget, help_text=hint, max_length=512)


class SignIn(AuthenticationForm):
    username = forms.EmailField(
        label="Adresse électronique",
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = _password("Mot de passe", "current-password")
    error_messages = {
        "invalid_login": (
            "Cette adresse et ce mot de passe ne vont pas ensemble. "
            "Vérifiez les majuscules, ou demandez un nouveau mot de passe."
        ),
        "inactive": "Ce compte est fermé. Adressez-vous à l’administrateur de votre collectivité.",
    }


class Code(forms.Form):
    code = forms.CharField(
        label="Code",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}
        ),
    )


class NewPassword(forms.Form):
    """Used by the invitation: one password, typed twice."""

    password = _password("Choisissez un mot de passe", "new-password", PASSWORD_HINT)
    again = _password("Saisissez-le à nouveau", "new-password")

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("password") and data["password"] != data.get("again"):
            self.add_error("again", "Les deux saisies diffèrent. Saisissez-les à nouveau.")
        elif data.get("password"):
            try:
                validate_password(data["password"], self.user)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class SetPassword(DjangoSetPassword):
    new_password1 = _password("Nouveau mot de passe", "new-password", PASSWORD_HINT)
    new_password2 = _password("Saisissez-le à nouveau", "new-password")


class ChangePassword(PasswordChangeForm):
    old_password = _password("Mot de passe actuel", "current-password")
    new_password1 = _password("Nouveau mot de passe", "new-password", PASSWORD_HINT)
    new_password2 = _password("Saisissez-le à nouveau", "new-password")


class ForgottenPassword(PasswordResetForm):
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )


class Invite(forms.Form):
    email = forms.EmailField(label="Adresse électronique")
    name = forms.CharField(label="Prénom et nom", max_length=150)
    roles = forms.MultipleChoiceField(
        label="Rôles",
        choices=Role.choices,
        initial=[Role.AGENT],
        widget=forms.CheckboxSelectMultiple,
    )
