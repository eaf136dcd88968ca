"""What people fill in: a text, the fields of a modèle, a correction, a reason."""

from __future__ import annotations

import re
import uuid
from typing import Any

from django import forms

from beffroi.documents import Document, Limits, read, read_text
from beffroi.documents.limits import check_size
from beffroi.drafting import Modele
from beffroi.drafting.inputs import clean
from beffroi.drafting.modele import Field
from beffroi.errors import EmptyText, InputError

#: What the reader of documents opens; the page says it and the file chooser filters on it.
ACCEPTED = ".docx,.odt,.pdf,.txt,.md,.html,.htm,.eml,.csv,.xlsx,.ods"
#: Characters of a text typed by hand.
MOST_TYPED = 1_000_000
#: Bytes of a file beyond which a job reads it: a page does not wait for it.
LARGE = 400_000


_NAMED = re.compile(r"(arrêté|délibération|règlement|décision|avis|objet)\b.{4,}", re.I)


class Text(forms.CharField):
    """A text as people paste it: null bytes and marks that hide what it says are taken away."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class GiveText(forms.Form):
    """A text pasted, or a file. ``document`` is what was read of it, once the form is valid;
    ``None`` for a large file, which a job reads."""

    texte = Text(
        label="Votre texte",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 9, "class": "tall", "aria-describedby": "aide-texte"}),
    )
    fichier = forms.FileField(
        label="Ou un fichier",
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "aria-describedby": "aide-fichier"}),
    )
    document: Document | None

    def __init__(self, *args: Any, upload_limit: int, **more: Any) -> None:
        super().__init__(*args, **more)
        self._limits = Limits(size=upload_limit)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        try:
            self.document = self._read(values)
        except InputError as error:
            field = "fichier" if values.get("fichier") else "texte"
            self.add_error(field, error.sentence)
        return values

    def _read(self, values: dict[str, Any]) -> Document | None:
        upload = values.get("fichier")
        if upload:
            check_size(upload.size, self._limits)
            if upload.size > LARGE:
                return None
            return read(upload.read(), name=upload.name, limits=self._limits)
        if not values.get("texte", "").strip():
            raise EmptyText
        return read_text(values["texte"], limits=self._limits)

    @property
    def title(self) -> str:
        """The title of the document, or the line that names it, or the name of the file."""
        if self.document is None:
            return self.file_name
        return title_of(self.document, name=self.file_name) or "Texte"

    @property
    def file_name(self) -> str:
        upload = self.cleaned_data.get("fichier")
        return str(upload.name) if upload else ""


def title_of(document: Document, *, name: str) -> str:
    """What a person would call ``document``: its title, the line that names it, its first line, or
    ``name``, that of its file."""
    lines = [line for line in document.text.splitlines()[:40] if line.strip()]
    named = next((line for line in lines if _NAMED.match(line.strip())), "")
    first = lines[0] if lines else ""
    # A pasted text has no title of its own: the reader takes its first short line for one.
    title = "" if document.format == "txt" else document.title
    return _shortened(title or named or first) or name


def _shortened(line: str, most: int = 80) -> str:
    line = " ".join(line.split()).strip(" .;:,#*-")
    return line if len(line) <= most else line[: line.rfind(" ", 0, most)] + "…"


class Once(forms.UUIDField):
    """What makes one draft of a form sent twice. A form that lost it is one of its own."""

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return super().clean(value) or uuid.uuid4()
        except forms.ValidationError:
            return uuid.uuid4()


class FillModele(forms.Form):
    """The fields of a modèle, made from the modèle itself, beside its document."""

    sensibilite = forms.ChoiceField(
        label="Ce texte contient-il des données personnelles ?",
        choices=[
            ("interne", "Non, ou rien de plus que ce qui sera publié"),
            ("publique", "Non, il est déjà public"),
            ("personnelle", "Oui : noms, adresses, situations de personnes"),
            ("sensible", "Oui, et sensibles : santé, opinions, infractions…"),
        ],
        help_text="Cela décide des modèles de langage qui le lisent, et de ce qui est masqué.",
    )
    cle = Once(widget=forms.HiddenInput, required=False)

    def __init__(self, modele: Modele, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.modele = modele
        self.initial.setdefault("cle", uuid.uuid4())
        mine = {f"champ_{item.name}": _form_field(item) for item in _asked(modele)}
        self.fields = {**mine, **self.fields}

    @property
    def values(self) -> dict[str, str]:
        """Name of the field in the modèle → what the person gave; empty ones are left out."""
        pairs = (
            (item.name, self.cleaned_data[f"champ_{item.name}"]) for item in _asked(self.modele)
        )
        return {name: str(value) for name, value in pairs if value not in (None, "")}


def _asked(modele: Modele) -> list[Field]:
    return [item for item in modele.fields if item.kind != "document"]


def _form_field(item: Field) -> forms.Field:
    default = "" if "$" in item.default else item.default
    common: dict[str, Any] = {
        "label": item.title,
        "required": item.required and not item.default,
        "help_text": item.help,
        "initial": default,
    }
    match item.kind:
        case "choix":
            options = [(choice.value, choice.title) for choice in item.choices]
            return forms.ChoiceField(**{**common, "required": True}, choices=options)
        case "nombre":
            return forms.IntegerField(**common, min_value=0)
        case "texte_long":
            return Text(**common, widget=forms.Textarea(attrs={"rows": 5}))
        case _:
            return Text(**common, max_length=500)


class EditText(forms.Form):
    """The whole text, as the person wants it. ``version`` is the one that was on the table."""

    texte = Text(
        label="Votre texte",
        strip=False,
        max_length=MOST_TYPED,
        error_messages={
            "required": "Le texte est vide. Pour l’abandonner, supprimez le brouillon."
        },
        widget=forms.Textarea(attrs={"rows": 18, "class": "tall", "spellcheck": "true"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class CorrectPoint(forms.Form):
    """Other words in place of those that a point underlines; empty removes them."""

    passage = Text(label="À écrire à la place", required=False, strip=False, max_length=20_000)
    version = forms.IntegerField(widget=forms.HiddenInput)


class AcceptPoint(forms.Form):
    """Why a point is not a fault."""

    raison = Text(
        label="Votre raison",
        max_length=500,
        error_messages={
            "required": "Dites pourquoi en quelques mots : votre raison est gardée avec le texte."
        },
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Sign(forms.Form):
    """The signature: a deliberate tick, on the version that was shown."""

    lu = forms.BooleanField(
        label="J’ai relu ce texte en entier et je l’assume.",
        error_messages={"required": "Cochez la case quand vous avez relu le texte."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class Export(forms.Form):
    """The format, and whether readers are told how the text was made."""

    format = forms.ChoiceField(label="Format")
    mention = forms.BooleanField(
        label="Écrire au bas du document comment il a été rédigé et qui l’a relu", required=False
    )

    def __init__(self, formats: dict[str, str], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["format"].choices = list(formats.items())  # type: ignore[attr-defined]


class Rename(forms.Form):
    titre = Text(label="Titre", max_length=200)


class Find(forms.Form):
    """The search among texts. Everything is optional; what is not understood is ignored."""

    q = forms.CharField(label="Chercher", required=False, max_length=200)
    etat = forms.ChoiceField(
        label="État",
        required=False,
        choices=[
            ("", "Tous"),
            ("brouillon", "Brouillons"),
            ("relu", "Relus"),
            ("valide", "Validés"),
        ],
    )
