"""The settings of an authority."""

from __future__ import annotations

import io
import re
from typing import Any

from django import forms

from beffroi_web.accounts.forms import Invite
from beffroi_web.collectivites.models import Collectivite, Direction, Membership, Role

__all__ = ["Invite", "NewDirection", "Roles", "SettingsForm"]

CLASSES = {
    "publique": "Données publiques",
    "interne": "Documents internes",
    "personnelle": "Données personnelles, en clair",
    "sensible": "Données sensibles",
}
PLACES = [
    ("machine", "Cette machine seulement"),
    ("maison", "Un serveur de la collectivité"),
    ("france_ue", "La France ou l’Union européenne"),
    ("ailleurs", "Tout lieu"),
]
LARGEST_LOGO = 1_000_000


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    """One choice a class of data beside the fields of the model; they make ``policy``."""

    website = forms.URLField(label="Site", required=False, assume_scheme="https")

    class Meta:
        model = Collectivite
        fields = (
            "name",
            "siren",
            "address",
            "telephone",
            "email",
            "website",
            "hours",
            "notes",
            "colour",
            "second_colour",
            "logo",
            "retention_days",
            "conversation_days",
            "require_second_factor",
            "second_person_validates",
            "block_when_in_doubt",
        )
        widgets = {
            "colour": forms.TextInput(attrs={"type": "color"}),
            "second_colour": forms.TextInput(attrs={"type": "color"}),
            "address": forms.Textarea(attrs={"rows": 3}),
            "hours": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 3}),
            "logo": forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        }
        help_texts = {
            "siren": "Neuf chiffres. Il rattache les personnes qui entrent par ProConnect.",
            "notes": "Ce qu’un texte peut ajouter : astreinte, police municipale, services…",
            "retention_days": "Au-delà, le déroulé des travaux terminés est effacé. "
            "Les textes restent jusqu’à ce que vous les supprimiez, et le journal toujours.",
            "conversation_days": "Une conversation avec un assistant est effacée, avec ses "
            "documents, après tant de jours sans question. Seul son auteur la lit.",
            "second_person_validates": "La personne qui a relu signe d’abord ; une autre, qui a le "
            "rôle de validateur, de référent ou d’administrateur, valide ensuite. Les textes "
            "déjà validés le restent.",
            "block_when_in_doubt": "Avant qu’un texte parte, masqué, vers un modèle hors de cette "
            "machine, la personne le relit. Cochez pour qu’elle ne puisse l’envoyer qu’une fois "
            "chaque donnée douteuse tranchée.",
            "logo": "Image PNG ou JPEG, un mégaoctet au plus.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in CLASSES.items():
            self.fields[f"policy_{name}"] = forms.ChoiceField(
                label=f"{label} : jusqu’où peuvent-elles aller ?"
                if name.startswith(("pub", "per", "sen"))
                else f"{label} : jusqu’où peuvent-ils aller ?",
                choices=PLACES,
                initial=self.instance.policy.get(name, "machine"),
            )

    def clean_colour(self) -> str:
        return _colour(self.cleaned_data["colour"])

    def clean_second_colour(self) -> str:
        return _colour(self.cleaned_data["second_colour"])

    def clean_siren(self) -> str | None:
        return self.cleaned_data["siren"] or None

    def clean_second_person_validates(self) -> bool:
        """Asked only where there are two people: a text would wait for ever."""
        wanted: bool = self.cleaned_data["second_person_validates"]
        people = Membership.objects.filter(collectivite=self.instance).values("user").distinct()
        if wanted and people.count() < 2:
            raise forms.ValidationError(
                "Vous êtes la seule personne ici : personne d’autre ne pourrait valider. "
                "Invitez d’abord quelqu’un, dans « Personnes et rôles »."
            )
        return wanted

    def clean_logo(self) -> Any:
        """Drawn again from its pixels: what is not an image does not stay."""
        logo = self.cleaned_data.get("logo")
        if not logo or not hasattr(logo, "content_type"):
            return logo
        return _redrawn(logo)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.instance.policy = {name: data.get(f"policy_{name}", "machine") for name in CLASSES}
        return data


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise forms.ValidationError("Écrivez une couleur comme #8c3b2a.")
    return value.lower()


def _redrawn(logo: Any) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    if logo.size > LARGEST_LOGO:
        raise forms.ValidationError("Ce logo dépasse un mégaoctet. Réduisez-le, puis recommencez.")
    try:
        with Image.open(logo, formats=("PNG", "JPEG")) as image:
            if image.width * image.height > 20_000_000:
                raise forms.ValidationError("Ce logo est trop grand. Réduisez-le.")
            out = io.BytesIO()
            image.convert("RGBA").save(out, "PNG")
    except (OSError, ValueError, SyntaxError) as error:
        raise forms.ValidationError("Ce fichier n’est pas une image PNG ou JPEG.") from error
    return SimpleUploadedFile("logo.png", out.getvalue(), "image/png")


class NewDirection(forms.Form):
    name = forms.CharField(label="Nom de la direction", max_length=150)


class Roles(forms.Form):
    roles = forms.MultipleChoiceField(
        label="Rôles",
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sans aucun rôle, la personne quitte la collectivité.",
    )
    direction = forms.ModelChoiceField(
        label="Direction", queryset=Direction.objects.none(), required=False, empty_label="Aucune"
    )

    def __init__(self, *args: Any, collectivite: Collectivite, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["direction"].queryset = Direction.objects.for_(collectivite)  # type: ignore[attr-defined]
