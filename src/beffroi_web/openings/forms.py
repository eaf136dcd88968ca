"""A new key."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction
from beffroi_web.openings.models import DataClass, Event, Mailbox, Scope


class NewKey(forms.Form):
    name = forms.CharField(
        label="Pour quel outil ?",
        max_length=120,
        help_text="Par exemple : extension de la messagerie, logiciel du courrier.",
    )
    scopes = forms.MultipleChoiceField(
        label="Ce que cet outil peut faire",
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une fonction."},
    )
    data_class = forms.ChoiceField(
        label="Données que cet outil enverra",
        choices=DataClass.choices,
        initial=DataClass.INTERNE,
        help_text="Votre charte dit jusqu’où elles peuvent aller.",
    )
    direction = forms.ModelChoiceField(
        label="Direction",
        queryset=Direction.objects.none(),
        required=False,
        empty_label="Aucune : ce que toute la maison partage",
        help_text="L’outil verra aussi les modèles et les documents de cette direction.",
    )
    quota = forms.IntegerField(
        label="Appels par jour, au plus", min_value=1, max_value=1_000_000, initial=1000
    )
    expires_on = forms.DateField(
        label="Dernier jour de validité",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Sans date, la clé vaut jusqu’à ce que vous la retiriez.",
    )

    def __init__(self, *args: Any, collectivite: Collectivite, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["direction"]
        field.queryset = Direction.objects.for_(collectivite)  # type: ignore[attr-defined]

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError("Ce jour est passé.")
        return day


class NewHook(forms.Form):
    name = forms.CharField(label="Quel logiciel avertir ?", max_length=120)
    url = forms.URLField(
        label="Adresse à appeler",
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Écrivez une adresse, comme https://logiciel/avertir."},
    )
    events = forms.MultipleChoiceField(
        label="De quoi",
        choices=Event.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un événement."},
    )
    private = forms.BooleanField(
        label="Cette adresse est dans le réseau de la maison",
        required=False,
        help_text="Sans cette case, une adresse privée est refusée.",
    )


class MailboxSettings(forms.ModelForm):
    """An empty password keeps the one that is stored."""

    password = forms.CharField(
        label="Mot de passe",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Laissez vide pour garder celui qui est enregistré. Il n’est jamais réaffiché.",
    )
    owner = forms.ModelChoiceField(
        label="Qui reçoit les brouillons ?", queryset=User.objects.none(), empty_label=None
    )

    class Meta:
        model = Mailbox
        fields = ("host", "port", "security", "login", "password", "folder", "owner")
        help_texts = {"folder": "INBOX est la boîte de réception."}

    def __init__(self, *args: Any, collectivite: Collectivite, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(memberships__collectivite=collectivite, is_active=True)
        self.fields["owner"].queryset = people.distinct()  # type: ignore[attr-defined]

    def validate_constraints(self) -> None:
        """One box an authority: the row in hand is the one that exists, or the first."""

    def clean_owner(self) -> User:
        owner: User = self.cleaned_data["owner"]
        if not owner.has_perm("clarifier.rediger", self.instance.collectivite):
            raise forms.ValidationError("Le rôle de cette personne ne permet pas de rédiger.")
        return owner

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not password and not self.instance.sealed_password:
            raise forms.ValidationError("Donnez le mot de passe de la boîte.")
        return password
