"""What is noted of a proof-reading, and the format of the file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from beffroi_web.clarifier.forms import Text
from beffroi_web.clarifier.models import Draft

#: Formats that have the layout of easy language.
FORMATS = {"docx": "Word (docx)", "pdf": "PDF accessible"}


class Take(forms.Form):
    """The format of the draft to proof-read."""

    format = forms.ChoiceField(label="Format", choices=list(FORMATS.items()))


class Note(forms.Form):
    """Who proof-read which version, when, and what came out of it."""

    version = forms.ModelChoiceField(queryset=None, label="Version relue", empty_label=None)
    relecteurs = Text(
        label="Qui a relu ?",
        max_length=300,
        help_text="Prénoms, initiales ou nom du groupe, avec l’accord des personnes. "
        "N’écrivez rien de leur santé ni de leur situation.",
        error_messages={"required": "Nommez au moins une personne, ou le groupe."},
    )
    accompagnement = Text(
        label="Qui les accompagnait ?",
        max_length=200,
        help_text="Une personne, une association ou un établissement.",
        error_messages={"required": "Dites qui accompagnait la relecture."},
    )
    jour = forms.DateField(
        label="Quel jour ?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Indiquez le jour de la relecture.",
            "invalid": "Cette date ne se lit pas. Écrivez-la ainsi : 02/03/2026.",
        },
    )
    compris = Text(
        label="Qu’est-ce qui a été compris, et qu’est-ce qui ne l’a pas été ?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Dites ce qui a été compris : c’est le but de la relecture."},
    )
    change = Text(
        label="Qu’est-ce qui a été changé ensuite ?",
        max_length=4000,
        help_text="Écrivez « rien » si le texte est resté le même.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Dites ce qui a été changé, ou écrivez « rien »."},
    )

    def __init__(self, draft: Draft, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["version"].queryset = draft.versions.order_by("-number")  # type: ignore[attr-defined]
        self.initial.setdefault("version", draft.current_id)  # type: ignore[attr-defined]

    def clean_jour(self) -> date:
        day: date = self.cleaned_data["jour"]
        if day > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return day
