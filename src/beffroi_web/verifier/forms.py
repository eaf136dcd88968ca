"""Two texts to compare, and what the second is for."""

from __future__ import annotations

from django import forms

from beffroi_web.clarifier.forms import MOST_TYPED, Text

KINDS = [
    ("plain", "Un texte en langage clair"),
    ("letter", "Un courrier"),
    ("sms", "Un SMS"),
    ("social", "Une publication sur les réseaux"),
    ("poster", "Une affiche"),
    ("minutes", "Un compte rendu"),
    ("audience", "Une version pour un public particulier"),
]


def _area(described: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 12, "class": "tall", "aria-describedby": described})


class Compare(forms.Form):
    source = Text(
        label="Texte d’origine",
        strip=False,
        max_length=MOST_TYPED,
        error_messages={"required": "Collez le texte d’origine."},
        widget=_area("aide-source"),
    )
    reecriture = Text(
        label="Réécriture",
        strip=False,
        max_length=MOST_TYPED,
        error_messages={"required": "Collez la réécriture à vérifier."},
        widget=_area("aide-reecriture"),
    )
    genre = forms.ChoiceField(
        label="Qu’est-ce que la réécriture ?",
        choices=KINDS,
        initial="plain",
        help_text="Un SMS peut laisser des détails de côté ; un courrier, non.",
    )
