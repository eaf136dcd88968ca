"""What people fill in to give answers: a file or documents, its columns, the themes to follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings

from beffroi.consultation.themes_file import as_lines, themes_in
from beffroi.documents.decode import decode
from beffroi.errors import InputError
from beffroi_web.consultation import documents_given
from beffroi_web.consultation.forms import Text

#: What the reader of answers opens, and the documents of which each is an answer; the page says it
#: and the file chooser filters on it.
ACCEPTED = ".csv,.tsv,.xlsx,.xls,.ods,.json,.jsonl,.mbox,.txt,.md,.docx,.odt,.pdf,.eml"
MOST_TYPED = 1_000_000


class Chooser(forms.FileInput):
    """The chooser of a file, or of several."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """The files chosen, as a list."""

    widget = Chooser

    def clean(self, data: Any, initial: Any = None) -> Any:
        return [super(Files, self).clean(one, initial) for one in data or []]


class GiveAnswers(forms.Form):
    """A file of answers, several documents of one answer each, or answers pasted, one a line."""

    fichier = Files(
        label="Le fichier des réponses",
        required=False,
        widget=Chooser(
            attrs={"accept": ACCEPTED, "aria-describedby": "aide-fichier", "multiple": True}
        ),
    )
    texte = Text(
        label="Ou collez les réponses",
        required=False,
        max_length=MOST_TYPED,
        widget=forms.Textarea(attrs={"rows": 6, "aria-describedby": "aide-texte"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if sum(one.size for one in values.get("fichier", ())) > settings.BEFFROI.upload_limit:
            self.add_error("fichier", "Ce fichier est trop lourd pour cette instance.")
        if not self.errors and not values.get("fichier") and not values.get("texte", "").strip():
            self.add_error("fichier", "Choisissez un fichier, ou collez des réponses.")
        return values

    @property
    def given(self) -> tuple[bytes, str]:
        """The content and the name of what was given. Raises ``InputError`` for documents that
        hold no text."""
        uploads = self.cleaned_data["fichier"]
        if len(uploads) > 1:
            return documents_given.as_table(uploads), documents_given.NAME
        if uploads:
            return uploads[0].read(), str(uploads[0].name)
        return self.cleaned_data["texte"].encode(), "reponses-collees.txt"


class Columns(forms.Form):
    """Which columns hold the answers, who answers, and what was asked."""

    titre = Text(label="Titre de la consultation", max_length=200)
    colonnes = forms.MultipleChoiceField(
        label="Où sont les réponses ?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une colonne de réponses."},
    )
    profil = forms.MultipleChoiceField(
        label="Que sait-on des personnes ?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pour croiser les thèmes avec l’âge, le quartier… "
        "Les nombres de moins de cinq personnes seront masqués.",
    )
    question = Text(
        label="Question posée aux habitants",
        required=False,
        max_length=500,
        help_text="Telle qu’elle a été posée\N{NO-BREAK SPACE}: elle aide à distinguer "
        "le pour et le contre. Si vous cochez plusieurs colonnes, leur titre sert de question.",
    )
    personne = forms.ChoiceField(
        label="Qui répond ?",
        required=False,
        help_text="Si une même personne a pu répondre plusieurs fois.",
    )
    themes = Text(
        label="Thèmes à suivre, un par ligne",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Laissez vide\N{NO-BREAK SPACE}: Beffroi cherche les thèmes lui-même. "
        "Une ligne en retrait sous un titre est un exemple de réponse.",
    )
    liste = forms.FileField(
        label="Ou un fichier de thèmes",
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".txt,.csv,.json"}),
        help_text="Une liste (txt), ou le fichier resultat.json d’une consultation passée.",
    )
    reprise = forms.TypedChoiceField(
        label="Ou reprendre les thèmes d’une consultation passée",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Tels que vous les avez renommés\N{NO-BREAK SPACE}: "
        "pour comparer d’une année sur l’autre.",
    )

    encore = forms.BooleanField(
        label="Chercher de nouveau les thèmes, même si rien d’autre ne change",
        required=False,
        help_text="Par exemple parce qu’un modèle de langage a été installé depuis.",
    )

    def __init__(
        self,
        columns: list[tuple[str, str]],
        *args: Any,
        former: Sequence[tuple[int, str]] = (),
        again: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        if not again:
            del self.fields["encore"]
        self.fields["reprise"].choices = [("", "Aucune"), *former]  # type: ignore[attr-defined]
        if not former:
            del self.fields["reprise"]
        names = [(name, name) for name, _ in columns]
        self.fields["colonnes"].choices = columns  # type: ignore[attr-defined]
        self.fields["profil"].choices = names  # type: ignore[attr-defined]
        self.fields["personne"].choices = [("", "Une réponse, une personne"), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        both = set(values.get("colonnes", ())) & set(values.get("profil", ()))
        if both:
            name = sorted(both)[0]
            self.add_error(
                "profil",
                f"«\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}» est déjà une colonne de réponses.",
            )
        upload = values.get("liste")
        if upload and not values.get("themes"):
            values["themes"] = self._listed(upload.read(MOST_TYPED))
        return values

    def _listed(self, content: bytes) -> str:
        """The themes of a file, one a line; what is wrong with it is said under its field."""
        try:
            return as_lines(themes_in(decode(content)))
        except InputError as error:
            self.add_error("liste", error.sentence)
            return ""
