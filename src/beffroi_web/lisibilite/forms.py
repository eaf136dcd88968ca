"""The text to read and the profile of rules; the words to explain."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator

from beffroi_web.clarifier.forms import GiveText


class Measure(GiveText):
    profil = forms.ChoiceField(
        label="Pour quels lecteurs ?",
        choices=[
            ("langage-clair", "Tous les habitants (langage clair)"),
            ("falc", "Brouillon FALC à faire relire par des personnes concernées"),
        ],
        initial="langage-clair",
    )


class Explain(forms.Form):
    name = forms.CharField(
        label="Mot ou expression",
        max_length=150,
        help_text="Comme il s’écrit dans vos textes, au singulier.",
        error_messages={"required": "Écrivez le mot à expliquer."},
    )
    other_forms = forms.CharField(
        label="Autres formes",
        max_length=300,
        required=False,
        help_text="Séparées par des virgules : pluriel, féminin, sigle.",
    )
    definition = forms.CharField(
        label="Explication",
        max_length=1_000,
        help_text="Une phrase courte, sans le mot lui-même.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Écrivez ce que ce mot veut dire."},
    )


class OfficialFile(forms.Form):
    fichier = forms.FileField(
        label="Fichier des définitions",
        help_text="Le glossaire de service-public.fr, en JSONL ou en XML.",
        validators=[
            FileExtensionValidator(
                ["jsonl", "xml"], "Ce fichier n’est ni un JSONL ni un XML. Choisissez-en un autre."
            )
        ],
        error_messages={"required": "Choisissez le fichier des définitions."},
    )
    date = forms.DateField(
        label="Date des données",
        help_text="Elle est montrée avec chaque définition : une ancienne peut être fausse.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Donnez la date des données."},
    )

    def __init__(self, *args: Any, upload_limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limit = upload_limit

    def clean_fichier(self) -> Any:
        given = self.cleaned_data["fichier"]
        if given.size > self._limit:
            raise forms.ValidationError("Ce fichier est trop grand. Donnez-le en plusieurs fois.")
        return given
