"""What people fill in: a text to mask, the decisions of the review, an answer to restore."""

from __future__ import annotations

from typing import Any

from django import forms

from beffroi.drafting.inputs import clean
from beffroi.errors import InputError
from beffroi.privacy import Table
from beffroi.privacy.export import load_table
from beffroi_web.confidentialite.models import Deposit, Listed

#: Characters of a text reviewed on one page; longer ones go through a file or the command.
MOST = 200_000


class Text(forms.CharField):
    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


class Review(forms.Form):
    """``ajouts``: one passage a line. ``bloquer``: nothing is given while a doubt remains."""

    texte = Text(
        label="Votre texte",
        strip=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 9, "class": "tall", "aria-describedby": "aide-texte"}),
        error_messages={
            "required": "Collez un texte.",
            "max_length": "Ce texte est trop long pour être relu sur une page : masquez-le par "
            "fichier, avec la commande « beffroi masquer ».",
        },
    )
    ajouts = Text(
        label="Masquer aussi, un passage par ligne",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "aria-describedby": "aide-ajouts"}),
    )
    bloquer = forms.BooleanField(label="Bloquer si doute", required=False)


class Answer(forms.Form):
    """``repere`` is the sealed table of this very request: it comes back from the page."""

    reponse = Text(
        label="La réponse reçue, avec ses repères",
        strip=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Collez la réponse reçue."},
    )
    repere = forms.CharField(widget=forms.HiddenInput, max_length=5 * MOST)


class AddLine(forms.Form):
    liste = forms.ChoiceField(label="Liste", choices=Listed.Kind.choices)
    ligne = forms.CharField(
        label="Nom, lieu ou contact",
        max_length=200,
        error_messages={"required": "Écrivez ce qu’il faut ajouter."},
    )


#: Formats that come back with their layout.
FORMATS = ("docx", "odt", "xlsx", "ods", "csv", "tsv")
ACCEPTED = ",".join(f".{suffix}" for suffix in FORMATS)


class _File(forms.Form):
    """A file that can come back with its layout."""

    fichier = forms.FileField(
        label="Votre fichier",
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "aria-describedby": "aide-fichier"}),
        error_messages={
            "required": "Choisissez un fichier.",
            "empty": "Ce fichier est vide.",
        },
    )

    def __init__(self, *args: Any, upload_limit: int, **more: Any) -> None:
        super().__init__(*args, **more)
        self._limit = upload_limit

    def clean_fichier(self) -> Any:
        upload = self.cleaned_data["fichier"]
        if str(upload.name).rpartition(".")[2].lower() not in FORMATS:
            raise forms.ValidationError(
                "Ce format ne peut pas revenir avec sa mise en page. Enregistrez le fichier en "
                "docx, odt, xlsx, ods ou csv ; pour un autre texte, collez-le dans la page."
            )
        if upload.size > self._limit:
            raise forms.ValidationError(
                f"Ce fichier est trop lourd : la limite est de {self._limit // 1_048_576} Mo."
            )
        return upload


class GiveFile(_File):
    """A file to mask, or to anonymise for ever."""

    travail = forms.ChoiceField(
        label="Que doit-il devenir ?",
        choices=[
            (Deposit.Work.MASK, "Une copie masquée, avec une table chiffrée pour restituer"),
            (Deposit.Work.ANONYMISE, "Une copie anonymisée pour toujours (données ouvertes)"),
        ],
        initial=Deposit.Work.MASK,
        widget=forms.RadioSelect,
    )


class Passphrase(forms.Form):
    """Typed twice: without it the table opens no more."""

    phrase = forms.CharField(
        label="Phrase de passe",
        min_length=12,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "new-password", "aria-describedby": "aide-phrase"}
        ),
        error_messages={
            "required": "Choisissez une phrase de passe.",
            "min_length": "Choisissez au moins douze caractères : plusieurs mots, par exemple.",
        },
    )
    encore = forms.CharField(
        label="La même, une seconde fois",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Écrivez-la une seconde fois."},
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if "phrase" in values and "encore" in values and values["phrase"] != values["encore"]:
            self.add_error("encore", "Les deux phrases ne sont pas les mêmes.")
        return values


class RestoreFile(_File):
    """A file with its tokens, its table, and the passphrase; ``opened`` is the table."""

    table = forms.FileField(
        label="La table chiffrée",
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"required": "Choisissez la table gardée avec le fichier."},
    )
    phrase = forms.CharField(
        label="Phrase de passe de la table",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Écrivez la phrase de passe de la table."},
    )
    opened: Table

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        try:
            self.opened = load_table(_text(values["table"].read()), values["phrase"])
        except InputError as error:
            self.add_error("phrase" if "phrase" in error.message else "table", error.sentence)
        return values


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
