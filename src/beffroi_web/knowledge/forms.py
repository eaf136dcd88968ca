"""What people fill in: a collection, files, a text, a place to follow, the sheet of a document."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings

from beffroi_web.clarifier.forms import ACCEPTED, MOST_TYPED, Text

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SearchDocuments(forms.Form):
    q = forms.CharField(
        label="Chercher dans les documents",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class WriteCollection(forms.Form):
    """``openings`` are those to whom this person may open a collection."""

    nom = forms.CharField(label="Nom", max_length=120)
    description = forms.CharField(label="Ce qu’elle contient", max_length=300, required=False)
    lecteurs = forms.ChoiceField(label="Qui peut la lire ?", widget=forms.RadioSelect)
    habitants = forms.BooleanField(
        label="Répondre aussi aux habitants avec ces documents",
        required=False,
        help_text="Il faut qu’elle soit ouverte à toute la collectivité.",
    )

    masquee = forms.BooleanField(
        label="Masquer les données personnelles de ses documents",
        required=False,
        help_text="Pour des courriels, des plaintes : noms, adresses et téléphones sont remplacés "
        "avant la recherche, et l’original n’est pas gardé. Ce qui est masqué ne revient pas.",
    )

    def __init__(self, *args: Any, openings: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["lecteurs"].choices = openings  # type: ignore[attr-defined]
        if not self.initial.get("lecteurs") and openings:
            self.initial["lecteurs"] = openings[0][0]
        if not any(value == "maison" for value, _ in openings):
            del self.fields["habitants"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("habitants") and values.get("lecteurs") != "maison":
            self.add_error(
                "habitants",
                "Ouvrez d’abord la collection à toute la collectivité : ce que lisent les "
                "habitants, tous les agents le lisent.",
            )
        return values


class SeveralFiles(forms.FileField):
    """Files chosen together; gives a list of uploads. One that is too heavy is refused before its
    content is read into memory."""

    def __init__(self, *, accepted: str, **more: Any) -> None:
        super().__init__(widget=_SeveralFilesInput(attrs={"accept": accepted}), **more)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, list | tuple) else [data]
        found = [super(SeveralFiles, self).clean(item, initial) for item in given or [None]]
        _refuse_heavy(kept := [item for item in found if item])
        return kept


def _refuse_heavy(files: list[Any]) -> None:
    limit: int = settings.BEFFROI.upload_limit
    heavy = [file.name for file in files if file.size > limit]
    if heavy:
        most = f"{limit / 1_048_576:.0f}\u00a0Mo"
        raise forms.ValidationError(
            f"Trop lourd (la limite est de {most}) : {', '.join(heavy)}. Rien n’a été déposé."
        )


class _SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class AddFiles(forms.Form):
    fichiers = SeveralFiles(
        label="Déposez des fichiers ici",
        accepted=f"{ACCEPTED},.jsonl,.mbox",
        error_messages={"required": "Choisissez au moins un fichier."},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["fichiers"].widget.attrs["aria-describedby"] = "aide-fichiers"


class PasteText(forms.Form):
    titre = Text(label="Titre", max_length=300)
    texte = Text(
        label="Texte", max_length=MOST_TYPED, strip=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    date = forms.DateField(label="Date du document", required=False, widget=DATE)


class FollowSite(forms.Form):
    adresse = forms.CharField(
        label="Adresse du plan du site",
        max_length=500,
        help_text="Le plus souvent https://www.commune.fr/sitemap.xml.",
    )

    def clean_adresse(self) -> str:
        address: str = self.cleaned_data["adresse"]
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise forms.ValidationError("Écrivez une adresse, comme https://site/sitemap.xml.")
        return address


class FollowFolder(forms.Form):
    """``folders``: those of the server that belong to this authority."""

    dossier = forms.ChoiceField(label="Dossier du serveur")

    def __init__(self, *args: Any, folders: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["dossier"].choices = [(name, name) for name in folders]  # type: ignore[attr-defined]


class FollowMailbox(forms.Form):
    courriels = Text(
        label="Dossier de la boîte aux lettres",
        max_length=200,
        initial="INBOX",
        help_text="La boîte est celle des « Réglages ». Rien n’y est marqué ni déplacé.",
    )


class DescribeDocument(forms.Form):
    titre = Text(label="Titre", max_length=300)
    date = forms.DateField(label="Date du document", required=False, widget=DATE)
    valable = forms.DateField(
        label="Valable jusqu’au",
        required=False,
        widget=DATE,
        help_text="Passé ce jour, Beffroi dit que le document est périmé.",
    )
    adresse = Text(
        label="Adresse de l’original",
        max_length=500,
        required=False,
        help_text="Là où l’on lit l’original : https://…",
    )
    synonymes = Text(
        label="Autres noms de son sujet",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Un par ligne : « carte grise » pour le certificat d’immatriculation.",
    )

    def clean_adresse(self) -> str:
        address: str = self.cleaned_data["adresse"]
        if address and urlsplit(address).scheme not in ("http", "https"):
            raise forms.ValidationError("Écrivez une adresse qui commence par https://.")
        return address

    def clean_synonymes(self) -> list[str]:
        lines = self.cleaned_data["synonymes"].splitlines()
        return [line.strip()[:120] for line in lines if line.strip()][:30]
