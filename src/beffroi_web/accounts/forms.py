"""What people fill in to sign in and to look after their account."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import AuthenticationForm


class SignIn(AuthenticationForm):
    username = forms.EmailField(
        label="Adresse électronique",
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label="Mot de passe",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": (
            "Cette adresse et ce mot de passe ne vont pas ensemble. "
            "Vérifiez les majuscules, ou demandez un nouveau mot de passe."
        ),
        "inactive": "Ce compte est fermé. Adressez-vous à l’administrateur de votre collectivité.",
    }
