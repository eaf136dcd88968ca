"""The text to read and the profile of rules."""

from __future__ import annotations

from django import forms

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
