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

_SHORT = (
    "les dates, les jours et les heures de ce qui est repris doivent y être ; une somme, une durée "
    "ou un lieu absent est à vérifier ; un contact ou une référence peut manquer."
)
#: How each kind is read: what it may leave out (``beffroi.fidelity.severity``).
READINGS: dict[str, str] = {
    "plain": "Lue comme un texte en langage clair : tout doit être repris ; seule une référence juridique peut manquer.",  # noqa: E501
    "letter": "Lue comme un courrier : tout doit être repris ; seule une référence juridique peut manquer.",  # noqa: E501
    "sms": f"Lue comme un SMS : {_SHORT}",
    "social": f"Lue comme une publication : {_SHORT}",
    "poster": f"Lue comme une affiche : {_SHORT}",
    "minutes": "Lue comme un compte rendu : un sujet peut manquer, un vote non ; ce qui est repris doit l’être en entier.",  # noqa: E501
    "audience": "Lue comme une version pour un public : ce qui ne le concerne pas peut manquer ; ce qui est repris doit l’être en entier.",  # noqa: E501
}


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
